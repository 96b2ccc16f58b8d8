import { leaveCircle, readInside } from '@kringplan/shared/plan/circleDoc'
import { dropOut } from '@kringplan/shared/plan/goingOut'
import type * as Y from 'yjs'
import { parseBase64url } from '../sealed/base64url.ts'
import type { RoomSecret } from '../sealed/seal.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import { enterRoom, type Device } from './enterRoom.ts'
import { heldKey, holdKey } from './heldKeys.ts'

/*
 * Each device inside has a key pair for the time of the room. The public half stands in the sealed document; with it
 * the others seal a next key for this device, when one of them takes another out [GO4]. The key exchange is loaded only here
 * and when it is needed: a phone that comes back finds its pair in its record.
 */

/** Sees to it that this device has a key pair, also after the next load of a phone. Rejects when it cannot be made now. */
export async function ensurePair(seat: string, room: string, device: Device): Promise<void> {
  if (heldKey(seat, room)?.device !== undefined) return
  const { makeKeyPair } = await import('../sealed/hpke.ts')
  const held = heldKey(seat, room)
  if (held === undefined || held.device !== undefined) return
  const next = { ...held, device: makeKeyPair(secureRandom) }
  // A closing whose answer is not known yet stores its key in its own way.
  if (held.unkept === true) holdKey(seat, next)
  else void enterRoom(seat, next, device)
}

/** The next key of the room for this device, from one that was inside before. Rejects when the key exchange cannot be loaded now. */
export async function findNextKey(
  seat: string,
  before: RoomSecret,
  wraps: Uint8Array,
  doc: Y.Doc,
): Promise<RoomSecret | undefined> {
  const pair = heldKey(seat, before.room)?.device
  if (pair === undefined) return undefined
  const { openWraps, hasWrapFor } = await import('../sealed/wraps.ts')
  const next = await openWraps(pair, before, wraps)
  if (next !== undefined) {
    // Every device that stays takes who does not out of the list: the one that did it may be gone already.
    const gone = publicKeysIn(doc).filter(({ key }) => !hasWrapFor(wraps, key))
    leaveCircle(
      doc,
      gone.map(({ id }) => id),
    )
    for (const { id } of gone) dropOut(doc, id)
  }
  return next
}

/** Keeps a next key in the place of the one before, and private ideas with it. */
export function keepNextKey(seat: string, device: Device, next: RoomSecret, before: RoomSecret): void {
  const held = heldKey(seat, next.room)
  if (held === undefined) return
  const key = { ...held, secret: next }
  holdKey(seat, key)
  // Ideas first: with the record of before, a page that goes now finds its way to the next key once more.
  void import('../ideas/sealedIdeaDisk.ts')
    .then(({ resealIdeas }) => resealIdeas(seat, before, next))
    .catch(() => {})
    .then(() => enterRoom(seat, heldKey(seat, next.room) ?? key, device))
}

/** The devices inside whose public key is known, by id. */
export function publicKeysIn(doc: Y.Doc): readonly { readonly id: string; readonly key: Uint8Array }[] {
  return readInside(doc).flatMap(({ id, key: text }) => {
    const key = text === undefined ? undefined : parseBase64url(text, 32)
    return key === undefined ? [] : [{ id, key }]
  })
}
