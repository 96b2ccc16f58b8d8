import { sealedLimits } from './limits.ts'
import type { LogEntry, WelcomeFrame } from './relayFrames.ts'

/** What a relay holds of one room, as far as a newcomer needs it. `entries` are in order of seq, all after `snapSeq`. */
export type RoomState = {
  readonly epoch: number
  readonly head: number
  readonly snapSeq: number
  readonly snapshot: Uint8Array | null
  readonly entries: readonly LogEntry[]
}

/** Room for the frame's own numbers beside the blobs. */
const frameOverhead = 64
const entryOverhead = 16

/**
 * The whole answer to a `hello` that has applied everything up to `fromSeq`: always at least one frame, none over the limit,
 * only the last one marked `last`. A client that is behind the snapshot gets the snapshot; one that claims to be
 * past the head gets everything.
 */
export function* splitWelcome(state: RoomState, fromSeq: number): Generator<WelcomeFrame> {
  const from = fromSeq > state.head ? 0 : fromSeq
  const head = { type: 'welcome', epoch: state.epoch, head: state.head, snapSeq: state.snapSeq } as const
  const room = sealedLimits.welcomeFrameBytes - frameOverhead
  if (state.snapshot !== null && from < state.snapSeq) {
    for (let at = 0; at < state.snapshot.length; at += room) {
      yield { ...head, snapshotPart: state.snapshot.subarray(at, at + room), entries: [], last: false }
    }
  }
  let batch: LogEntry[] = []
  let size = 0
  for (const entry of state.entries) {
    if (entry.seq <= from) continue
    const entrySize = entry.blob.length + entryOverhead
    if (size + entrySize > room) {
      yield { ...head, snapshotPart: null, entries: batch, last: false }
      batch = []
      size = 0
    }
    batch.push(entry)
    size += entrySize
  }
  yield { ...head, snapshotPart: null, entries: batch, last: true }
}
