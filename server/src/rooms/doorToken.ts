import { createHash, timingSafeEqual } from 'node:crypto'

/** No token has this hash. */
const nobody = new Uint8Array(32)

/** SHA-256. What the server keeps of a token, and how it knows an entry that comes twice. */
export function digestOf(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}

/** Whether a token is the one whose hash is kept. Takes as long, and says as much, when nothing is kept. */
export function isToken(token: Uint8Array, kept: Uint8Array | undefined): boolean {
  const hash = kept?.length === nobody.length ? kept : nobody
  return timingSafeEqual(digestOf(token), hash)
}
