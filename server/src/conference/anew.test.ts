import { ANEW_AFTER_MS, ANEW_AGAIN_MS } from '@kringplan/shared/contract/seatView'
import { sockets } from '@kringplan/shared/contract/routes'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import { decodeServerFrame, encodeClientFrame } from '@kringplan/shared/sealed/relayFrames'
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Browser, type TestSocket } from '../testkit/browser.testkit.ts'
import { closedView, makeCircle, type Circle, type Sitting } from '../testkit/circle.testkit.ts'
import { makeBlob } from '../rooms/sealedClient.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
let circle: Circle
beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'deliberation')
  // Who asks has been inside, and lost the key since.
  await entered(circle.member)
})
afterEach(() => test.stop())

const doorToken = randomBytes(32)
const next = {
  room: 'N'.repeat(22),
  doorTokenHash: createHash('sha256').update(doorToken).digest('base64url'),
  schemaVersion: SCHEMA_VERSION,
}
const ask = ({ browser, seat }: Sitting) => browser.do('askAnew', { seat }, next)
const agree = ({ browser, seat }: Sitting) => browser.do('agreeAnew', { seat }, { room: next.room })
const noAgree = ({ browser, seat }: Sitting) => browser.no('agreeAnew', { seat }, { room: next.room })

/** A device in a room, after the relay's answer to its token. */
async function hello({ browser, seat }: Sitting, room: string, token: Uint8Array): Promise<TestSocket> {
  const socket = await browser.upgrade(sockets.sealed(seat, room))
  if (typeof socket === 'string') throw new Error(socket)
  socket.ws.send(encodeClientFrame({ type: 'hello', epoch: 1, fromSeq: 0, doorToken: new Uint8Array(token) }))
  await socket.until(() => socket.frames.length > 0 || socket.closed !== undefined)
  return socket
}
const told = (socket: TestSocket) =>
  socket.frames.flatMap((bytes) => {
    const frame = decodeServerFrame(new Uint8Array(bytes))
    return frame.ok ? [frame.value.type] : []
  })

/** A device that comes in with the key, and goes again. */
async function entered(sitting: Sitting): Promise<void> {
  ;(await hello(sitting, circle.room.id, circle.room.doorToken)).ws.terminate()
  await test.app.services.doorLog.settled()
}

