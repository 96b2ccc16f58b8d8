import type { Input } from '@kringplan/shared/contract/messages'
import { sockets } from '@kringplan/shared/contract/routes'
import { encodeClientFrame } from '@kringplan/shared/sealed/relayFrames'
import { createHash, randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeBlob } from '../rooms/sealedClient.testkit.ts'
import { Browser } from '../testkit/browser.testkit.ts'
import { makeCircle, openDoor, type Circle, type Sitting } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
let circle: Circle
beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'deliberation')
})
afterEach(() => test.stop())

const MINUTE = 60_000
const language = 'nl' as const
const proof = (doorToken: Uint8Array = circle.room.doorToken) => ({
  room: circle.room.id,
  doorToken: Buffer.from(doorToken).toString('base64url'),
})
type Who = Input<'farLink'>['who']
const ben: Who = { name: 'oom Ben' }
const herman = (): Who => ({ personId: personId('Herman') })
const linkFor = async (who: Who, { browser, seat }: Sitting = circle.member) =>
  (await browser.do('farLink', { seat }, { ...proof(), who })).link
const ownNumber = () => randomBytes(32).toString('base64url')
/** A tap on the link, by a phone with a number of its own. */
const tap = (link: string, number = ownNumber()) => ({ link, language, proof: number })
const phone = () => new Browser(test.app.port)

function personId(name: string): string {
  const people = test.app.services.hub.peek(circle.member.seat)?.snapshot?.people ?? []
  return people.find((person) => person.name === name)?.id ?? ''
}

