import type { InsideProof } from '../log/readLog.ts'
import { toBase64url } from '../sealed/base64url.ts'
import { deriveDoorToken } from '../sealed/roomKey.ts'
import type { RoomSecret } from '../sealed/seal.ts'
import { heldKey } from './heldKeys.ts'

/** What proves that this seat is inside this room now, or null when this page holds no key of it. */
export function insideProof(seat: string, room: string): InsideProof | null {
  const held = heldKey(seat, room)
  return held === undefined ? null : proofOf(held.secret)
}

/** What proves that a device holds this key. */
export function proofOf(secret: RoomSecret): InsideProof {
  return { room: secret.room, doorToken: toBase64url(deriveDoorToken(secret)) }
}
