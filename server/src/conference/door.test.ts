import { sockets } from '@kringplan/shared/contract/routes'
import { encodeBlob, nonceBytes, paddedSize } from '@kringplan/shared/sealed/envelope'
import { decodeServerFrame, encodeClientFrame, type ServerFrame } from '@kringplan/shared/sealed/relayFrames'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Browser, TestSocket } from '../testkit/browser.testkit.ts'
import {
  closeDoor,
  makeCircle,
  openDoor,
  openView,
  smallPlan,
  type Circle,
  type Sitting,
} from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
let circle: Circle
beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'deliberation')
})
afterEach(() => test.stop())

const token = () => circle.room.doorToken.toString('base64url')
const opening = (changes: object = {}) => ({
  revision: 2,
  room: circle.room.id,
  doorToken: token(),
  head: 0,
  plan: structuredClone(smallPlan) as never,
  ...changes,
})

/** Ciphertext with a mark in it that a test can look for. */
function sealed(mark: Uint8Array): Uint8Array {
  const ciphertext = new Uint8Array(randomBytes(paddedSize(100) + 16))
  ciphertext.set(mark)
  return encodeBlob({
    header: { kind: 'update', epoch: 1 },
    nonce: new Uint8Array(randomBytes(nonceBytes)),
    ciphertext,
  })
}

const frames = (socket: TestSocket): readonly ServerFrame[] =>
  socket.frames.flatMap((bytes) => {
    const frame = decodeServerFrame(new Uint8Array(bytes))
    return frame.ok ? [frame.value] : []
  })

/** A device inside, that has stored these entries. */
async function inside(sitting: Sitting, blobs: readonly Uint8Array[]): Promise<TestSocket> {
  const socket = await sitting.browser.upgrade(sockets.sealed(sitting.seat, circle.room.id))
  if (typeof socket === 'string') throw new Error(socket)
  const doorToken = new Uint8Array(circle.room.doorToken)
  socket.ws.send(encodeClientFrame({ type: 'hello', epoch: 1, fromSeq: 0, doorToken }))
  await socket.until(() => frames(socket).some(({ type }) => type === 'welcome'))
  for (const [i, blob] of blobs.entries())
    socket.ws.send(encodeClientFrame({ type: 'append', cid: i + 1, blob }))
  await socket.until(() => frames(socket).filter(({ type }) => type === 'ack').length === blobs.length)
  return socket
}

const onDisk = (mark: Uint8Array): boolean =>
  ['sealed.db', 'sealed.db-wal', 'documents.db', 'kringplan.db', 'kringplan.db-wal']
    .map((name) => join(test.config.dataDir, name))
    .some((path) => existsSync(path) && readFileSync(path).includes(Buffer.from(mark)))

