import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type Decoded, malformed } from './envelope.ts'
import { sealedLimits } from './limits.ts'

/** One stored blob with its place in the log. The first is 1. */
export type LogEntry = { readonly seq: number; readonly blob: Uint8Array }

/**
 * What a client says to the relay of a sealed room. 4 is reserved for REKEY.
 *
 * - `hello`: proves the key. `fromSeq` is the last entry this client has applied, 0 for none.
 * - `append`: store this entry. `cid` is from 1 and returns in `ack` or `reject`.
 * - `snapshot`: replaces every entry up to and including `coversSeq`. Taken only when `baseSeq` is exactly the room's
 *   snapSeq and `snapSeq < coversSeq <= head`: nobody replaces a snapshot whose content they may not have.
 * - `ephemeral`: pass on, never store.
 * - `knock`: from a socket without a token, to the ones inside.
 * - `admit`: from inside, to the socket that knocked under this id.
 */
export type ClientFrame =
  | {
      readonly type: 'hello'
      readonly epoch: number
      readonly fromSeq: number
      readonly doorToken: Uint8Array
    }
  | { readonly type: 'append'; readonly cid: number; readonly blob: Uint8Array }
  | {
      readonly type: 'snapshot'
      readonly baseSeq: number
      readonly coversSeq: number
      readonly blob: Uint8Array
    }
  | { readonly type: 'ephemeral'; readonly blob: Uint8Array }
  | { readonly type: 'knock'; readonly knockId: Uint8Array; readonly bytes: Uint8Array }
  | { readonly type: 'admit'; readonly knockId: Uint8Array; readonly bytes: Uint8Array }

/**
 * One part of the answer to `hello`. Every part repeats epoch, head and snapSeq. `snapshotPart` is the next
 * piece of the snapshot, or null; the pieces come first and are joined in order. With the `last` part the client has
 * everything: the snapshot (unless `fromSeq` was at or past it) and every entry after it or after `fromSeq`.
 * When `fromSeq` is past `head` the relay has lost entries: it then answers as if `fromSeq` were 0.
 */
export type WelcomeFrame = {
  readonly type: 'welcome'
  readonly epoch: number
  readonly head: number
  readonly snapSeq: number
  readonly snapshotPart: Uint8Array | null
  readonly entries: readonly LogEntry[]
  readonly last: boolean
}

/**
 * What the relay says to a client. 6 is reserved for EPOCH.
 *
 * - `entry`: stored by somebody else. The sender of an entry gets `ack` in its place, in the same order of seq.
 * - `snapped`: entries up to seq are replaced. `own` is true only for the socket whose snapshot it is.
 * - `stale`: the client's epoch is not the room's.
 * - `reject`: `cid` is that of the refused `append`, and 0 for every other frame.
 */
export type ServerFrame =
  | WelcomeFrame
  | { readonly type: 'entry'; readonly seq: number; readonly blob: Uint8Array }
  | { readonly type: 'ack'; readonly cid: number; readonly seq: number }
  | { readonly type: 'snapped'; readonly seq: number; readonly own: boolean }
  | { readonly type: 'ephemeral'; readonly blob: Uint8Array }
  | { readonly type: 'stale'; readonly epoch: number }
  | { readonly type: 'reject'; readonly code: RejectCode; readonly cid: number }
  | { readonly type: 'knock'; readonly knockId: Uint8Array; readonly bytes: Uint8Array }
  | { readonly type: 'admit'; readonly knockId: Uint8Array; readonly bytes: Uint8Array }

/**
 * Why the relay refused a frame. `snapshotRace`: another snapshot was first. `logFull`: a snapshot is needed
 * before another entry fits. `rate` and `logFull` mean: keep it and send it again later.
 */
const rejectCodes = [
  'badFrame',
  'badToken',
  'notInside',
  'tooLarge',
  'rate',
  'logFull',
  'snapshotRace',
  'roomFull',
  'knocksFull',
  'gone',
] as const
export type RejectCode = (typeof rejectCodes)[number]

/** Bytes of a client frame. */
export function encodeClientFrame(frame: ClientFrame): Uint8Array {
  return encoding.encode((e) => {
    switch (frame.type) {
      case 'hello':
        writeHead(e, 0, frame.epoch, frame.fromSeq)
        return encoding.writeVarUint8Array(e, frame.doorToken)
      case 'append':
        writeHead(e, 1, frame.cid)
        return encoding.writeVarUint8Array(e, frame.blob)
      case 'snapshot':
        writeHead(e, 2, frame.baseSeq, frame.coversSeq)
        return encoding.writeVarUint8Array(e, frame.blob)
      case 'ephemeral':
        writeHead(e, 3)
        return encoding.writeVarUint8Array(e, frame.blob)
      case 'knock':
      case 'admit':
        return writeKnock(e, frame.type === 'knock' ? 5 : 6, frame.knockId, frame.bytes)
    }
  })
}

/** Reads a client frame. Never throws, on any bytes; refuses sizes past the limits and bytes left over. */
export function decodeClientFrame(bytes: Uint8Array): Decoded<ClientFrame> {
  return decodeWhole(bytes, (d): ClientFrame | null => {
    switch (decoding.readUint8(d)) {
      case 0: {
        const epoch = readUint(d)
        const fromSeq = readUint(d)
        const doorToken = readBytes(d, sealedLimits.doorTokenMaxBytes, sealedLimits.doorTokenMinBytes)
        return { type: 'hello', epoch, fromSeq, doorToken }
      }
      case 1:
        return { type: 'append', cid: readUint(d), blob: readBytes(d, sealedLimits.blobBytes) }
      case 2: {
        const [baseSeq, coversSeq] = [readUint(d), readUint(d)]
        return { type: 'snapshot', baseSeq, coversSeq, blob: readBytes(d, sealedLimits.snapshotBytes) }
      }
      case 3:
        return { type: 'ephemeral', blob: readBytes(d, sealedLimits.ephemeralBytes) }
      case 5:
        return { type: 'knock', ...readKnock(d) }
      case 6:
        return { type: 'admit', ...readKnock(d) }
      default:
        return null
    }
  })
}

