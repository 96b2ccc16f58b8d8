import type { ClientFrame } from '@kringplan/shared/sealed/relayFrames'
import type * as Y from 'yjs'
import type { Attempt } from './compactor.ts'
import type { LogFollower } from './logFollower.ts'
import type { RoomKeys } from './roomKeys.ts'
import type { RoomSecret } from './seal.ts'
import type { SealedInbox, Warnings } from './sealedInbox.ts'
import type { RandomBytes } from './secureRandom.ts'
import type { SendQueue } from './sendQueue.ts'
import { sealSnapshot } from './snapshotPayload.ts'

/** What a snapshotter works with: all of one page. */
export type SnapshotParts = {
  readonly keys: RoomKeys
  readonly dev: Uint8Array
  readonly doc: Y.Doc
  readonly schemaVersion: number
  readonly inbox: SealedInbox
  readonly follower: LogFollower
  readonly queue: SendQueue
  readonly warnings: Warnings
  readonly random: RandomBytes
  readonly send: (frame: ClientFrame) => boolean
}

/**
 * Makes and sends this page's snapshots.
 *
 * Mostly a snapshot holds nothing but the log, so the others need not fetch it. When it holds more (a change too large for an
 * entry, or what a server has lost), that is announced in the log first: who reads the announcement fetches the snapshot
 * that covers it, and nobody replaces a snapshot that they have not got.
 */
export class Snapshotter {
  readonly #parts: SnapshotParts
  #ctr = 0
  #announcedSeq = 0
  /** The server lost entries: what this device has must be stored again. */
  mustReseed = false
  #isTooLarge = false

  constructor(parts: SnapshotParts) {
    this.#parts = parts
  }

  /** Whether the document holds something that the log will not get as an entry. */
  get holdsMore(): boolean {
    return this.mustReseed || this.#parts.queue.large.length > 0
  }

  /** The document has outgrown what a room takes as a snapshot, as far as the last try tells. */
  get isTooLarge(): boolean {
    return this.#isTooLarge
  }

  /** The own announcement is in the log. */
  announced(seq: number): void {
    this.#announcedSeq = seq
  }

  /** The own snapshot is stored. */
  stored(attempt: Attempt): void {
    this.#parts.queue.settleLarge(attempt.large)
    this.mustReseed = false
  }

  /** Sends a snapshot, or what has to go before it; undefined when none went out. */
  send(): Attempt | undefined {
    const { follower, queue, warnings } = this.#parts
    // What another key could open must not be replaced by what this key knows.
    if (warnings.foreignEpoch > 0) return undefined
    const { appliedSeq: coversSeq, snapSeq, baseSeq } = follower
    const large = queue.large
    if (this.holdsMore && this.#announcedSeq <= snapSeq) {
      if (!queue.has('large')) queue.pushControl({ type: 'large' })
      return undefined
    }
    if (coversSeq === snapSeq) return undefined
    const blob = this.seal(this.#parts.keys.current)
    if (blob === undefined) return undefined
    return this.#parts.send({ type: 'snapshot', baseSeq, coversSeq, blob }) ? { coversSeq, large } : undefined
  }

  /** The document as it is now, sealed under this key; undefined when no room takes it or it must not be stored. */
  seal(secret: RoomSecret): Uint8Array | undefined {
    const { dev, doc, schemaVersion, inbox, random } = this.#parts
    const from = { dev, ctr: ++this.#ctr }
    const blob = sealSnapshot(secret, doc, from, { schemaVersion, counters: inbox.counters }, random)
    this.#isTooLarge = blob === 'tooLarge'
    return blob === 'tooLarge' ? undefined : blob
  }
}
