import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { makeCircle, smallPlan } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
beforeEach(async () => {
  test = await startTestApp()
})
afterEach(() => test.stop())

it('[NI1] the log has no line of what devices inside ask, also when it fails; of others it has', async () => {
  const inside = await makeCircle(test, 'withDoor', 'deliberation')
  const { board, member, coordinator, room } = inside
  const broken = () => {
    throw new Error('the disk is full')
  }
  vi.spyOn(test.app.services.rooms, 'isInside').mockImplementation(broken)
  vi.spyOn(test.app.services.rooms, 'keyHalf').mockImplementation(broken)
  vi.spyOn(test.app.services.rooms, 'shut').mockImplementation(broken)
  const before = test.logged()
  const doorToken = room.doorToken.toString('base64url')
  const plan = structuredClone(smallPlan) as never
  const failed = { refusal: 'failed' }
  const { browser } = member
  const ask = { seat: member.seat }
  expect(await browser.no('askOpen', ask, { room: room.id, doorToken })).toEqual(failed)
  expect(await browser.no('keyHalf', ask, { room: room.id, device: 'A'.repeat(22) })).toEqual(failed)
  const opening = { revision: 2, room: room.id, doorToken, head: 0, plan }
  expect(await board.browser.no('openDoor', { seat: board.seat }, opening)).toEqual(failed)
  expect(test.logged()).toBe(before)
  vi.spyOn(test.app.services.hub, 'change').mockImplementation(broken)
  expect(await coordinator.browser.no('end', { seat: coordinator.seat }, { revision: 2 })).toEqual(failed)
  expect(test.logged().slice(before.length)).toContain('a call failed')
})