/** Bytes of a server frame. */
export function encodeServerFrame(frame: ServerFrame): Uint8Array {
  return encoding.encode((e) => {
    switch (frame.type) {
      case 'welcome':
        return writeWelcome(e, frame)
      case 'entry':
        writeHead(e, 1, frame.seq)
        return encoding.writeVarUint8Array(e, frame.blob)
      case 'ack':
        return writeHead(e, 2, frame.cid, frame.seq)
      case 'snapped':
        return writeHead(e, 3, frame.seq, frame.own ? 1 : 0)
      case 'ephemeral':
        writeHead(e, 4)
        return encoding.writeVarUint8Array(e, frame.blob)
      case 'stale':
        return writeHead(e, 5, frame.epoch)
      case 'reject':
        return writeHead(e, 7, rejectCodes.indexOf(frame.code), frame.cid)
      case 'knock':
      case 'admit':
        return writeKnock(e, frame.type === 'knock' ? 8 : 9, frame.knockId, frame.bytes)
    }
  })
}

/** Reads a server frame. Never throws, on any bytes. */
export function decodeServerFrame(bytes: Uint8Array): Decoded<ServerFrame> {
  return decodeWhole(bytes, (d): ServerFrame | null => {
    switch (decoding.readUint8(d)) {
      case 0:
        return readWelcome(d)
      case 1:
        return { type: 'entry', seq: readUint(d), blob: readBytes(d, sealedLimits.blobBytes) }
      case 2:
        return { type: 'ack', cid: readUint(d), seq: readUint(d) }
      case 3:
        return { type: 'snapped', seq: readUint(d), own: readFlag(d) }
      case 4:
        return { type: 'ephemeral', blob: readBytes(d, sealedLimits.ephemeralBytes) }
      case 5:
        return { type: 'stale', epoch: readUint(d) }
      case 7: {
        const code = rejectCodes[readUint(d)]
        return code === undefined ? null : { type: 'reject', code, cid: readUint(d) }
      }
      case 8:
        return { type: 'knock', ...readKnock(d) }
      case 9:
        return { type: 'admit', ...readKnock(d) }
      default:
        return null
    }
  })
}

function writeWelcome(e: encoding.Encoder, frame: WelcomeFrame): void {
  writeHead(e, 0, frame.epoch, frame.head, frame.snapSeq)
  encoding.writeUint8(e, (frame.last ? 1 : 0) | (frame.snapshotPart ? 2 : 0))
  if (frame.snapshotPart) encoding.writeVarUint8Array(e, frame.snapshotPart)
  encoding.writeVarUint(e, frame.entries.length)
  for (const entry of frame.entries) {
    encoding.writeVarUint(e, entry.seq)
    encoding.writeVarUint8Array(e, entry.blob)
  }
}

function readWelcome(d: decoding.Decoder): WelcomeFrame | null {
  const [epoch, head, snapSeq] = [readUint(d), readUint(d), readUint(d)]
  const flags = decoding.readUint8(d)
  if (flags > 3) return null
  const snapshotPart = (flags & 2) === 0 ? null : readBytes(d, sealedLimits.welcomeFrameBytes)
  const entries: LogEntry[] = []
  // Each entry takes at least two bytes, so the loop ends with the bytes, whatever count they claim.
  for (let left = readUint(d); left > 0; left--) {
    entries.push({ seq: readUint(d), blob: readBytes(d, sealedLimits.blobBytes) })
  }
  return { type: 'welcome', epoch, head, snapSeq, snapshotPart, entries, last: (flags & 1) === 1 }
}

function writeHead(e: encoding.Encoder, tag: number, ...numbers: readonly number[]): void {
  encoding.writeUint8(e, tag)
  for (const n of numbers) encoding.writeVarUint(e, n)
}

function writeKnock(e: encoding.Encoder, tag: number, knockId: Uint8Array, bytes: Uint8Array): void {
  if (knockId.length !== sealedLimits.knockIdBytes) throw new RangeError('knock id must be 16 bytes')
  writeHead(e, tag)
  encoding.writeUint8Array(e, knockId)
  encoding.writeVarUint8Array(e, bytes)
}

function readKnock(d: decoding.Decoder): { knockId: Uint8Array; bytes: Uint8Array } {
  const knockId = decoding.readUint8Array(d, sealedLimits.knockIdBytes).slice()
  return { knockId, bytes: readBytes(d, sealedLimits.knockBytes) }
}

function readUint(d: decoding.Decoder): number {
  return decoding.readVarUint(d)
}

function readFlag(d: decoding.Decoder): boolean {
  const n = readUint(d)
  if (n > 1) throw new RangeError('flag out of range')
  return n === 1
}

/** Copies, so that nobody keeps a view on a buffer that the socket uses again. */
function readBytes(d: decoding.Decoder, max: number, min = 0): Uint8Array {
  const bytes = decoding.readVarUint8Array(d)
  if (bytes.length > max || bytes.length < min) throw new RangeError('size out of range')
  return bytes.slice()
}

function decodeWhole<T>(bytes: Uint8Array, read: (d: decoding.Decoder) => T | null): Decoded<T> {
  try {
    const d = decoding.createDecoder(bytes)
    const value = read(d)
    return value === null || decoding.hasContent(d) ? malformed : { ok: true, value }
  } catch {
    return malformed
  }
}
