import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Browser } from '../testkit/browser.testkit.ts'
import { makeCircle, openDoor, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
let circle: Circle
beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'deliberation')
})
afterEach(() => test.stop())

const proof = (doorToken: Uint8Array = circle.room.doorToken) => ({
  room: circle.room.id,
  doorToken: Buffer.from(doorToken).toString('base64url'),
})
const ticketOf = async () => {
  const { board } = circle
  return (await board.browser.do('doorTicket', { seat: board.seat }, proof())).ticket
}

describe('a phone without a seat, while the door is closed', () => {
  it('[JN7] asks for one with the ticket of a card, waits, and is in when it proves the key; nobody outside hears of it', async () => {
    const { coordinator, board } = circle
    const before = JSON.stringify(await coordinator.browser.view(coordinator.seat))
    const phone = new Browser(test.app.port)
    const code = await ticketOf()
    expect((await phone.do('peekCode', {}, { code })).names.map(({ name }) => name)).toContain('Herman')
    const { seat, standing } = await phone.do(
      'joinByCode',
      {},
      { code, language: 'nl', who: { name: 'neef Daan' } },
    )
    expect(standing).toBe('pending')
    expect((await phone.view(seat)).kind).toBe('closed')
    expect(await phone.no('enterDoor', { seat }, proof(randomBytes(32)))).toEqual({ refusal: 'refused' })
    await phone.do('enterDoor', { seat }, proof())
    await phone.do('enterDoor', { seat }, proof())
    expect(JSON.stringify(await coordinator.browser.view(coordinator.seat))).toBe(before)
    await openDoor(board, 'withDoor', circle.room, 2)
    const view = await phone.view(seat)
    expect(view.kind === 'open' ? view.people.map(({ name }) => name) : view.kind).toContain('neef Daan')
  })

  it('[JN7] a further device of a person who is there already is asked about when the door is open, key or no key', async () => {
    const phone = new Browser(test.app.port)
    const code = await ticketOf()
    const taken = (await phone.do('peekCode', {}, { code })).names.find((one) => one.taken)
    const who = { personId: taken?.id ?? '' }
    const { seat } = await phone.do('joinByCode', {}, { code, language: 'nl', who })
    await phone.do('enterDoor', { seat }, proof())
    await openDoor(circle.board, 'withDoor', circle.room, 2)
    expect((await phone.view(seat)).kind).toBe('waiting')
  })

  it('[SD6] a browser that forgot its seats but not their cookies goes on with its own, and is no other phone of that person', async () => {
    const { browser, seat } = circle.member
    const code = await ticketOf()
    const takenFor = async (phone: Browser) =>
      (await phone.do('peekCode', {}, { code })).names.filter((one) => one.taken).map(({ id }) => id)
    const others = await takenFor(browser)
    const own = (await takenFor(new Browser(test.app.port))).filter((id) => !others.includes(id))
    expect(own).toHaveLength(1)
    const who = { personId: own[0] ?? '' }
    expect(await browser.do('joinByCode', {}, { code, language: 'nl', who })).toEqual({
      seat,
      standing: 'in',
    })
  })

  it('[JN7] without the proof of the key it waits for a yes when the door has opened', async () => {
    const phone = new Browser(test.app.port)
    const code = await ticketOf()
    const { seat } = await phone.do('joinByCode', {}, { code, language: 'nl', who: { name: 'neef Daan' } })
    await openDoor(circle.board, 'withDoor', circle.room, 2)
    expect((await phone.view(seat)).kind).toBe('waiting')
  })

  it('[JN7] a ticket is given to who proves the key only, and ends with its time and with its door', async () => {
    const { member, coordinator, professional, board } = circle
    for (const { browser, seat } of [coordinator, professional])
      expect(await browser.no('doorTicket', { seat }, proof())).toEqual({ refusal: 'refused' })
    expect(await member.browser.no('doorTicket', { seat: member.seat }, proof(randomBytes(32)))).toEqual({
      refusal: 'refused',
    })
    const phone = new Browser(test.app.port)
    const old = await ticketOf()
    test.clock.advance(16 * 60_000)
    expect(await phone.no('peekCode', {}, { code: old })).toEqual({ refusal: 'unknownCode' })
    const code = await ticketOf()
    expect((await phone.do('peekCode', {}, { code })).circle).not.toBe('')
    await openDoor(board, 'withDoor', circle.room, 2)
    expect(await phone.no('peekCode', {}, { code })).toEqual({ refusal: 'unknownCode' })
  })
})
