import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Decoded } from './envelope.ts'
import { decodeWhole, readBytes, readFlag, readKnock, readUint, writeHead, writeKnock } from './frameParts.ts'
import { sealedLimits } from './limits.ts'

/** One stored blob with its place in the log. The first is 1. */
export type LogEntry = { readonly seq: number; readonly blob: Uint8Array }

/**
 * What a client says to the relay of a sealed room.
 *
 * - `hello`: proves the key. `fromSeq` is the last entry this client has applied, 0 for none.
 * - `append`: store this entry. `cid` is from 1 and returns in `ack` or `reject`.
 * - `snapshot`: replaces every entry up to and including `coversSeq`. Taken only when `baseSeq` is exactly the room's
 *   snapSeq and `snapSeq < coversSeq <= head`: nobody replaces a snapshot whose content they may not have.
 * - `ephemeral`: pass on, never store.
 * - `rekey`: from now on another key. `epoch` is the next one, `doorTokenHash` the SHA-256 of its door token, `blob` the
 *   whole document sealed under it, `wraps` the key for each device that stays. Taken only when the room's epoch is the
 *   one before, `coversSeq` is exactly its head and `baseSeq` its snapSeq: whatever is stored is in `blob`, and nothing of
 *   the old key is left.
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
  | {
      readonly type: 'rekey'
      readonly epoch: number
      readonly baseSeq: number
      readonly coversSeq: number
      readonly doorTokenHash: Uint8Array
      readonly wraps: Uint8Array
      readonly blob: Uint8Array
    }
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
 * What the relay says to a client.
 *
 * - `entry`: stored by somebody else. The sender of an entry gets `ack` in its place, in the same order of seq.
 * - `snapped`: entries up to seq are replaced. `own` is true only for the socket whose snapshot it is.
 * - `stale`: the client's epoch is not the room's.
 * - `epoch`: the room has another key since, and this is what a device that stays finds it in. Sent to everybody inside
 *   when it happens, also to who did it, and to who proves the key of an earlier epoch, which gets the step after that
 *   one. Until it says `hello` with the next key, a socket is told nothing more.
 * - `reject`: `cid` is that of the refused `append`, and 0 for every other frame.
 */
export type ServerFrame =
  | WelcomeFrame
  | { readonly type: 'entry'; readonly seq: number; readonly blob: Uint8Array }
  | { readonly type: 'ack'; readonly cid: number; readonly seq: number }
  | { readonly type: 'snapped'; readonly seq: number; readonly own: boolean }
  | { readonly type: 'ephemeral'; readonly blob: Uint8Array }
  | { readonly type: 'stale'; readonly epoch: number }
  | { readonly type: 'epoch'; readonly epoch: number; readonly wraps: Uint8Array }
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

/** Bytes of a SHA-256. */
const hashBytes = 32

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
      case 'rekey':
        writeHead(e, 4, frame.epoch, frame.baseSeq, frame.coversSeq)
        encoding.writeVarUint8Array(e, frame.doorTokenHash)
        encoding.writeVarUint8Array(e, frame.wraps)
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
      case 4: {
        const [epoch, baseSeq, coversSeq] = [readUint(d), readUint(d), readUint(d)]
        const doorTokenHash = readBytes(d, hashBytes, hashBytes)
        const wraps = readBytes(d, sealedLimits.wrapsBytes)
        return {
          type: 'rekey',
          epoch,
          baseSeq,
          coversSeq,
          doorTokenHash,
          wraps,
          blob: readBytes(d, sealedLimits.snapshotBytes),
        }
      }
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
      case 'epoch':
        writeHead(e, 6, frame.epoch)
        return encoding.writeVarUint8Array(e, frame.wraps)
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
      case 6:
        return { type: 'epoch', epoch: readUint(d), wraps: readBytes(d, sealedLimits.wrapsBytes) }
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
