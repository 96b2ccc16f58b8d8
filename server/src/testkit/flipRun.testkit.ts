import { sockets } from '@kringplan/shared/contract/routes'
import { addAgreement, initPlan } from '@kringplan/shared/plan/planDoc'
import type { PlanContent } from '@kringplan/shared/plan/content'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import { encodeClientFrame } from '@kringplan/shared/sealed/relayFrames'
import { createHash, randomBytes } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import * as Y from 'yjs'
import { nothing, presenceFrame, syncFrame } from '../rooms/openClient.testkit.ts'
import { heard as told, makeBlob } from '../rooms/sealedClient.testkit.ts'
import { Browser, TestSocket } from './browser.testkit.ts'
import { createChance, type Chance } from './chance.testkit.ts'
import { makeCircle, type Circle, type Sitting } from './circle.testkit.ts'
import {
  fromTheClosing,
  knockAbout,
  listen,
  outsider,
  withoutNames,
  type Outsider,
} from './flipOutsiders.testkit.ts'
import type { ServerSends } from './serverSends.testkit.ts'
import type { TestApp } from './testApp.testkit.ts'

export interface Flip {
  /** What each outsider got from the closing on, without the names of the run. */
  readonly heard: Readonly<Record<string, readonly string[]>>
  /** Frames that the server sent on the documents' sockets of who is locked out: before the door was closed, and after. */
  readonly before: number
  readonly after: number
  /** The plan that the closer got, what stands in the document after it, and what came out when the door was opened again. */
  readonly closed: PlanContent
  readonly left: PlanContent
  readonly opened: PlanContent
  /** Words of who may not write here, by id. */
  readonly foreign: readonly string[]
  /** Words written after the closing was confirmed. */
  readonly late: readonly string[]
  readonly storedInside: number
}

const MINUTE = 60_000

/** One closing in the middle of everything, and two minutes after it. The same seed does the same outside. */
export async function flip(
  test: TestApp,
  sends: ServerSends,
  seed: number,
  inside: 'silent' | 'busy' | 'leaky',
): Promise<Flip> {
  const chance = createChance(seed)
  // All clocks of the server tick by divisors of a minute: so that every run begins at the same place between the ticks.
  test.clock.advance(MINUTE)
  const startedAt = test.clock.now().getTime()
  const circle = await makeCircle(test, 'withDoor', 'presentation')
  const linked = await linkedSeat(test, circle)
  const locked = {
    coordinator: circle.coordinator,
    professional: circle.professional,
    linked,
    pending: circle.pending,
  }
  const outsiders: Outsider[] = []
  for (const [name, sitting] of Object.entries(locked))
    outsiders.push(outsider(name, sitting, await sitting.browser.live(sitting.seat)))
  const writers = [circle.member, circle.board, linked]
  const readers = [circle.coordinator, circle.professional]
  const onPlan = new Map<Sitting, TestSocket>()
  for (const sitting of [...writers, ...readers]) onPlan.set(sitting, await openPlan(sitting))
  const lockedSockets = [...readers, linked]
    .map((sitting) => onPlan.get(sitting))
    .filter((one) => one !== undefined)
  const words = { foreign: [] as string[], late: [] as string[] }
  const room = { id: randomBytes(16).toString('base64url'), doorToken: randomBytes(32) }
  const count = 4 + chance(16)
  const closeAt = chance(count)
  const closer = chance(2) === 0 ? 'board' : 'members'
  let closing: Promise<PlanContent> | undefined
  sends.watch(circle.id, lockedSockets)
  for (let at = 0; at < count || closing === undefined; at++) {
    if (at === closeAt) closing = closeNow(circle, linked, room, closer)
    bustle([...writers, ...readers], readers, onPlan, words, chance)
    if (chance(3) === 0) await turn()
  }
  const closed = await closing
  // What is on its way from the sockets of before still goes out: too late.
  for (let n = 0; n < 3; n++)
    bustle(
      [...writers, ...readers],
      [...writers, ...readers],
      onPlan,
      { foreign: words.late, late: [] },
      chance,
    )
  for (const socket of onPlan.values()) await socket.until(() => socket.closed !== undefined)
  for (const who of outsiders) await fromTheClosing(who)
  const storedInside = await twoMinutes(test, circle, room, outsiders, inside, chance)
  const { rooms } = test.app.services
  const left = rooms.open.content(circle.id, 'plan-2')
  const heard = Object.fromEntries(outsiders.map((one) => [one.name, withoutNames(one.heard, startedAt)]))
  for (const { open } of outsiders) for (const { socket } of open) socket.ws.terminate()
  const { before, after } = sends.counted(circle.id)
  const opened = await reopen(test, circle, room, storedInside, closed)
  return { heard, before, after, closed, left, opened, ...words, storedInside }
}

/** The coordinator, who makes every link, with one of a member, in a fresh browser. */
async function linkedSeat(test: TestApp, circle: Circle): Promise<Sitting> {
  const browser = new Browser(test.app.port)
  const token = circle.tokens['Herman'] ?? ''
  const { seat } = await browser.do('joinByCard', {}, { token, language: 'nl' })
  return { browser, seat, role: 'member', standing: 'in' }
}

