import type { Output } from '@kringplan/shared/contract/messages'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeCircle, openView, type Circle, type Sitting } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'
import { signatureFor, versionFor } from './plan.testkit.ts'

let test: TestApp
let circle: Circle
let version: Output<'version'>
let edith: { readonly id: string; readonly name: string }

beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'signing')
  version = await versionFor(circle.board)
  edith = { id: (await openView(circle.member)).self.personId ?? '', name: 'Edith' }
})
afterEach(() => test.stop())

const ask = (sitting: Sitting) => ({ seat: sitting.seat })

it('[SG13] taking back names the version: one that is meant for older words takes nothing', async () => {
  const { member, board, id } = circle
  await member.browser.do('sign', ask(member), signatureFor(id, version, edith))
  await board.browser.do('table', ask(board), { revision: 4 })
  await board.browser.do('freeze', ask(board), { revision: 5 })
  await member.browser.do('sign', ask(member), signatureFor(id, await versionFor(member), edith))
  const take = (number: number) => ({ personId: edith.id, version: number })
  expect(await member.browser.no('unsign', ask(member), take(1))).toEqual({ refusal: 'stale' })
  expect((await openView(member)).plan?.mine).not.toBeNull()
  await member.browser.do('unsign', ask(member), take(2))
  expect((await openView(member)).plan?.mine).toBeNull()
})

it('[SG24] what changed is told since the version that a person signed last', async () => {
  const { member, board, professional, id } = circle
  const before = async (sitting: Sitting) => {
    const { previous } = await versionFor(sitting)
    return previous === null ? null : (JSON.parse(previous) as { version: number }).version
  }
  const again = async (revision: number) => {
    await board.browser.do('table', ask(board), { revision })
    await board.browser.do('freeze', ask(board), { revision: revision + 1 })
  }
  expect(await before(member)).toBeNull()
  await member.browser.do('sign', ask(member), signatureFor(id, version, edith))
  await again(4)
  expect(await before(member)).toBe(1)
  await again(6)
  expect(await before(member)).toBe(1)
  // Who signed none hears it since the version before.
  expect(await before(professional)).toBe(2)
  await member.browser.do('sign', ask(member), signatureFor(id, await versionFor(member), edith))
  expect(await before(member)).toBe(1)
  await again(8)
  expect(await before(member)).toBe(3)
})