describe('opening the door', () => {
  it('[CR5] with more than the screens let a circle write: every word is on the table', async () => {
    const { board } = circle
    const [one] = smallPlan.agreements
    if (one === undefined) throw new Error('no agreement')
    const id = (n: number) => `agreement-${String(n).padStart(6, '0')}`
    const who = Array.from({ length: 300 }, (_, n) => ({ kind: 'name', id: id(n), name: `Naam ${n}` }))
    const agreements = Array.from({ length: 260 }, (_, n) => ({ ...one, id: id(n) }))
    agreements[7] = { ...one, id: id(7), what: 'w'.repeat(30_000), who: who as never }
    const plan = { agreements, ending: smallPlan.ending } as never
    await board.browser.do('openDoor', { seat: board.seat }, opening({ plan }))
    const table = test.app.services.rooms.open.content(circle.id, 'plan-2')
    expect(table.agreements).toHaveLength(260)
    expect(table.agreements[7]?.what).toHaveLength(30_000)
    expect(table.agreements[7]?.who).toHaveLength(300)
  })

  it('[OP1] with another token, another room or another head nothing happens', async () => {
    const { board } = circle
    const ask = { seat: board.seat }
    const other = randomBytes(32).toString('base64url')
    expect(await board.browser.no('openDoor', ask, opening({ doorToken: other }))).toEqual({
      refusal: 'refused',
    })
    expect(await board.browser.no('openDoor', ask, opening({ room: 'roomroomroomroomroomro' }))).toEqual({
      refusal: 'refused',
    })
    expect(await board.browser.no('openDoor', ask, opening({ head: 1 }))).toEqual({
      refusal: 'stale',
      field: 'head',
    })
    expect(await board.browser.no('openDoor', ask, opening({ revision: 1 }))).toEqual({ refusal: 'stale' })
    expect((await board.browser.view(board.seat)).kind).toBe('closed')
    await openDoor(board, 'withDoor', circle.room, 2)
    expect((await openView(board)).phase).toBe('presentation')
  })

  it('[OP1] newer entries than the opener knows refuse it; with them it opens', async () => {
    const { board } = circle
    const socket = await inside(board, [sealed(randomBytes(16)), sealed(randomBytes(16))])
    expect(await board.browser.no('openDoor', { seat: board.seat }, opening({ head: 1 }))).toEqual({
      refusal: 'stale',
      field: 'head',
    })
    // The room goes on.
    socket.ws.send(encodeClientFrame({ type: 'append', cid: 3, blob: sealed(randomBytes(16)) }))
    await socket.until(() => frames(socket).filter(({ type }) => type === 'ack').length === 3)
    await board.browser.do('openDoor', { seat: board.seat }, opening({ head: 3 }))
    await socket.until(() => socket.closed !== undefined)
    expect(socket.closed).toBe(4205)
  })

  it('[OP2] a plan of a hundred long agreements comes out whole', async () => {
    const [one] = smallPlan.agreements
    const words = 'wij doen dit samen '.repeat(100)
    const agreements = Array.from({ length: 100 }, (_, i) => ({
      ...one,
      id: `agreement${i}`,
      what: words,
      where: words,
      fallback: words,
    }))
    const plan = { ...smallPlan, agreements }
    expect(JSON.stringify(plan).length).toBeGreaterThan(500_000)
    await openDoor(circle.board, 'withDoor', circle.room, 2, plan as typeof smallPlan)
    expect(test.app.services.rooms.open.content(circle.id, 'plan-2').agreements).toHaveLength(100)
  })

  it('[OP3] erases ciphertext, halves and wraps in the files and their logs', async () => {
    const { board, member } = circle
    const mark = randomBytes(16)
    await inside(board, [sealed(mark)])
    const { half } = await member.browser.do(
      'keyHalf',
      { seat: member.seat },
      { room: circle.room.id, device: 'phone' },
    )
    const halfBytes = Buffer.from(half, 'base64url')
    expect([onDisk(mark), onDisk(halfBytes)]).toEqual([true, true])
    await board.browser.do('openDoor', { seat: board.seat }, opening({ head: 1 }))
    expect([onDisk(mark), onDisk(halfBytes)]).toEqual([false, false])
    expect(await member.browser.upgrade(sockets.sealed(member.seat, circle.room.id))).toContain('403')
  })

  it('[OP3] what a crash left between opening and erasing is erased at the next start', async () => {
    const { board } = circle
    const mark = randomBytes(16)
    await inside(board, [sealed(mark)])
    const erase = vi
      .spyOn(test.app.services.rooms, 'eraseSealed')
      .mockRejectedValue(new Error('the disk is full'))
    await board.browser.do('openDoor', { seat: board.seat }, opening({ head: 1 }))
    expect(onDisk(mark)).toBe(true)
    erase.mockRestore()
    test = await test.restart()
    expect(onDisk(mark)).toBe(false)
  })

  it('[OP2] when opening fails the room goes on, and nothing is lost', async () => {
    const { board } = circle
    const socket = await inside(board, [sealed(randomBytes(16))])
    const build = vi
      .spyOn(test.app.services.rooms.open, 'build')
      .mockRejectedValue(new Error('the disk is full'))
    expect(await board.browser.no('openDoor', { seat: board.seat }, opening({ head: 1 }))).toEqual({
      refusal: 'failed',
    })
    build.mockRestore()
    expect((await board.browser.view(board.seat)).kind).toBe('closed')
    socket.ws.send(encodeClientFrame({ type: 'append', cid: 2, blob: sealed(randomBytes(16)) }))
    await socket.until(() => frames(socket).filter(({ type }) => type === 'ack').length === 2)
  })

  it('[OP2] while the plan is on its way to the table a device is told to try again', async () => {
    const { board } = circle
    const socket = await inside(board, [])
    expect(await test.app.services.rooms.shut(circle.room.id, new Uint8Array(circle.room.doorToken), 0)).toBe(
      'shut',
    )
    socket.ws.send(encodeClientFrame({ type: 'append', cid: 1, blob: sealed(randomBytes(16)) }))
    await socket.until(() => frames(socket).some(({ type }) => type === 'reject'))
    test.app.services.rooms.unshut(circle.room.id)
    socket.ws.send(encodeClientFrame({ type: 'append', cid: 2, blob: sealed(randomBytes(16)) }))
    await socket.until(() => frames(socket).some(({ type }) => type === 'ack'))
  })

  it('[PH5] two devices at the same moment: one wins, the other is told', async () => {
    const { board } = circle
    const both = await Promise.all([
      board.browser.raw('openDoor', { seat: board.seat }, opening()),
      board.browser.raw('openDoor', { seat: board.seat }, opening()),
    ])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 403]))
  })

  it('[PH7] a phone alone opens nothing; with somebody else inside who asked it does; nobody outside is told', async () => {
    const { member, coordinator } = circle
    // Herman comes late, and knows the key too.
    const herman = new Browser(test.app.port)
    const { seat } = await herman.do(
      'joinByCard',
      {},
      { token: circle.tokens['Herman'] ?? '', language: 'nl' },
    )
    const before = JSON.stringify(await coordinator.browser.view(coordinator.seat))
    const ask = { room: circle.room.id, doorToken: token() }

    expect(await member.browser.no('openDoor', { seat: member.seat }, opening())).toEqual({
      refusal: 'refused',
    })
    await member.browser.do('askOpen', { seat: member.seat }, ask)
    // One's own asking is not a second person.
    expect(await member.browser.no('openDoor', { seat: member.seat }, opening())).toEqual({
      refusal: 'refused',
    })
    const wrong = { ...ask, doorToken: randomBytes(32).toString('base64url') }
    expect(await herman.no('askOpen', { seat }, wrong)).toEqual({ refusal: 'refused' })
    expect(JSON.stringify(await coordinator.browser.view(coordinator.seat))).toBe(before)
    test.clock.advance(11 * 60_000)
    expect(await herman.no('openDoor', { seat }, opening())).toEqual({ refusal: 'refused' })
    await member.browser.do('askOpen', { seat: member.seat }, ask)
    await herman.do('openDoor', { seat }, opening())
    expect((await openView(member)).phase).toBe('presentation')
  })

  it('[OP4] brings who went outside back in, on a document that holds the plan and nothing else', async () => {
    const { board, outside, coordinator, pending } = circle
    await openDoor(board, 'withDoor', circle.room, 2)
    const view = await openView(outside ?? board)
    expect([view.phase, view.plan?.doc]).toEqual(['presentation', 'plan-2'])
    expect((await openView(coordinator)).plan?.proposal).toBeNull()
    expect((await pending.browser.view(pending.seat)).kind).toBe('waiting')
    const content = test.app.services.rooms.open.content(circle.id, 'plan-2')
    expect(content).toEqual(smallPlan)
  })

  it('[OP4] closing again gives the closer the plan, founds a new room, and can be opened once more', async () => {
    const { board, member } = circle
    await openDoor(board, 'withDoor', circle.room, 2)
    const room = { id: randomBytes(16).toString('base64url'), doorToken: randomBytes(32) }
    await closeDoor(board, room, 3)
    expect(await member.browser.view(member.seat)).toMatchObject({ kind: 'closed', room: room.id })
    expect(await member.browser.upgrade(`${sockets.docs(member.seat)}/plan-2`)).toContain('403')
    await openDoor(board, 'withDoor', room, 4)
    expect((await openView(member)).plan?.doc).toBe('plan-3')
    expect(await member.browser.upgrade(`${sockets.docs(member.seat)}/plan-2`)).toContain('403')
    expect(await member.browser.upgrade(`${sockets.docs(member.seat)}/plan-3`)).toBeInstanceOf(TestSocket)
  })

  it('[PO5] the coordinator and the professional open nothing, whatever they know', async () => {
    for (const { browser, seat } of [circle.coordinator, circle.professional]) {
      expect(await browser.no('openDoor', { seat }, opening())).toEqual({ refusal: 'refused' })
      expect(await browser.no('askOpen', { seat }, { room: circle.room.id, doorToken: token() })).toEqual({
        refusal: 'refused',
      })
    }
  })
})
