import { concatBytes } from '@kringplan/shared/sealed/envelope'
import type { LogEntry, WelcomeFrame } from '@kringplan/shared/sealed/relayFrames'
import type { SealedInbox, Warnings } from './sealedInbox.ts'

/**
 * How a frame of the log ended. `waiting`: more parts come. `old`: applied before. `hole`: something before it is missing, ask
 * again. `refused`: this app must not touch the room. `live`: the whole answer is in the document.
 */
export type Followed = 'waiting' | 'old' | 'applied' | 'hole' | 'refused' | 'live'

/** The answer to `hello` as far as it has come in. */
type Gathering = { readonly from: number; snapshot: Uint8Array[]; entries: LogEntry[]; early: LogEntry[] }

/** Keeps the row of entries unbroken: `appliedSeq` is the last one of a row that is in the document without a hole. */
export class LogFollower {
  readonly #inbox: SealedInbox
  readonly #warnings: Warnings
  #gathering: Gathering | undefined
  #isLive = false
  #wantsAll = false
  appliedSeq = 0
  /** The room's snapshot. */
  snapSeq = 0
  /** The last snapshot whose whole content is in the document. */
  baseSeq = 0
  /** The last answer had less than this device had seen stored. */
  isRolledBack = false

  constructor(inbox: SealedInbox, warnings: Warnings) {
    this.#inbox = inbox
    this.#warnings = warnings
  }

  /** A connection is up, and `hello` goes out, with what this returns as `fromSeq`. */
  begin(): number {
    this.#isLive = false
    // From before the first announcement, so that the snapshot it speaks of comes along if there is one by now.
    const from = this.#wantsAll
      ? 0
      : Math.min(this.appliedSeq, ...[...this.#inbox.announced].map((seq) => seq - 1))
    this.#gathering = { from, snapshot: [], entries: [], early: [] }
    return from
  }

  /** The next connection asks for all of the log: what was applied may not be what others have under the same numbers. */
  fetchAll(): void {
    this.#wantsAll = true
  }

  /** The connection is gone. */
  end(): void {
    this.#isLive = false
    this.#gathering = undefined
  }

  /** One part of the answer. */
  welcome(frame: WelcomeFrame): Followed {
    const gathering = this.#gathering
    if (gathering === undefined) return 'old'
    if (frame.snapshotPart !== null) gathering.snapshot.push(frame.snapshotPart)
    for (const entry of frame.entries) gathering.entries.push(entry)
    if (!frame.last) return 'waiting'
    this.#gathering = undefined
    const isShorter = frame.head < this.appliedSeq
    if (isShorter) this.#inbox.forgetSchema()
    const snapshot = gathering.snapshot.length > 0 ? concatBytes(...gathering.snapshot) : null
    const helloSeq = gathering.from > frame.head ? 0 : gathering.from
    const from = Math.max(helloSeq, snapshot === null ? 0 : frame.snapSeq)
    const isWhole =
      from + gathering.entries.length === frame.head &&
      gathering.entries.every((entry, i) => entry.seq === from + 1 + i)
    // An answer with holes is no state to show.
    if (!isWhole) return this.#hole()
    const isAgain = helloSeq < this.appliedSeq
    const { skipped } = this.#warnings
    const applied = this.#inbox.applyAll(snapshot, gathering.entries, isAgain)
    if (applied === 'otherSchema') return 'refused'
    // What no key of this room sealed says nothing about the key that this device has: asked for again.
    if (applied === 'unreadableSnapshot') return 'hole'
    // A snapshot, or the whole log, is all that there is.
    const isAll = snapshot !== null || helloSeq === 0
    this.isRolledBack = isShorter || (isAll && this.#inbox.isLess)
    if (this.isRolledBack) this.#warnings.rolledBack++
    this.appliedSeq = frame.head
    this.#setSnapshot(frame.snapSeq)
    this.#wantsAll = false
    // What is missing has a number that this device has passed already.
    if (helloSeq > 0 && this.#warnings.skipped > skipped) return this.#askAll()
    this.#isLive = true
    for (const entry of gathering.early) {
      const early = this.#apply(entry)
      if (early === 'hole' || early === 'refused') return early
    }
    return 'live'
  }

  /** An entry of another device. */
  entry(entry: LogEntry): Followed {
    if (this.#gathering !== undefined) {
      this.#gathering.early.push(entry)
      return 'waiting'
    }
    // The relay gives every number once. What this device has under it may be on no other.
    if (this.#isLive && entry.seq <= this.appliedSeq) {
      this.#warnings.renumbered++
      return this.#askAll()
    }
    return this.#apply(entry)
  }

  #apply(entry: LogEntry): Followed {
    const place = this.#place(entry.seq)
    if (place !== 'applied') return place
    const { skipped } = this.#warnings
    if (this.#inbox.applyAll(null, [entry]) !== 'applied') return 'refused'
    this.appliedSeq = entry.seq
    return this.#warnings.skipped > skipped ? this.#askAll() : 'applied'
  }

  /** An entry of this device has been stored; it is in the document already. */
  stored(seq: number): Followed {
    const place = this.#place(seq)
    if (place === 'applied') this.appliedSeq = seq
    return place
  }

  /**
   * The room has a new snapshot. False when it holds something that this document may not have: it was announced, and is
   * another device's. Then `hello` has to fetch it.
   */
  snapped(seq: number, isOwn: boolean): boolean {
    // In the middle of an answer it is not known yet what has been announced.
    if (this.#gathering !== undefined) return false
    // A snapshot of entries that never came.
    if (this.#isLive && seq > this.appliedSeq) {
      this.#hole()
      return false
    }
    if (!isOwn && [...this.#inbox.announced].some((announced) => announced <= seq)) return false
    this.#setSnapshot(seq)
    return true
  }

  #setSnapshot(seq: number): void {
    this.snapSeq = seq
    this.baseSeq = seq
    for (const announced of this.#inbox.announced)
      if (announced <= seq) this.#inbox.announced.delete(announced)
  }

  #place(seq: number): Followed {
    if (!this.#isLive || seq <= this.appliedSeq) return 'old'
    return seq === this.appliedSeq + 1 ? 'applied' : this.#hole()
  }

  #askAll(): Followed {
    this.fetchAll()
    this.end()
    return 'hole'
  }

  #hole(): Followed {
    this.#warnings.holes++
    this.end()
    return 'hole'
  }
}
