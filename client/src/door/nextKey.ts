import { readInside, type InsideDevice } from '@kringplan/shared/plan/circleDoc'
import type * as Y from 'yjs'
import { parseBase64url } from '../sealed/base64url.ts'
import { type KeyPair, publicKeyBytes } from '../sealed/hpke.ts'
import type { RoomSecret } from '../sealed/seal.ts'
import { hasWrapFor, openNextKey } from '../sealed/wraps.ts'
import { enterRoom, type Device } from './enterRoom.ts'
import { heldKey } from './heldKeys.ts'
import { devicesSeen, leftBehind } from './keysSeen.ts'

/** A public key, as the server says that this seat has named it. */
export type NamedKey = { readonly seat: string; readonly key: string }

/** For whom a next key is sealed. `late`: devices of the list for which it cannot be sealed (yet). */
export interface WhoStays {
  readonly keys: readonly Uint8Array[]
  readonly late: readonly InsideDevice[]
}

/**
 * The public keys of who stays, who was named first first. One counts only where two agree that do not believe each other:
 * the sealed document, in which the server cannot write, and the server, to which nobody names a key for another seat. So neither
 * somebody inside nor the server alone puts a key of their own in the place of somebody else's [GO9].
 */
export function whoStays(doc: Y.Doc, named: readonly NamedKey[], out: string): WhoStays {
  const seen = devicesSeen(doc)
  const inside = readInside(doc)
  const stands = ({ seat, key }: NamedKey) =>
    seen.get(seat)?.keys.has(key) === true ||
    inside.find(({ id }) => id === seat)?.keys?.includes(key) === true
  const staying = named.filter((one) => one.seat !== out && stands(one))
  return {
    keys: staying.flatMap(({ key }) => parseBase64url(key, publicKeyBytes) ?? []),
    // A seat that stays may have a page that does not: one that came in anew has no key yet.
    late: inside.filter(
      ({ id, late }) => id !== out && (late === true || !staying.some(({ seat }) => seat === id)),
    ),
  }
}

/** The next key for this device out of the wraps; who got none is taken out of the list: who did it may be gone already. */
export async function openNext(
  seat: string,
  pair: KeyPair,
  before: RoomSecret,
  wraps: Uint8Array,
  doc: Y.Doc,
): Promise<RoomSecret | 'forged' | undefined> {
  const next = await openNextKey(pair, before, wraps)
  if (next === undefined || next === 'forged') return next
  const stays = (text: string) => {
    const key = parseBase64url(text, publicKeyBytes)
    return key !== undefined && hasWrapFor(wraps, key)
  }
  const gone = [...devicesSeen(doc)].filter(([id, { keys }]) => id !== seat && ![...keys].some(stays))
  leftBehind(
    doc,
    gone.map(([id]) => id),
  )
  return next
}

/** Keeps a next key that this page holds for its next load, and private ideas with it. Never rejects. */
export async function storeNext(
  seat: string,
  device: Device,
  next: RoomSecret,
  before: RoomSecret,
): Promise<void> {
  // Ideas first: with the record of before, a page that goes now finds its way to the next key once more.
  await import('../ideas/sealedIdeaDisk.ts')
    .then(({ resealIdeas }) => resealIdeas(seat, before, next))
    .catch(() => {})
  // The door may have opened meanwhile: what was forgotten with it does not come back.
  const now = heldKey(seat, next.room)
  if (now !== undefined) await enterRoom(seat, now, device)
}
