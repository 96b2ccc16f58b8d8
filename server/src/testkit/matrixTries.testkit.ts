import { files, routes, sockets } from '@kringplan/shared/contract/routes'
import { encodeClientFrame, type ClientFrame } from '@kringplan/shared/sealed/relayFrames'
import {
  nothing,
  presenceFrame,
  readTold,
  syncFrame,
  updateWith,
  type Told,
} from '../rooms/openClient.testkit.ts'
import { heard, makeBlob } from '../rooms/sealedClient.testkit.ts'
import { TestSocket } from './browser.testkit.ts'
import { meantBody, pathOf } from './matrixBodies.testkit.ts'
import {
  documentTargets,
  fileTargets,
  isAllowed,
  liveTargets,
  newestDocument,
  routeTargets,
  sealedTargets,
  viewKind,
  type Target,
} from './matrixCells.testkit.ts'
import { settle, stateOf, type Asker, type World } from './matrixWorld.testkit.ts'
import { forceUpgrade } from './rawHttp.testkit.ts'

/** What was tried, and what was not as the policy says. */
export interface Tried {
  readonly targets: Target[]
  readonly faults: string[]
}

const uniform = '{"refusal":"refused"}'
const query = Uint8Array.of(3)
const deadId = new Uint8Array(16).fill(9)

/** Tries everything from one seat. */
export async function tryAll(world: World, asker: Asker): Promise<Tried> {
  const tried: Tried = { targets: [], faults: [] }
  await tryRoutes(world, asker, tried)
  await tryLive(world, asker, tried)
  await tryDocument(world, asker, tried)
  await trySealed(world, asker, tried)
  return tried
}

/** After "klaar" the circle decides who of the professionals gets a copy, and here it has not. */
function isHeldBack({ setting, phase }: World, { who }: Asker, name: string): boolean {
  const ofCopy = ['copy', 'version', ...fileTargets.map((target) => target.name as string)]
  return (
    setting === 'withDoor' && phase === 'followUp' && who.role === 'professional' && ofCopy.includes(name)
  )
}

function may(world: World, asker: Asker, { name, action }: Target): boolean {
  return isAllowed(asker.who, world.setting, world.phase, action) && !isHeldBack(world, asker, name)
}

async function tryRoutes(world: World, asker: Asker, { targets, faults }: Tried): Promise<void> {
  const { quick, circle, revision } = world
  for (const target of routeTargets) {
    const { method } = routes[target.name]
    // Whoever may hears about the nonsense, whoever may not hears nothing, also with what would count.
    const isRight = may(world, asker, target)
    const body = isRight ? { nonsense: true } : meantBody(target.name, circle, revision)
    const before = stateOf(world)
    const sent = method === 'GET' ? undefined : JSON.stringify(body)
    const { status, text } = await quick.ask(
      method,
      pathOf(target.name, circle, asker.seat),
      asker.cookie,
      sent,
    )
    targets.push(target)
    const isGood = isRight ? status === (method === 'GET' ? 200 : 400) : status === 403 && text === uniform
    if (!isGood || stateOf(world) !== before) faults.push(`${target.name}: ${status} ${text.slice(0, 200)}`)
  }
  for (const target of fileTargets) {
    const isRight = may(world, asker, target)
    const before = stateOf(world)
    const { status, text } = await quick.ask('GET', files[target.name](asker.seat), asker.cookie)
    targets.push(target)
    const isGood = isRight ? status === 200 && text !== '' : status === 403 && text === uniform
    if (!isGood || stateOf(world) !== before) faults.push(`${target.name}: ${status} ${text.slice(0, 200)}`)
  }
}

/** Everybody may see the own screen, which differs; to say something on that socket is nobody's. */
async function tryLive(world: World, asker: Asker, { targets, faults }: Tried): Promise<void> {
  const before = stateOf(world)
  targets.push(...liveTargets)
  const socket = await asker.browser.upgrade(sockets.live(asker.seat))
  if (!(socket instanceof TestSocket)) return void faults.push('live: refused')
  const view = await socket.viewAt(1)
  const kind = viewKind(asker.who, world.setting, world.phase)
  if (view.kind !== kind) faults.push(`live: the view is ${view.kind}, not ${kind}`)
  if (kind !== 'ended') socket.ws.send('{"type":"view"}')
  await socket.until(() => socket.closed !== undefined)
  if (socket.closed !== (kind === 'ended' ? 4403 : 4400)) faults.push(`live: closed with ${socket.closed}`)
  if (socket.frames.length !== 1) faults.push('live: more than one view')
  if (stateOf(world) !== before) faults.push('live: something changed')
}

