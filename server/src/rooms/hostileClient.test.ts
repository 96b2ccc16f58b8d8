import { sockets } from '@kringplan/shared/contract/routes'
import { encodeClientFrame } from '@kringplan/shared/sealed/relayFrames'
import Database from 'better-sqlite3'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browser, TestSocket } from '../testkit/browser.testkit.ts'
import { closeDoor, makeCircle, openDoor, type Circle, type Sitting } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'
import { readTold, syncFrame, updateWith } from './openClient.testkit.ts'
import { openSealedStore } from './sealedStore.ts'
import { heard, makeBlob } from './sealedClient.testkit.ts'

/*
 * Who might want to read a draft, and which test stands in the way. Files without a folder lie here, `http/` and `seats/`
 * beside it, `client/` in client/src/sealed, `e2e/` in e2e/tests.
 *
 * the coordinator, who made all links     http/matrix.test.ts, http/flip.test.ts (with a member's link), e2e/nonInterference,
 *                                         e2e/door [JN4], conference/door.test.ts [PO5], http/fuzz.test.ts [I1]
 * the coordinator's laptop as the board   seats/boards.test.ts [ST3], client/keys.test.ts [KS3]
 * a professional with a photo of the card client/admission.test.ts [I10], relayDoor.test.ts [SR2], e2e/door [SD4]
 * an operator who only looks              http/canary.test.ts [I2], below [SR1], relayLog.test.ts [SR1], http/insideLog.test.ts,
 *                                         http/wire.test.ts (the log), client/seal.test.ts [I16], client/heartbeat.test.ts [DT4]
 * an operator who changes what passes     client/seal.test.ts [I3], sealedProvider.test.ts [I7], heartbeat.test.ts [DT1] [DT2],
 *                                         rekey.test.ts [GO4]; all of these against browsers, with a modified relay:
 *   keeps the newest from one device      e2e/hostileServer [DT1]
 *   says it stored what it did not        e2e/hostileServer [DT1] [DT2], client/heartbeat.test.ts [DT2]
 *   drops one, closes the row or not      e2e/hostileServer [I7]
 *   exchanges two, in a row or not        e2e/hostileServer [I7], client/heartbeat.test.ts [I7]
 *   repeats one under a new number        e2e/hostileServer [I7], client/heartbeat.test.ts [I7]
 *   changes a byte, of entry or snapshot  e2e/hostileServer [I3] [SR5], client/sealedProvider.test.ts [I7]
 *   goes back, for all or who comes in    e2e/hostileServer [I7] [I14]
 *   parts the circle, two under a number  e2e/hostileServer [DT1]; with nobody's presence: not to be noticed [DT2]
 *   makes a next key, or repeats one      e2e/hostileDoor [GO4], client/rekey.test.ts [GO4]
 *   keeps on who was taken out            e2e/hostileDoor [I8]
 *   answers a card, plays the inside      e2e/hostileDoor [I9] [AD3] [WD2] [WD3]
 *   answers a board that has forgotten    e2e/hostileDoor [AD4]
 *   gives all to who is outside           e2e/hostileDoor [SR2]
 * an operator with another app            not to be solved in a page; http/wire.test.ts (headers), e2e/tools/rebuild.ts
 * a stolen phone                          client/keys.test.ts [KS2] [I12], erase.test.ts [SR6], http/matrix.test.ts (no half
 *                                         but behind a closed door), relayRekey.test.ts [GO5]
 * a former partner with a link            seats/joining.test.ts [JN2] [JN4], below (recordings), seats/takeOut.test.ts [GO7]
 * somebody inside with the key            relayLog.test.ts [SR5], relayRekey.test.ts [GO2], client/convergence.test.ts [I4]
 *
 * a second tab of the same browser        below [I13]; client/src/sync (no BroadcastChannel)
 * deleted words in a full state           client/sealedStorage.test.ts [I11], shared/src/plan/content.test.ts [CR1]
 * presence of somebody else               openInput.test.ts [OD1]
 * updates that take a server down         liveState.test.ts [OD6], http/fuzz.test.ts [OD6]
 * rights asked at the door only           openGate.test.ts [OD7], http/flip.test.ts
 * a reader that writes by an answer       below [OD2]
 * a document that lives on in memory      openWriting.test.ts [OD5], plan/versions.test.ts [OP4]
 * link previews, referrers, caches        seats/joining.test.ts [JN1], http/matrix.test.ts (no GET changes a row), http/wire.test.ts
 */

let app: TestApp
let circle: Circle
beforeAll(async () => {
  app = await startTestApp()
  circle = await makeCircle(app, 'withDoor', 'deliberation')
})
afterAll(() => app.stop())

async function reach({ browser, seat }: Sitting, room: string): Promise<TestSocket> {
  const socket = await browser.upgrade(sockets.sealed(seat, room))
  if (!(socket instanceof TestSocket)) throw new Error(`refused: ${socket}`)
  return socket
}

const hello = (doorToken: Uint8Array) => encodeClientFrame({ type: 'hello', epoch: 1, fromSeq: 0, doorToken })
const settled = (socket: TestSocket) =>
  new Promise<void>((resolve) => {
    socket.ws.once('pong', () => resolve())
    socket.ws.ping()
  })