describe('starting anew', () => {
  it('[NW1] [NW6] one asks, another says yes: another room, the door as closed as it was, and nothing left of the old one', async () => {
    const { member, board, coordinator } = circle
    const old = await hello(board, circle.room.id, circle.room.doorToken)
    const mark = randomBytes(32)
    const blob = makeBlob(200, 'update', mark)
    old.ws.send(encodeClientFrame({ type: 'append', cid: 1, blob }))
    await old.until(() => told(old).includes('ack'))
    const onDisk = () =>
      ['sealed.db', 'sealed.db-wal'].some((name) =>
        readFileSync(join(test.config.dataDir, name)).includes(mark),
      )
    expect(onDisk()).toBe(true)
    const { since } = await closedView(member)
    const untold = await closedView(coordinator)

    await ask(member)
    test.clock.advance(ANEW_AFTER_MS)
    await agree(board)

    const now = await closedView(member)
    expect(now).toMatchObject({ room: next.room, since, phase: 'deliberation', anew: null })
    // Outside, the name of the room is another, as at a closing; nothing else.
    expect({ ...(await closedView(coordinator)), room: '' }).toEqual({ ...untold, room: '' })
    await old.until(() => old.closed !== undefined)
    expect(onDisk()).toBe(false)
    // The key of before opens nothing, the next one opens an empty room.
    await expect(hello(member, circle.room.id, circle.room.doorToken)).rejects.toThrow('403')
    expect(told(await hello(member, next.room, doorToken))).toContain('welcome')
    expect((await closedView(coordinator)).phase).toBe('deliberation')
  })

  it('[NW2] not alone, not with one’s own second device, and not before two minutes', async () => {
    const { member, board } = circle
    await ask(member)
    test.clock.advance(ANEW_AFTER_MS)
    expect(await noAgree(member)).toEqual({ refusal: 'refused' })
    test.clock.advance(-1)
    expect(await noAgree(board)).toEqual({
      refusal: 'notYet',
      from: new Date(test.clock.now().getTime() + 1).toISOString(),
    })
    expect((await closedView(board)).room).toBe(circle.room.id)
    test.clock.advance(1)
    await agree(board)
    expect((await closedView(board)).room).toBe(next.room)
  })

  it('[NW2] a device that came by a link after the closing neither asks nor agrees; inside, it says no', async () => {
    const { member, tokens } = circle
    const browser = new Browser(test.app.port)
    test.clock.advance(1000)
    const late = await browser.do('joinByCard', {}, { token: tokens['Herman'] ?? '', language: 'nl' })
    const herman: Sitting = { browser, seat: late.seat, role: 'member', standing: 'in' }
    expect(await browser.no('askAnew', { seat: late.seat }, next)).toEqual({ refusal: 'refused' })
    await ask(member)
    test.clock.advance(ANEW_AFTER_MS)
    expect(await noAgree(herman)).toEqual({ refusal: 'refused' })
    const drop = { room: next.room }
    expect(await browser.no('dropAnew', { seat: late.seat }, drop)).toEqual({ refusal: 'refused' })
    expect((await closedView(herman)).anew).toBeNull()
    const proof = { room: circle.room.id, doorToken: circle.room.doorToken.toString('base64url') }
    await browser.do('enterDoor', { seat: late.seat }, proof)
    expect(await browser.no('askAnew', { seat: late.seat }, next)).toEqual({ refusal: 'refused' })
    expect(await noAgree(herman)).toEqual({ refusal: 'refused' })
    expect((await closedView(member)).anew).not.toBeNull()
    await browser.do('dropAnew', { seat: late.seat }, drop)
    expect((await closedView(member)).anew).toBeNull()
  })

  it('[NW3] the circle is told who asks, and anybody of it says no; nobody else is told a byte', async () => {
    const { member, board, coordinator, outside, professional } = circle
    const others = [coordinator, outside ?? professional]
    const before = await Promise.all(others.map(({ browser, seat }) => browser.view(seat)))
    await ask(member)
    expect((await closedView(board)).anew).toMatchObject({ by: 'Edith', seat: member.seat, room: next.room })
    expect(await Promise.all(others.map(({ browser, seat }) => browser.view(seat)))).toEqual(before)
    await board.browser.do('dropAnew', { seat: board.seat }, { room: next.room })
    expect((await closedView(member)).anew).toBeNull()
    test.clock.advance(ANEW_AFTER_MS)
    expect(await noAgree(board)).toEqual({ refusal: 'stale' })
    expect((await closedView(member)).room).toBe(circle.room.id)
    // The same person asks again later, not at once.
    expect(await member.browser.no('askAnew', { seat: member.seat }, next)).toMatchObject({
      refusal: 'tooMany',
    })
    test.clock.advance(ANEW_AGAIN_MS - ANEW_AFTER_MS)
    await ask(member)
    expect((await closedView(board)).anew).not.toBeNull()
  })

  it('[NW4] the answers are the same whether somebody is inside or not', async () => {
    const { member, board } = circle
    const answers = async () => {
      const asked = await ask(member)
      const { refusal: soon } = await noAgree(board)
      await board.browser.do('dropAnew', { seat: board.seat }, { room: next.room })
      test.clock.advance(ANEW_AGAIN_MS)
      return [asked, soon]
    }
    const empty = await answers()
    const inside = await hello(board, circle.room.id, circle.room.doorToken)
    const busy = await answers()
    expect(busy).toEqual(empty)
    expect(inside.closed).toBeUndefined()
  })

  it('[NW2] one asking at a time, for a room that is not there yet, of the build of this door', async () => {
    const { member, board } = circle
    const at = { seat: member.seat }
    expect(await member.browser.no('askAnew', at, { ...next, room: circle.room.id })).toEqual({
      refusal: 'badInput',
      field: 'room',
    })
    expect(await member.browser.no('askAnew', at, { ...next, schemaVersion: SCHEMA_VERSION + 1 })).toEqual({
      refusal: 'stale',
    })
    await entered(board)
    await ask(member)
    expect(await board.browser.no('askAnew', { seat: board.seat }, next)).toEqual({ refusal: 'stale' })
  })

  it('[NW5] [OP9] who proves the key of the next room gets what was known at the closing', async () => {
    const { member, board } = circle
    await ask(member)
    test.clock.advance(ANEW_AFTER_MS)
    await agree(board)
    const input = { room: next.room, doorToken: doorToken.toString('base64url') }
    const { facts } = await member.browser.do('carryIn', { seat: member.seat }, input)
    expect(facts).toMatchObject({ circle: 'De kring van Johan', question: 'Waar kan Johan wonen?' })
  })

  it('[NW7] [LG3] [LG5] the log says who asked and who agreed, and that a device is inside the next room', async () => {
    const { member, board } = circle
    await entered(board)
    await ask(member)
    await board.browser.do('dropAnew', { seat: board.seat }, { room: next.room })
    test.clock.advance(ANEW_AGAIN_MS)
    await ask(member)
    test.clock.advance(ANEW_AFTER_MS)
    await agree(board)
    await hello(member, next.room, doorToken)
    await test.app.services.doorLog.settled()
    const proof = { room: next.room, doorToken: doorToken.toString('base64url') }
    const { lines, waiting } = await member.browser.do('readLog', { seat: member.seat }, proof)
    const last = lines.filter(({ kind }) => ['anewAsked', 'anewDropped', 'anew', 'inside'].includes(kind))
    expect(last.map(({ kind, who, by }) => [kind, who?.name, by?.role])).toEqual([
      ['anewAsked', 'Edith', undefined],
      ['anewDropped', 'Edith', 'board'],
      ['anewAsked', 'Edith', undefined],
      ['inside', 'Edith', undefined],
      ['inside', '', undefined],
      ['anew', 'Edith', 'board'],
    ])
    // Who is inside the next room is said anew.
    expect(waiting.map(({ kind, who }) => [kind, who?.name])).toEqual([['inside', 'Edith']])
  })

  it('[NW2] who was never inside does not ask; who was there when the door closed agrees', async () => {
    const { board, member } = circle
    expect(await board.browser.no('askAnew', { seat: board.seat }, next)).toEqual({ refusal: 'refused' })
    await ask(member)
    test.clock.advance(ANEW_AFTER_MS)
    await agree(board)
    expect((await closedView(board)).room).toBe(next.room)
  })

  it('[NW2] nobody of a person who was taken out asks, agrees or says no; their asking goes with them', async () => {
    const { member, board } = circle
    await entered(board)
    await ask(member)
    const proof = { room: circle.room.id, doorToken: circle.room.doorToken.toString('base64url') }
    await board.browser.do('takeOut', { seat: board.seat }, { ...proof, seat: member.seat })
    expect((await closedView(board)).anew).toBeNull()
    // Another of the circle can ask then.
    await ask(board)
    expect((await closedView(board)).anew).toMatchObject({ seat: board.seat, personId: null })
    // A second seat of that person, from before.
    await test.app.services.hub.change(circle.id, async (tx) => {
      const row = await tx
        .selectFrom('seats')
        .selectAll()
        .where('id', '=', member.seat)
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('seats')
        .values({ ...row, id: 'secondseatofedith1', pairingCode: null, how: 'listed', endedAt: null })
        .execute()
      return { ok: true, value: null }
    })
    const secret = member.browser.cookies.get(`kp_${member.seat}`) ?? ''
    member.browser.cookies.set('kp_secondseatofedith1', secret)
    test.clock.advance(ANEW_AFTER_MS)
    const second = { ...member, seat: 'secondseatofedith1' }
    expect(await noAgree(second)).toEqual({ refusal: 'refused' })
    const drop = await second.browser.no('dropAnew', { seat: second.seat }, { room: next.room })
    expect(drop).toEqual({ refusal: 'refused' })
  })

  it('[NW2] where the server has lost the room, who was there when the door closed asks', async () => {
    const { board } = circle
    await test.app.services.rooms.eraseSealed(circle.room.id)
    await ask(board)
    expect((await closedView(board)).anew).not.toBeNull()
  })

  it('[NW1] an asking goes with the phase', async () => {
    const { member, coordinator } = circle
    await ask(member)
    const { revision } = await closedView(coordinator)
    await coordinator.browser.do('end', { seat: coordinator.seat }, { revision })
    const rows = await test.app.services.db.selectFrom('anewAsks').selectAll().execute()
    expect(rows).toEqual([])
  })
})