function bytesOf(frame: ClientFrame): Uint8Array {
  return encodeClientFrame(frame)
}

/** An upgrade that must be refused, with everything one could say behind it. */
async function tryClosed(
  world: World,
  asker: Asker,
  path: string,
  frames: Uint8Array[],
  faults: string[],
): Promise<void> {
  const before = stateOf(world)
  const answer = await forceUpgrade(world.test.app.port, path, asker.cookie, frames)
  const isUniform = answer.startsWith(
    'HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nContent-Length: 21\r\n',
  )
  if (!isUniform || !answer.endsWith(`\r\n\r\n${uniform}`)) faults.push(`${path}: ${answer}`)
  if (stateOf(world) !== before) faults.push(`${path}: something changed`)
}

async function tryDocument(world: World, asker: Asker, { targets, faults }: Tried): Promise<void> {
  const [all, , write] = documentTargets
  if (all === undefined || write === undefined) return
  targets.push(...documentTargets)
  const newest = newestDocument(world.phase)
  const path = (name: string) => `${sockets.docs(asker.seat)}/${name}`
  const words = syncFrame(2, updateWith('woorden die er niet horen'))
  const place = presenceFrame([{ client: clientOf(asker.seat), clock: 1, state: '{"name":"x"}' }])
  const everything = [syncFrame(0, nothing), query, words, place]
  await tryClosed(world, asker, path(newest === 'plan-1' ? 'plan-2' : 'plan-1'), everything, faults)
  if (!may(world, asker, all)) return tryClosed(world, asker, path(newest), everything, faults)
  const socket = await asker.browser.upgrade(path(newest))
  const { onPlan } = world
  if (!(socket instanceof TestSocket) || onPlan === undefined) return void faults.push('document: refused')
  const got = (type: Told['type'], from: TestSocket = socket) =>
    from.frames.filter((bytes) => readTold(bytes).type === type).length
  // The server asks, and says who is there, of its own accord. Where nobody writes nobody is there.
  const present = isAllowed({ role: 'member', standing: 'in' }, world.setting, world.phase, 'plan.write')
    ? 1
    : 0
  await socket.until(() => got('ask') === 1 && got('presence') === present)
  socket.ws.send(query)
  socket.ws.send(syncFrame(0, nothing))
  await socket.until(() => got('answer') === 1)
  if (got('presence') !== 2 * present) faults.push('document: who is there was not told')
  const before = stateOf(world)
  const [told, seen] = [got('update', onPlan), got('presence', onPlan)]
  socket.ws.send(place)
  socket.ws.send(words)
  if (may(world, asker, write)) {
    await onPlan.until(() => got('update', onPlan) === told + 1 && got('presence', onPlan) === seen + 1)
    await socket.until(() => socket.frames.some((bytes) => isAck(readTold(bytes))))
  } else {
    await socket.until(() => got('denied') === 2)
    await settle(world)
    if (stateOf(world) !== before) faults.push('document: a refused write was told or stored')
  }
  socket.ws.terminate()
  await settle(world)
}

/** A name in the document for each seat: nobody can be there under another's. */
const clientOf = (seat: string): number => Buffer.from(seat).readUInt32BE(8) % 0x7fffffff

const isAck = (told: Told): boolean => told.type === 'ack' && told.n > 0

