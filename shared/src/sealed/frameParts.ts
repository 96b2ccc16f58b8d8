import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type Decoded, malformed } from './envelope.ts'
import { sealedLimits } from './limits.ts'

/* How the parts of a relay frame are written and read. Reading throws on what is malformed; `decodeWhole` catches it. */

export function writeHead(e: encoding.Encoder, tag: number, ...numbers: readonly number[]): void {
  encoding.writeUint8(e, tag)
  for (const n of numbers) encoding.writeVarUint(e, n)
}

export function writeKnock(e: encoding.Encoder, tag: number, knockId: Uint8Array, bytes: Uint8Array): void {
  if (knockId.length !== sealedLimits.knockIdBytes) throw new RangeError('knock id must be 16 bytes')
  writeHead(e, tag)
  encoding.writeUint8Array(e, knockId)
  encoding.writeVarUint8Array(e, bytes)
}

export function readKnock(d: decoding.Decoder): { knockId: Uint8Array; bytes: Uint8Array } {
  const knockId = decoding.readUint8Array(d, sealedLimits.knockIdBytes).slice()
  return { knockId, bytes: readBytes(d, sealedLimits.knockBytes) }
}

export function readUint(d: decoding.Decoder): number {
  return decoding.readVarUint(d)
}

export function readFlag(d: decoding.Decoder): boolean {
  const n = readUint(d)
  if (n > 1) throw new RangeError('flag out of range')
  return n === 1
}

/** Copies, so that nobody keeps a view on a buffer that the socket uses again. */
export function readBytes(d: decoding.Decoder, max: number, min = 0): Uint8Array {
  const bytes = decoding.readVarUint8Array(d)
  if (bytes.length > max || bytes.length < min) throw new RangeError('size out of range')
  return bytes.slice()
}

export function decodeWhole<T>(bytes: Uint8Array, read: (d: decoding.Decoder) => T | null): Decoded<T> {
  try {
    const d = decoding.createDecoder(bytes)
    const value = read(d)
    return value === null || decoding.hasContent(d) ? malformed : { ok: true, value }
  } catch {
    return malformed
  }
}
