import { heldKey } from '../door/heldKeys.ts'
import { toBase64url } from '../sealed/base64url.ts'
import { deriveDoorToken } from '../sealed/roomKey.ts'
import type { InsideProof } from './readLog.ts'

/** What proves that this seat is inside this room now, or null when this page holds no key of it. */
export function insideProof(seat: string, room: string): InsideProof | null {
  const held = heldKey(seat, room)
  return held === undefined ? null : { room, doorToken: toBase64url(deriveDoorToken(held.secret)) }
}