async function openPlan({ browser, seat }: Sitting): Promise<TestSocket> {
  const socket = await browser.upgrade(`${sockets.docs(seat)}/plan-2`)
  if (!(socket instanceof TestSocket)) throw new Error('the plan cannot be opened')
  socket.ws.on('error', () => undefined)
  socket.ws.send(syncFrame(0, nothing))
  return socket
}

/** Somebody does something in the open document. Words carry an id, so that they are found again. */
function bustle(
  who: readonly Sitting[],
  foreigners: readonly Sitting[],
  onPlan: ReadonlyMap<Sitting, TestSocket>,
  words: { readonly foreign: string[]; readonly late: string[] },
  chance: Chance,
): void {
  for (const sitting of who) {
    const ws = onPlan.get(sitting)?.ws
    if (ws === undefined || ws.readyState !== ws.OPEN) continue
    const what = chance(4)
    if (what === 0) ws.send(syncFrame(0, nothing))
    if (what === 1) ws.send(presenceFrame([{ client: 1000 + chance(1000), clock: 1, state: '{"name":"x"}' }]))
    if (what < 2) continue
    const id = randomBytes(12).toString('base64url')
    const doc = new Y.Doc()
    initPlan(doc)
    addAgreement(doc, () => id, 'woorden')
    if (foreigners.includes(sitting)) words.foreign.push(id)
    ws.send(syncFrame(2, Y.encodeStateAsUpdate(doc)))
  }
}

type Room = { readonly id: string; readonly doorToken: Buffer }

/** The board alone, or two members one after the other. */
async function closeNow(
  { board, member }: Circle,
  linked: Sitting,
  room: Room,
  by: 'board' | 'members',
): Promise<PlanContent> {
  const doorTokenHash = createHash('sha256').update(room.doorToken).digest('base64url')
  const body = { revision: 3, room: room.id, doorTokenHash, schemaVersion: SCHEMA_VERSION }
  for (const { browser, seat } of by === 'board' ? [board] : [linked, member]) {
    const { plan } = await browser.do('closeDoor', { seat }, body)
    if (plan !== null) return plan
  }
  throw new Error('nobody closed the door')
}

async function twoMinutes(
  test: TestApp,
  circle: Circle,
  room: Room,
  outsiders: readonly Outsider[],
  inside: 'silent' | 'busy' | 'leaky',
  chance: Chance,
): Promise<number> {
  const own = createChance(chance(1e9))
  const devices: TestSocket[] = []
  let stored = 0
  if (inside !== 'silent')
    for (const sitting of [circle.board, circle.member]) devices.push(await goIn(sitting, room))
  for (let tick = 0; tick < 8; tick++) {
    for (const who of outsiders) {
      for (const [at, device] of devices.entries()) stored += liveInside(device, at, stored, own)
      if (chance(2) === 0) await knockAbout(who, room.id, tick, chance)
    }
    if (inside !== 'silent' && tick === 3)
      await circle.member.browser.do(
        'keyHalf',
        { seat: circle.member.seat },
        { room: room.id, device: 'A'.repeat(22) },
      )
    if (inside === 'leaky' && tick === 4)
      await circle.member.browser.do('call', { seat: circle.member.seat }, { reason: 'talk' })
    await Promise.all(devices.map((device, at) => device.until(() => acks(device) === written(stored, at))))
    for (const who of outsiders) await listen(who, tick)
    test.clock.advance(15_000)
    for (const who of outsiders) await listen(who, tick)
  }
  for (const device of devices) device.ws.terminate()
  return stored
}

/** Only the first device writes entries, so that their number is known; the second says where it is. */
function liveInside(device: TestSocket, at: number, stored: number, own: Chance): number {
  if (at === 1) {
    device.ws.send(encodeClientFrame({ type: 'ephemeral', blob: makeBlob(64, 'awareness') }))
    return 0
  }
  const blob = makeBlob(30 * (1 + own(40)))
  device.ws.send(encodeClientFrame({ type: 'append', cid: stored + 1, blob }))
  return 1
}

const acks = (device: TestSocket): number =>
  device.frames.filter((bytes) => told('ack')(bytes) !== null).length
const written = (stored: number, at: number): number => (at === 0 ? stored : 0)

async function goIn({ browser, seat }: Sitting, room: Room): Promise<TestSocket> {
  const socket = await browser.upgrade(sockets.sealed(seat, room.id))
  if (!(socket instanceof TestSocket)) throw new Error('the room is closed to the circle')
  socket.ws.send(encodeClientFrame({ type: 'hello', epoch: 1, fromSeq: 0, doorToken: room.doorToken }))
  await socket.until(() => socket.frames.some((bytes) => told('welcome')(bytes)?.last === true))
  return socket
}

/** The board opens the door again with what it was given at the closing: nothing else is on the table then. */
async function reopen(
  test: TestApp,
  circle: Circle,
  room: Room,
  head: number,
  plan: PlanContent,
): Promise<PlanContent> {
  const { browser, seat } = circle.board
  const doorToken = room.doorToken.toString('base64url')
  const body = { revision: 4, room: room.id, doorToken, head, plan: structuredClone(plan) as never }
  await browser.do('openDoor', { seat }, body)
  return test.app.services.rooms.open.content(circle.id, 'plan-3')
}
