import { encodeUtf8 } from 'lib0/string'

/** The version byte of a blob. Another number is another format: refuse it. */
export const blobVersion = 1
/** version u8, kind u8, epoch u32 */
const headerBytes = 6
/** XChaCha20-Poly1305 takes 24 random bytes, so that nobody has to count nonces. */
export const nonceBytes = 24
/** The Poly1305 tag that ends the ciphertext. */
export const tagBytes = 16
/** dev[8], ctr u32, len u32 */
const prefixBytes = 16
/** A device name: random, fresh for every page load. */
export const devBytes = 8

const kindNumbers = { update: 0, snapshot: 1, awareness: 2, control: 3 } as const
const kindNames = ['update', 'snapshot', 'awareness', 'control'] as const

/** What a blob carries: a Yjs update, a whole state, who is where, or an agreement between the devices. */
export type BlobKind = keyof typeof kindNumbers

/** The only part of a blob that the relay can read. It is authenticated, not secret. */
export type BlobHeader = { readonly kind: BlobKind; readonly epoch: number }

/** A blob taken apart: still sealed. */
export type SealedBlob = {
  readonly header: BlobHeader
  readonly nonce: Uint8Array
  readonly ciphertext: Uint8Array
}

/** What is inside a blob: the author's device and counter are sealed too, so the stored log names nobody. */
export type BlobContent = {
  readonly dev: Uint8Array
  readonly ctr: number
  readonly payload: Uint8Array
}

/** A decoded value, or the one word that it was none. Which byte was wrong helps only an attacker. */
export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: 'malformed' }

export const malformed = { ok: false, reason: 'malformed' } as const

/** The six bytes that a blob of this kind and epoch starts with. Throws when the epoch is no u32 from 1. */
export function encodeHeader(header: BlobHeader): Uint8Array {
  if (!isCount(header.epoch)) throw new RangeError('epoch out of range')
  const out = new Uint8Array(headerBytes)
  out[0] = blobVersion
  out[1] = kindNumbers[header.kind]
  new DataView(out.buffer).setUint32(2, header.epoch)
  return out
}

/** The additional data that ties a blob to its room, kind and epoch: a blob moved anywhere else does not open. */
export function buildAad(room: string, header: BlobHeader): Uint8Array {
  return concatBytes(encodeUtf8(`kringplan/e2ee/v1|${room}|`), encodeHeader(header))
}

/** Puts a sealed blob together: header, nonce, ciphertext with its tag. */
export function encodeBlob(blob: SealedBlob): Uint8Array {
  if (blob.nonce.length !== nonceBytes) throw new RangeError('nonce must be 24 bytes')
  return concatBytes(encodeHeader(blob.header), blob.nonce, blob.ciphertext)
}

/** Takes a blob apart. Never throws, on any bytes. Says nothing about whether it opens. */
export function decodeBlob(bytes: Uint8Array): Decoded<SealedBlob> {
  const paddedLength = bytes.length - headerBytes - nonceBytes - tagBytes
  if (paddedLength < prefixBytes || paddedLength !== paddedSize(paddedLength)) return malformed
  if (bytes[0] !== blobVersion) return malformed
  const kind = kindNames[bytes[1] ?? -1]
  const epoch = viewOf(bytes).getUint32(2)
  if (kind === undefined || epoch === 0) return malformed
  return {
    ok: true,
    value: {
      header: { kind, epoch },
      nonce: bytes.subarray(headerBytes, headerBytes + nonceBytes),
      ciphertext: bytes.subarray(headerBytes + nonceBytes),
    },
  }
}

/**
 * The plaintext of a blob, filled up with zeros to one of few sizes: a single key pressed and a single key
 * deleted are then the same number of bytes.
 */
export function encodeContent(content: BlobContent): Uint8Array {
  if (content.dev.length !== devBytes) throw new RangeError('dev must be 8 bytes')
  if (!isCount(content.ctr)) throw new RangeError('counter out of range')
  const out = new Uint8Array(paddedSize(prefixBytes + content.payload.length))
  const view = viewOf(out)
  out.set(content.dev, 0)
  view.setUint32(8, content.ctr)
  view.setUint32(12, content.payload.length)
  out.set(content.payload, prefixBytes)
  return out
}

/** Reads an opened plaintext. Never throws. One content has one encoding: other padding is refused. */
export function decodeContent(bytes: Uint8Array): Decoded<BlobContent> {
  if (bytes.length < prefixBytes) return malformed
  const view = viewOf(bytes)
  const ctr = view.getUint32(8)
  const end = prefixBytes + view.getUint32(12)
  if (ctr === 0 || end > bytes.length || paddedSize(end) !== bytes.length) return malformed
  for (let i = end; i < bytes.length; i++) if (bytes[i] !== 0) return malformed
  return {
    ok: true,
    value: { dev: bytes.slice(0, devBytes), ctr, payload: bytes.slice(prefixBytes, end) },
  }
}

/** The size a plaintext of `size` bytes is filled up to: 64 to 4096 by doubling, then whole steps of 4096. */
export function paddedSize(size: number): number {
  let step = 64
  while (step < size && step < 4096) step *= 2
  return size <= step ? step : Math.ceil(size / 4096) * 4096
}

/** How many bytes a blob with a payload of `payloadLength` takes on the wire. */
export function blobSize(payloadLength: number): number {
  return headerBytes + nonceBytes + tagBytes + paddedSize(prefixBytes + payloadLength)
}

/** One array after the other, in a new array. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Epochs and counters are u32 and start at 1. */
function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 0xffffffff
}