describe('behind a closed door', () => {
  test('[I13] [I5] a second tab of the same browser gets not one byte before it proves the key itself', async () => {
    const first = await reach(circle.member, circle.room.id)
    first.ws.send(hello(circle.room.doorToken))
    await first.until(() => first.frames.some((bytes) => heard('welcome')(bytes)?.last === true))
    const second = await reach(circle.member, circle.room.id)
    first.ws.send(encodeClientFrame({ type: 'append', cid: 1, blob: makeBlob() }))
    first.ws.send(encodeClientFrame({ type: 'ephemeral', blob: makeBlob(64, 'awareness') }))
    await first.until(() => first.frames.some((bytes) => heard('ack')(bytes) !== null))
    await settled(second)
    expect(second.frames).toEqual([])
    second.ws.send(hello(circle.room.doorToken))
    await second.until(() => second.frames.length > 0)
    expect(heard('welcome')(second.frames[0] ?? new Uint8Array())?.head).toBeGreaterThan(0)
  })

  test('[ST2] a secret in the address opens nothing: only the cookie of the seat does', async () => {
    const { seat, browser } = circle.member
    const secret = browser.cookies.get(`kp_${seat}`) ?? ''
    const stranger = new Browser(app.app.port)
    const path = sockets.sealed(seat, circle.room.id)
    for (const query of [`?kp_${seat}=${secret}`, `?cookie=${secret}`, `?token=${secret}`])
      expect(await stranger.upgrade(path + query)).toContain('403')
    expect(await browser.upgrade(path)).toBeInstanceOf(TestSocket)
  })

  test('[SR2] nothing is compressed, so that no size tells how alike two entries are', async () => {
    const socket = await reach(circle.board, circle.room.id)
    expect(socket.ws.extensions).toBe('')
    const { seat, browser } = circle.board
    const asked = await browser.upgrade(sockets.sealed(seat, circle.room.id), {
      'Sec-WebSocket-Extensions': 'permessage-deflate',
    })
    expect(asked instanceof TestSocket && asked.ws.extensions).toBe('')
  })

  test('[SR2] the room of another conference is not reached by a member of this one, also with its token', async () => {
    app.clock.advance(60_000)
    const other = await makeCircle(app, 'withDoor', 'deliberation')
    const { browser, seat } = circle.member
    expect(await browser.upgrade(sockets.sealed(seat, other.room.id))).toContain('403')
    const inside = await reach(other.member, other.room.id)
    inside.ws.send(hello(other.room.doorToken))
    await inside.until(() => inside.frames.some((bytes) => heard('welcome')(bytes)?.last === true))
  })

  test('[OP3] [SR3] what somebody recorded of an earlier closing opens nothing of the next', async () => {
    app.clock.advance(60_000)
    const again = await makeCircle(app, 'withDoor', 'deliberation')
    await openDoor(again.board, 'withDoor', again.room, 2)
    const next = { id: 'n'.repeat(22), doorToken: Buffer.alloc(32, 5) }
    await closeDoor(again.board, next, 3)
    const { browser, seat } = again.member
    expect(await browser.upgrade(sockets.sealed(seat, again.room.id))).toContain('403')
    const socket = await reach(again.member, next.id)
    socket.ws.send(hello(again.room.doorToken))
    await socket.until(() => socket.closed !== undefined)
    expect([socket.closed, heard('reject')(socket.frames[0] ?? new Uint8Array())?.code]).toEqual([
      4403,
      'badToken',
    ])
    expect(socket.frames).toHaveLength(1)
  })
})

test('[OD2] a reader that answers the server’s question with words of its own writes nothing', async () => {
  app.clock.advance(60_000)
  const table = await makeCircle(app, 'withDoor', 'presentation')
  const open = async ({ browser, seat }: Sitting) => {
    const socket = await browser.upgrade(`${sockets.docs(seat)}/plan-2`)
    if (!(socket instanceof TestSocket)) throw new Error('refused')
    return socket
  }
  const [reader, writer] = [await open(table.coordinator), await open(table.member)]
  const got = (socket: TestSocket, type: string) =>
    socket.frames.filter((bytes) => readTold(bytes).type === type).length
  reader.ws.send(syncFrame(1, updateWith('van buiten')))
  await reader.until(() => got(reader, 'denied') === 1)
  await settled(writer)
  expect(got(writer, 'update')).toBe(0)
  writer.ws.send(syncFrame(1, updateWith('van de kring')))
  await reader.until(() => got(reader, 'update') === 1)
})

test('[SR1] of an entry the relay keeps its place and its bytes: no author, no time, no seat', () => {
  const store = openSealedStore(mkdtempSync(join(tmpdir(), 'kringplan-sealed-')))
  const columns = (table: string) => {
    const rows = store.log.db.pragma(`table_info(${table})`) as readonly { readonly name: string }[]
    return rows.map(({ name }) => name).toSorted()
  }
  expect(columns('entries')).toEqual(['blob', 'room', 'seq'])
  expect(columns('snapshots')).toEqual(['blob', 'room'])
  expect(columns('digests')).toEqual(['digest', 'room', 'seq'])
  expect(store.log.db).toBeInstanceOf(Database)
  store.log.close()
})
