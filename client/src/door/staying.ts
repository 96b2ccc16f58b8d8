import { enterCircle, readInside, readKept, type InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { keepForLater } from '@kringplan/shared/plan/circleWriting'
import type * as Y from 'yjs'
import { call } from '../api/call.ts'
import { toBase64url } from '../sealed/base64url.ts'
import { keptKey } from '../sealed/roomKeys.ts'
import type { RoomSecret } from '../sealed/seal.ts'
import type { SealedDocument } from '../sealed/sealedDocument.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import { enterRoom, type Device } from './enterRoom.ts'
import { heldKey, holdKey, onKeyHeld } from './heldKeys.ts'
import { proofOf } from './insideProof.ts'
import { devicesSeen } from './keysSeen.ts'

/*
 * What a device does to be one of those that stay when the room gets a next key: it has a key pair, names the public half in
 * the sealed document and to the server, and sees to it that nobody is written out of the list.
 */

/** Between two tries when the key exchange cannot be loaded, or the server does not answer. */
const againMs = 4000
/** An entry that was taken away is put back by one of the others, not by all at once. */
const restoreMs = 4000

const keepMs = 5000

/** Calls `fn` a little later; the returned function ends that. */
export type Later = (fn: () => void, ms: number) => () => void

/** Begins; the returned function ends it. `me` is inside: its entry stands in the list, but for its public key. */
export function stay(live: SealedDocument, me: Omit<InsideDevice, 'keys'>, later: Later): () => void {
  const { doc } = live
  const { room } = live.getDetail()
  const list = doc.getMap('inside')
  const stops = new Set<() => void>()
  let isOver = false
  /** Until the server knows its key: a next key for the pages before it would leave this one outside. */
  let isLate =
    heldKey(me.id, room)?.device === undefined ||
    readInside(doc).find(({ id }) => id === me.id)?.late === true
  const enter = (key: string | undefined) => enterCircle(doc, isLate ? { ...me, late: true } : me, key)
  const soon = (fn: () => void, ms: number) => {
    const stop = later(() => {
      stops.delete(stop)
      fn()
    }, ms)
    stops.add(stop)
  }

  // Who gives a next key writes it at once; where that one is gone, another does so a while later.
  const keepLater = () => {
    if (notKept(doc, me.id, room).length > 0) soon(() => keepPast(doc, me.id, room), keepMs * (1 + chance()))
  }
  const stopKeeping = onKeyHeld(keepLater)
  keepPast(doc, me.id, room)

  const say = () => {
    const pair = heldKey(me.id, room)?.device
    const key = pair === undefined ? undefined : toBase64url(pair.publicKey)
    const entry = readInside(doc).find(({ id }) => id === me.id)
    const isMine = entry?.name === me.name && entry.personId === me.personId && entry.kind === me.kind
    const isKnown = key === undefined || entry?.keys?.includes(key) === true
    if (!isMine || !isKnown) enter(key)
  }
  const restore = (id: string) => {
    const seen = devicesSeen(doc).get(id)
    if (seen !== undefined && !list.has(id)) doc.transact(() => list.set(id, seen.value))
  }
  const look = () => {
    if (isOver) return
    for (const id of devicesSeen(doc).keys())
      if (id !== me.id && !list.has(id)) soon(() => restore(id), restoreMs * (0.25 + chance()))
    say()
  }
  const onList = () => queueMicrotask(look)

  let isNaming = false
  /** Of the key that the room does not take any more: the next one may be on its way. */
  let refusedEpoch = 0
  const name = async () => {
    const held = heldKey(me.id, room)
    if (isOver || isNaming || held?.device === undefined || held.secret.epoch === refusedEpoch) return
    isNaming = true
    const input = { ...proofOf(held.secret), key: toBase64url(held.device.publicKey) }
    const told = await call('deviceKeys', { params: { seat: me.id }, input })
    isNaming = false
    if (told.ok) {
      if (isLate && !isOver) {
        isLate = false
        enter(input.key)
      }
      return stopNaming()
    }
    if (told.refusal.refusal !== 'refused') return soon(() => void name(), againMs)
    refusedEpoch = held.secret.epoch
    void name()
  }
  const stopNaming = onKeyHeld(() => void name())
  const pair = async () => {
    try {
      await ensurePair(me.id, room, me.kind)
    } catch {
      return soon(() => void pair(), againMs)
    }
    look()
    await name()
  }

  list.observe(onList)
  look()
  void pair()
  if (me.kind === 'phone') void keepIdeas(me.id, room)
  return () => {
    isOver = true
    list.unobserve(onList)
    stopNaming()
    stopKeeping()
    for (const stop of stops) stop()
  }
}

/** Sees to it that a device has a key pair, also after the next load of a phone. Rejects when it cannot be made now. */
export async function ensurePair(seat: string, room: string, device: Device): Promise<void> {
  if (heldKey(seat, room)?.device !== undefined) return
  // A phone that comes back finds its pair in its record, and needs no key exchange.
  const { makeKeyPair } = await import('../sealed/hpke.ts')
  const held = heldKey(seat, room)
  if (held === undefined || held.device !== undefined) return
  const next = { ...held, device: makeKeyPair(secureRandom) }
  // A closing whose answer is not known yet stores its key in its own way.
  if (held.unkept === true) holdKey(seat, next)
  else void enterRoom(seat, next, device)
}

function chance(): number {
  return (secureRandom(1)[0] ?? 0) / 256
}

/** Writes into the document what opens what devices keep on their disks in the epochs whose keys this page has [GO10]. */
export function keepPast(doc: Y.Doc, seat: string, room: string): void {
  for (const secret of notKept(doc, seat, room)) keepForLater(doc, secret.epoch, toBase64url(keptKey(secret)))
}

function notKept(doc: Y.Doc, seat: string, room: string): readonly RoomSecret[] {
  const held = heldKey(seat, room)
  const all = held === undefined ? [] : [held.secret, ...(held.before ?? [])]
  return all.filter((secret) => readKept(doc, secret.epoch) !== toBase64url(keptKey(secret)))
}

/** Private ideas of before, on a phone that came in with a later key by a card, are read under that one [GO8]. Never rejects. */
export async function keepIdeas(seat: string, room: string): Promise<void> {
  const held = heldKey(seat, room)
  try {
    for (const before of held?.before ?? []) {
      const { resealIdeas } = await import('../ideas/sealedIdeaDisk.ts')
      if (held !== undefined) await resealIdeas(seat, before, held.secret)
    }
  } catch {
    // No database here; or once more at the next coming in.
  }
}