async function trySealed(world: World, asker: Asker, { targets, faults }: Tried): Promise<void> {
  const path = sockets.sealed(asker.seat, world.circle.room.id)
  const { doorToken } = world.circle.room
  const hello = bytesOf({ type: 'hello', epoch: 1, fromSeq: 0, doorToken })
  targets.push(...sealedTargets)
  const [some] = sealedTargets
  if (some === undefined || !may(world, asker, some))
    return tryClosed(world, asker, path, [hello, ...writes(0, 1), knock(1)], faults)
  const { inside } = world
  const [outsider, insider] = [await asker.browser.upgrade(path), await asker.browser.upgrade(path)]
  if (!(outsider instanceof TestSocket) || !(insider instanceof TestSocket) || inside === undefined)
    return void faults.push('sealed: refused')
  const before = stateOf(world)
  for (const frame of writes(0, 1)) outsider.ws.send(frame)
  await outsider.until(() => outsider.frames.length === 5)
  const codes = outsider.frames.map((bytes) => heard('reject')(bytes)?.code)
  if (codes.some((code) => code !== 'notInside')) faults.push(`sealed outside: ${codes.join()}`)
  await settle(world)
  if (stateOf(world) !== before) faults.push('sealed outside: something was told or stored')
  // A knock is what somebody outside may do: it reaches who is inside, and nobody else.
  outsider.ws.send(knock(1))
  const knocks = inside.frames.length
  await inside.until(() => inside.frames.length === knocks + 1)
  await proveInside({ insider, outsider, inside, hello }, faults)
  const wrong = await asker.browser.upgrade(path)
  if (!(wrong instanceof TestSocket)) return void faults.push('sealed: refused the third time')
  const quiet = stateOf(world)
  wrong.ws.send(bytesOf({ type: 'hello', epoch: 1, fromSeq: 0, doorToken: new Uint8Array(32) }))
  await wrong.until(() => wrong.closed !== undefined)
  const said = wrong.frames.map((bytes) => heard('reject')(bytes)?.code).join()
  if (wrong.closed !== 4403 || said !== 'badToken')
    faults.push(`sealed: a wrong token: ${wrong.closed} ${said}`)
  for (const { ws } of [outsider, insider]) ws.terminate()
  await settle(world)
  if (stateOf(world) !== quiet) faults.push('sealed: a wrong token was told or stored')
}

interface Room {
  readonly insider: TestSocket
  readonly outsider: TestSocket
  readonly inside: TestSocket
  readonly hello: Uint8Array
}

/** The positive control: with the token every verb does what it is for. */
async function proveInside({ insider, outsider, inside, hello }: Room, faults: string[]): Promise<void> {
  insider.ws.send(hello)
  const welcomed = () => insider.frames.map(heard('welcome')).find((frame) => frame?.last === true)
  await insider.until(() => welcomed() !== undefined)
  const { head, snapSeq } = welcomed() ?? { head: 0, snapSeq: 0 }
  const from = inside.frames.length
  for (const frame of writes(snapSeq, head + 1)) insider.ws.send(frame)
  // A next key of a wrong epoch loses the race: past the gate, and nothing changes for the others.
  const has = (
    socket: TestSocket,
    start: number,
    type: 'ack' | 'snapped' | 'reject' | 'entry' | 'ephemeral',
  ) => socket.frames.slice(start).some((bytes) => heard(type)(bytes) !== null)
  await insider.until(() => has(insider, 0, 'ack') && has(insider, 0, 'snapped') && has(insider, 0, 'reject'))
  await inside.until(() =>
    ['entry', 'snapped', 'ephemeral'].every((type) => has(inside, from, type as 'entry')),
  )
  const code = insider.frames.map(heard('reject')).find((frame) => frame !== null)?.code
  if (code !== 'snapshotRace') faults.push(`sealed inside: rekey: ${code}`)
  const before = outsider.frames.length
  insider.ws.send(bytesOf({ type: 'admit', knockId: knockIdOf(1), bytes: Uint8Array.of(7) }))
  await outsider.until(() => outsider.frames.length === before + 1)
  if (heard('admit')(outsider.frames.at(-1) ?? new Uint8Array()) === null) faults.push('sealed inside: admit')
}

const knockIdOf = (n: number): Uint8Array => new Uint8Array(16).fill(n)

function knock(n: number): Uint8Array {
  return bytesOf({ type: 'knock', knockId: knockIdOf(n), bytes: Uint8Array.of(1) })
}

/** Everything that only somebody inside may say, the log being at `baseSeq` and the snapshot covering one entry more. */
function writes(baseSeq: number, coversSeq: number): Uint8Array[] {
  return [
    bytesOf({ type: 'append', cid: 1, blob: makeBlob() }),
    bytesOf({ type: 'snapshot', baseSeq, coversSeq, blob: makeBlob(64, 'snapshot') }),
    bytesOf({ type: 'ephemeral', blob: makeBlob(64, 'awareness') }),
    bytesOf({
      type: 'rekey',
      epoch: 5,
      baseSeq,
      coversSeq,
      doorTokenHash: new Uint8Array(32),
      wraps: new Uint8Array(8),
      blob: makeBlob(64, 'snapshot', undefined, 5),
    }),
    bytesOf({ type: 'admit', knockId: deadId, bytes: Uint8Array.of(1) }),
  ]
}
