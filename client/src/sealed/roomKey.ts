import { sha256 } from '@noble/hashes/sha2.js'
import { toBase64url } from './base64url.ts'
import type { RoomSecret } from './seal.ts'
import { deriveKey } from './secretBox.ts'
import type { RandomBytes } from './secureRandom.ts'

/** Length of a room key. */
export const roomKeyBytes = 32

/** A new room with its first key: born on the device that closes the door, never derived from anything. */
export function makeRoom(random: RandomBytes): RoomSecret {
  return { room: toBase64url(random(16)), epoch: 1, key: random(roomKeyBytes) }
}

/**
 * What a socket shows the relay to prove that it has the key. The relay keeps only the hash of it, so what it
 * stores opens nothing, and from the token nobody gets back to the key.
 */
export function deriveDoorToken(secret: RoomSecret): Uint8Array {
  return deriveKey(secret.key, `kringplan/door-token/v1|${secret.room}|${secret.epoch}`)
}

/** What the server stores of a door token. The token is 32 random-looking bytes, so a plain hash cannot be guessed back. */
export function hashDoorToken(token: Uint8Array): Uint8Array {
  return sha256(token)
}
