import { sockets } from '@kringplan/shared/contract/routes'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Browser, TestSocket } from '../testkit/browser.testkit.ts'
import { makeCircle, openDoor, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
let circle: Circle
let herman: { browser: Browser; seat: string }
beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'deliberation')
  const browser = new Browser(test.app.port)
  const { seat } = await browser.do(
    'joinByCard',
    {},
    { token: circle.tokens['Herman'] ?? '', language: 'nl' },
  )
  herman = { browser, seat }
})
afterEach(() => test.stop())

const out = (seat: string, doorToken: Uint8Array = circle.room.doorToken) => ({
  room: circle.room.id,
  doorToken: Buffer.from(doorToken).toString('base64url'),
  seat,
})

describe('taking a device out', () => {
  it('[GO7] ends its seat: its sockets close, and it comes in nowhere, also after the door has opened', async () => {
    const { board, coordinator } = circle
    const before = JSON.stringify(await coordinator.browser.view(coordinator.seat))
    const path = sockets.sealed(herman.seat, circle.room.id)
    const socket = await herman.browser.upgrade(path)
    if (typeof socket === 'string') throw new Error(socket)
    await board.browser.do('takeOut', { seat: board.seat }, out(herman.seat))
    await socket.until(() => socket.closed !== undefined)
    expect(await herman.browser.upgrade(path)).toContain('403')
    expect((await herman.browser.view(herman.seat)).kind).toBe('ended')
    expect(JSON.stringify(await coordinator.browser.view(coordinator.seat))).toBe(before)
    // The same once more is no refusal: the answer may have been lost.
    await board.browser.do('takeOut', { seat: board.seat }, out(herman.seat))
    await openDoor(board, 'withDoor', circle.room, 2)
    expect((await herman.browser.view(herman.seat)).kind).toBe('ended')
    expect(await herman.browser.upgrade(`${sockets.docs(herman.seat)}/plan-2`)).toContain('403')
    // Positive control: who was not taken out reads the plan.
    const { member } = circle
    expect(await member.browser.upgrade(`${sockets.docs(member.seat)}/plan-2`)).toBeInstanceOf(TestSocket)
  })

  it('[GO7] nobody comes back as the person whose device was taken out without a yes, also when the door has opened', async () => {
    const { board } = circle
    await board.browser.do('takeOut', { seat: board.seat }, out(herman.seat))
    await openDoor(board, 'withDoor', circle.room, 2)
    const again = new Browser(test.app.port)
    const link = { token: circle.tokens['Herman'] ?? '', language: 'nl' as const }
    const { seat, standing } = await again.do('joinByCard', {}, link)
    expect(standing).toBe('pending')
    expect((await again.view(seat)).kind).toBe('waiting')
    const view = await board.browser.view(board.seat)
    const waiting = view.kind === 'open' ? view.waiting : []
    expect(waiting).toContainEqual(expect.objectContaining({ id: seat, how: 'again' }))
  })

  it('[GO7] takes the key of the room, names a device of this circle, and not the own one', async () => {
    const { board, member, coordinator, professional } = circle
    const no = async (who: { browser: Browser; seat: string }, input: ReturnType<typeof out>) =>
      expect(await who.browser.no('takeOut', { seat: who.seat }, input)).toEqual({ refusal: 'refused' })
    await no(member, out(herman.seat, randomBytes(32)))
    await no(member, out(member.seat))
    await no(member, out(coordinator.seat))
    await no(member, out(professional.seat))
    await no(member, out('kringplan0000'))
    await no(coordinator, out(herman.seat))
    await no(professional, out(herman.seat))
    await no(member, { ...out(herman.seat), room: randomBytes(16).toString('base64url') })
    expect((await herman.browser.view(herman.seat)).kind).toBe('closed')
    await member.browser.do('takeOut', { seat: member.seat }, out(board.seat))
    expect((await board.browser.view(board.seat)).kind).toBe('ended')
  })
})
