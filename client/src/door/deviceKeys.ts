import type * as Y from 'yjs'
import type { RoomSecret } from '../sealed/seal.ts'
import type { Device } from './enterRoom.ts'
import { heldKey, holdKey } from './heldKeys.ts'

/*
 * Each device inside has a key pair for the time of the room (`staying.ts`). With the public half the others seal a next
 * key for it, when one of them takes another out [GO4]. What that needs is loaded only then.
 */

/** The next key of the room for this device, from one that was inside before. Rejects when the key exchange cannot be loaded now. */
export async function findNextKey(
  seat: string,
  before: RoomSecret,
  wraps: Uint8Array,
  doc: Y.Doc,
): Promise<RoomSecret | 'forged' | undefined> {
  const pair = heldKey(seat, before.room)?.device
  if (pair === undefined) return undefined
  return (await import('./nextKey.ts')).openNext(seat, pair, before, wraps, doc)
}

/** Keeps a next key in the place of the one before, and private ideas with it. */
export function keepNextKey(seat: string, device: Device, next: RoomSecret, before: RoomSecret): void {
  const held = heldKey(seat, next.room)
  if (held === undefined) return
  holdKey(seat, { ...held, secret: next })
  // Loaded already, mostly. Where it cannot be, the record of before leads the next load to the next key once more.
  void import('./nextKey.ts').then(({ storeNext }) => storeNext(seat, device, next, before)).catch(() => {})
}