describe('the link for one person far away', () => {
  it('[JN8] brings them before the door under their own name, shows nobody else, and tells nobody outside', async () => {
    const { coordinator, member, board } = circle
    const before = JSON.stringify(await coordinator.browser.view(coordinator.seat))
    const link = await linkFor(herman())
    await test.app.services.doorLog.settled()
    const uncle = phone()
    expect(await uncle.do('peekFar', {}, { link })).toEqual({
      circle: 'De kring van Johan',
      name: 'Herman',
      language: 'nl',
    })
    const { seat, room } = await uncle.do('joinFar', {}, tap(link))
    expect(room).toBe(circle.room.id)
    const view = await uncle.view(seat)
    expect([view.kind, view.kind === 'closed' && view.self.name]).toEqual(['closed', 'Herman'])
    // It has no key: what needs one is refused, and the door opens without it.
    const wrong = proof(randomBytes(32))
    expect(await uncle.no('enterDoor', { seat }, wrong)).toEqual({ refusal: 'refused' })
    expect(JSON.stringify(await coordinator.browser.view(coordinator.seat))).toBe(before)
    await uncle.do('enterDoor', { seat }, proof())
    expect(JSON.stringify(await coordinator.browser.view(coordinator.seat))).toBe(before)
    await test.app.services.doorLog.settled()
    const { lines, waiting } = await member.browser.do('readLog', { seat: member.seat }, proof())
    const said = lines.map(({ kind, who, by }) => [kind, who?.name, by?.name ?? ''])
    expect(waiting.map(({ kind, who, by }) => [kind, who?.name, by?.name])).toEqual([
      ['invited', 'Herman', 'Edith'],
    ])
    expect(said.slice(-3)).toEqual([
      ['asked', 'Herman', ''],
      ['tried', 'Herman', ''],
      ['came', 'Herman', ''],
    ])
    await openDoor(board, 'withDoor', circle.room, 2)
    expect((await uncle.view(seat)).kind).toBe('open')
  })

  it('[JN8] looking consumes nothing; the first tap does, and the second is told that somebody was first', async () => {
    const link = await linkFor(ben)
    const [first, second] = [phone(), phone()]
    for (const browser of [first, second, first]) await browser.do('peekFar', {}, { link })
    const { seat } = await first.do('joinFar', {}, tap(link))
    expect(await second.no('peekFar', {}, { link })).toEqual({ refusal: 'stale' })
    expect(await second.no('joinFar', {}, tap(link))).toEqual({ refusal: 'stale' })
    // A seat of somebody else in this circle is no answer to it.
    expect(await circle.member.browser.no('joinFar', {}, tap(link))).toEqual({ refusal: 'stale' })
    // Its browser gets the same seat.
    expect((await first.do('peekFar', {}, { link })).name).toBe('oom Ben')
    expect((await first.do('joinFar', {}, tap(link))).seat).toBe(seat)
  })

  it('[JN8] [LG6] there is no link where the line of who made it was not kept; the one before goes on', async () => {
    const { browser, seat } = circle.member
    const before = await linkFor(ben)
    const { rooms, doorLog } = test.app.services
    const keepLine = vi.spyOn(rooms, 'keepLine').mockRejectedValueOnce(new Error('the disk is full'))
    const { status, text } = await browser.raw('farLink', { seat }, { ...proof(), who: ben })
    expect([status, text]).toEqual([500, '{"refusal":"failed"}'])
    expect(keepLine).toHaveBeenCalledTimes(1)
    await phone().do('peekFar', {}, { link: before })
    // The positive control: what was in the way is gone, and the line of this one is kept.
    const after = await linkFor(ben)
    await phone().do('peekFar', {}, { link: after })
    await doorLog.settled()
    const { waiting } = await browser.do('readLog', { seat }, proof())
    expect(waiting.filter(({ kind }) => kind === 'invited')).toHaveLength(2)
  })

  it('[JN8] an answer that was lost is no lost link: the same number gets the same seat with a new secret', async () => {
    const link = await linkFor(ben)
    const number = ownNumber()
    const lost = phone()
    const { seat } = await lost.do('joinFar', {}, tap(link, number))
    // The phone as it was before the answer: no cookie, and the number it made.
    const again = phone()
    for (const other of [undefined, ownNumber(), `${number.slice(0, -1)}${number.endsWith('A') ? 'E' : 'A'}`])
      expect(
        await phone().no('peekFar', {}, { link, ...(other === undefined ? {} : { proof: other }) }),
      ).toEqual({ refusal: 'stale' })
    expect(await phone().no('joinFar', {}, tap(link))).toEqual({ refusal: 'stale' })
    expect((await again.do('peekFar', {}, { link, proof: number })).name).toBe('oom Ben')
    const joined = await again.do('joinFar', {}, tap(link, number))
    expect([joined.seat, joined.standing]).toEqual([seat, 'pending'])
    expect((await again.view(seat)).kind).toBe('closed')
    // The secret that was lost on the way opens nothing any more.
    expect((await lost.raw('view', { seat }, {})).status).not.toBe(200)
    // Who came in had the cookie: from then on the number opens nothing.
    await again.do('enterDoor', { seat }, proof())
    expect(await phone().no('joinFar', {}, tap(link, number))).toEqual({ refusal: 'stale' })
    expect((await again.do('joinFar', {}, tap(link, number))).seat).toBe(seat)
  })

  it('[JN8] where a newer link for a person is used, the seat of the one before that nobody let in ends', async () => {
    const [lost, other, uncle] = [phone(), phone(), phone()]
    const { seat: ghost } = await lost.do('joinFar', {}, tap(await linkFor(ben)))
    const { seat: hermans } = await other.do('joinFar', {}, tap(await linkFor(herman())))
    // Also when the link itself is long forgotten.
    test.clock.advance(11 * MINUTE)
    const link = await linkFor({ name: 'Oom Ben' })
    expect((await lost.view(ghost)).kind).toBe('closed')
    const { seat } = await uncle.do('joinFar', {}, tap(link))
    expect((await lost.view(ghost)).kind).toBe('ended')
    // The positive controls: another person's seat stays, and so does one that came in.
    expect((await other.view(hermans)).kind).toBe('closed')
    await uncle.do('enterDoor', { seat }, proof())
    await phone().do('joinFar', {}, tap(await linkFor(ben)))
    expect((await uncle.view(seat)).kind).toBe('closed')
    // A browser that holds its seat still goes on with it.
    const { seat: same } = await other.do('joinFar', {}, tap(await linkFor(herman())))
    expect([same, (await other.view(same)).kind]).toEqual([hermans, 'closed'])
  })

  it('[JN8] of two taps at the same moment one makes a seat', async () => {
    const link = await linkFor(ben)
    const taps = await Promise.all(Array.from({ length: 6 }, () => phone().raw('joinFar', {}, tap(link))))
    expect(taps.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 409, 409, 409, 409, 409,
    ])
  })

  it('[JN8] where the seat did not come about the link goes on working', async () => {
    const link = await linkFor(ben)
    const uncle = phone()
    const { farLinks } = test.app.services
    const use = farLinks.use.bind(farLinks)
    vi.spyOn(farLinks, 'use').mockImplementationOnce((text, seat) => {
      use(text, seat)
      throw new Error('the disk is full')
    })
    expect((await uncle.no('joinFar', {}, tap(link))).refusal).toBe('failed')
    expect((await phone().do('joinFar', {}, tap(link))).standing).toBe('pending')
  })

  it('[JN8] works for ten minutes by the clock of the server', async () => {
    const link = await linkFor(ben)
    test.clock.advance(10 * MINUTE - 1)
    await phone().do('peekFar', {}, { link })
    test.clock.advance(1)
    expect(await phone().no('peekFar', {}, { link })).toEqual({ refusal: 'unknownLink' })
    expect(await phone().no('joinFar', {}, tap(link))).toEqual({ refusal: 'unknownLink' })
  })

  it('[JN8] ends with the open door, and with a next key', async () => {
    const { board, member } = circle
    const link = await linkFor(ben)
    const socket = await member.browser.upgrade(sockets.sealed(member.seat, circle.room.id))
    if (typeof socket === 'string') throw new Error(socket)
    const doorToken = new Uint8Array(circle.room.doorToken)
    socket.ws.send(encodeClientFrame({ type: 'hello', epoch: 1, fromSeq: 0, doorToken }))
    await socket.until(() => socket.frames.length > 0)
    await phone().do('peekFar', {}, { link })
    const next = randomBytes(32)
    const frame = {
      type: 'rekey',
      epoch: 2,
      baseSeq: 0,
      coversSeq: 0,
      doorTokenHash: new Uint8Array(createHash('sha256').update(next).digest()),
      wraps: new Uint8Array(randomBytes(120)),
      blob: makeBlob(300, 'snapshot', undefined, 2),
    } as const
    socket.ws.send(encodeClientFrame(frame))
    await vi.waitFor(() => expect(test.app.services.rooms.epochOf(circle.room.id)).toBe(2))
    expect(await phone().no('joinFar', {}, tap(link))).toEqual({ refusal: 'unknownLink' })
    const { seat } = member
    const after = (await member.browser.do('farLink', { seat }, { ...proof(next), who: ben })).link
    await phone().do('peekFar', {}, { link: after })
    await openDoor(board, 'withDoor', { ...circle.room, doorToken: next }, 2)
    for (const ask of ['peekFar', 'joinFar'] as const)
      expect((await phone().raw(ask, {}, ask === 'joinFar' ? tap(after) : { link: after })).text).toBe(
        '{"refusal":"unknownLink"}',
      )
  })

  it('[JN8] is made by who proves the key only, the others are refused like everything else', async () => {
    for (const { browser, seat } of [circle.coordinator, circle.professional])
      expect(await browser.no('farLink', { seat }, { ...proof(), who: ben })).toEqual({ refusal: 'refused' })
    for (const { browser, seat } of [circle.member, circle.board, circle.pending]) {
      const wrong = { ...proof(randomBytes(32)), who: ben }
      expect(await browser.no('farLink', { seat }, wrong)).toEqual({ refusal: 'refused' })
    }
    // Positive control, and no key for a stranger of the staff.
    await linkFor(ben, circle.board)
    const sanne: Who = { personId: personId('Sanne') }
    const { browser, seat } = circle.member
    expect(await browser.no('farLink', { seat }, { ...proof(), who: sanne })).toEqual({
      refusal: 'badInput',
      field: 'who',
    })
    expect((await phone().no('joinFar', {}, tap('A'.repeat(22)))).refusal).toBe('unknownLink')
  })

  it('[JN8] a new link for a person ends the one before; five for one and twenty for a circle, in ten minutes', async () => {
    const first = await linkFor(ben)
    const second = await linkFor({ name: 'Oom Ben' })
    expect(await phone().no('peekFar', {}, { link: first })).toEqual({ refusal: 'unknownLink' })
    await phone().do('peekFar', {}, { link: second })
    for (let n = 3; n <= 5; n++) await linkFor(ben)
    const { browser, seat } = circle.member
    const no = (who: Who) => browser.no('farLink', { seat }, { ...proof(), who })
    expect(await no(ben)).toEqual({ refusal: 'tooMany' })
    for (let n = 6; n <= 20; n++) await linkFor({ name: `tante ${n}` })
    expect(await no(herman())).toEqual({ refusal: 'tooMany' })
    test.clock.advance(10 * MINUTE)
    await linkFor(herman())
  })

  it('[JN8] a further device of a person is asked about by name when the door is open; a browser of theirs goes on', async () => {
    const { member, board } = circle
    const edith: Who = { personId: personId('Edith') }
    const own = await linkFor(edith)
    expect((await member.browser.do('joinFar', {}, tap(own))).seat).toBe(member.seat)
    expect((await phone().no('joinFar', {}, tap(own))).refusal).toBe('stale')
    const other = phone()
    const { seat } = await other.do('joinFar', {}, tap(await linkFor(edith)))
    await other.do('enterDoor', { seat }, proof())
    await openDoor(board, 'withDoor', circle.room, 2)
    expect((await other.view(seat)).kind).toBe('waiting')
  })

  it('[GO7] [JN8] nor does who was taken out come back by a link without a yes by name, key or no key', async () => {
    const { board } = circle
    const old = phone()
    const token = circle.tokens['Herman'] ?? ''
    const { seat: before } = await old.do('joinByCard', {}, { token, language })
    await board.browser.do('takeOut', { seat: board.seat }, { ...proof(), seat: before })
    const uncle = phone()
    const { seat } = await uncle.do('joinFar', {}, tap(await linkFor(herman())))
    await uncle.do('enterDoor', { seat }, proof())
    const ticket = (await board.browser.do('doorTicket', { seat: board.seat }, proof())).ticket
    const byCard = phone()
    const joined = await byCard.do('joinByCode', {}, { code: ticket, language, who: herman() })
    await byCard.do('enterDoor', { seat: joined.seat }, proof())
    await openDoor(board, 'withDoor', circle.room, 2)
    expect((await uncle.view(seat)).kind).toBe('waiting')
    expect((await byCard.view(joined.seat)).kind).toBe('waiting')
  })
})
