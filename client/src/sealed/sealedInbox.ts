import type { LogEntry } from '@kringplan/shared/sealed/relayFrames'
import * as Y from 'yjs'
import { decodeControl } from './controlPayload.ts'
import { DeviceCounters } from './counters.ts'
import type { RoomKeys } from './roomKeys.ts'
import { openBlob } from './seal.ts'
import { decodeSnapshotPayload } from './snapshotPayload.ts'

/** What has been seen that an honest relay and honest devices do not do. Zeros in a normal meeting. */
export type Warnings = {
  /** Entries that must exist, because a later one of the same device came, and have not come. */
  missing: number
  /** Times the row of the log had a hole, and was asked for again. */
  holes: number
  /** Entries that came twice. They do no harm, but no honest relay stores one twice. */
  repeated: number
  /** Times an entry came before one that its device sent earlier: that was kept back, or comes late. */
  skipped: number
  /** Times a number of the log was given to another entry. */
  renumbered: number
  /** Blobs that no key of this room sealed as they are. */
  unreadable: number
  /** Blobs of another epoch. */
  foreignEpoch: number
  /** Times the server had less than it had before. */
  rolledBack: number
  /** Entries that could not be kept on this device. */
  notKept: number
  /** Next keys that no device of the circle made. */
  forged: number
  /** Times another device had, for a while, another log than this one; all of it was then fetched anew. */
  differing: number
}

/** Warnings at the start. */
export function noWarnings(): Warnings {
  return {
    missing: 0,
    holes: 0,
    repeated: 0,
    skipped: 0,
    renumbered: 0,
    unreadable: 0,
    foreignEpoch: 0,
    rolledBack: 0,
    notKept: 0,
    forged: 0,
    differing: 0,
  }
}

/** How many signs there are that the relay is not honest. */
export function countDoubts(warnings: Warnings): number {
  const { missing: _now, notKept: _own, ...times } = warnings
  return Object.values(times).reduce((sum, one) => sum + one, 0)
}

/** `otherSchema`: this room was begun by another version of the app, so this one must not touch it. */
export type Applied = 'applied' | 'otherSchema' | 'unreadableSnapshot'

/**
 * Opens what the relay hands out and puts it into the document.
 *
 * 1. Nothing reaches Yjs that an inside device did not seal for this room and epoch.
 * 2. No update is applied before the schema of the room is known to be this app's.
 */
export class SealedInbox {
  readonly counters = new DeviceCounters()
  readonly #keys: RoomKeys
  readonly #doc: Y.Doc
  readonly #origin: unknown
  readonly #schemaVersion: number
  readonly #warnings: Warnings
  #isSchemaKnown = false
  /** What has been seen of what came last. */
  #answer = new DeviceCounters()
  /** The entries after the snapshot in which another device announced one that holds more than the log. */
  readonly announced = new Set<number>()

  constructor(keys: RoomKeys, doc: Y.Doc, origin: unknown, schemaVersion: number, warnings: Warnings) {
    this.#keys = keys
    this.#doc = doc
    this.#origin = origin
    this.#schemaVersion = schemaVersion
    this.#warnings = warnings
  }

  /** Whether the log or snapshot has said that it is of this app's schema. */
  get isSchemaKnown(): boolean {
    return this.#isSchemaKnown
  }

  /** Puts a snapshot and the entries after it into the document, as one change. `isAgain` when some may have been before. */
  applyAll(snapshot: Uint8Array | null, entries: readonly LogEntry[], isAgain = false): Applied {
    let result: Applied = 'applied'
    this.#answer = new DeviceCounters()
    this.#doc.transact(() => {
      if (snapshot !== null) result = this.#applySnapshot(snapshot)
      for (const entry of entries) if (result === 'applied') result = this.#applyEntry(entry, isAgain)
    }, this.#origin)
    this.#warnings.missing = this.counters.missing
    return result
  }

  /** Whether what came last, being all that the relay has, lacks something that has been seen. */
  get isLess(): boolean {
    return !this.#answer.holds(this.counters)
  }

  /** The server has lost entries: the log has to say its schema again. */
  forgetSchema(): void {
    this.#isSchemaKnown = false
  }

  /** Notes an entry of this device that the relay has stored. */
  noteOwn(dev: Uint8Array, ctr: number, kind: 'update' | 'schema' | 'large'): void {
    this.counters.see(dev, ctr)
    if (kind === 'schema') this.#isSchemaKnown = true
  }

  #applySnapshot(blob: Uint8Array): Applied {
    const opened = openBlob(this.#keys.current, blob)
    const payload =
      opened.end === 'opened' && opened.kind === 'snapshot'
        ? decodeSnapshotPayload(opened.content.payload)
        : undefined
    if (payload === undefined) {
      this.#warnings[opened.end === 'wrongEpoch' ? 'foreignEpoch' : 'unreadable']++
      return 'unreadableSnapshot'
    }
    if (payload.schemaVersion !== this.#schemaVersion) return 'otherSchema'
    this.#isSchemaKnown = true
    if (!this.#applyUpdate(payload.state)) return 'unreadableSnapshot'
    this.counters.merge(payload.counters)
    this.#answer.merge(payload.counters)
    return 'applied'
  }

  #applyEntry(entry: LogEntry, isAgain: boolean): Applied {
    const opened = openBlob(this.#keys.current, entry.blob)
    if (opened.end !== 'opened') {
      this.#warnings[opened.end === 'wrongEpoch' ? 'foreignEpoch' : 'unreadable']++
      return 'applied'
    }
    const { dev, ctr, payload } = opened.content
    if (opened.kind !== 'update' && opened.kind !== 'control') {
      this.#warnings.unreadable++
      return 'applied'
    }
    const seeing = this.counters.see(dev, ctr)
    this.#answer.see(dev, ctr)
    if (seeing === 'repeated' && !isAgain) this.#warnings.repeated++
    if (seeing === 'skipped') this.#warnings.skipped++
    if (opened.kind === 'control') {
      const control = decodeControl(payload)
      if (control.type === 'large') this.announced.add(entry.seq)
      if (control.type !== 'schema' || this.#isSchemaKnown) return 'applied'
      if (control.version !== this.#schemaVersion) return 'otherSchema'
      this.#isSchemaKnown = true
      return 'applied'
    }
    if (!this.#isSchemaKnown) return 'otherSchema'
    // A repeated one too: applying twice does nothing, and dropping could lose something.
    this.#applyUpdate(payload)
    return 'applied'
  }

  #applyUpdate(update: Uint8Array): boolean {
    try {
      // Reads it once first: Yjs sets memory aside for as many parts as an update claims before it sees that they are not there.
      Y.decodeUpdate(update)
      Y.applyUpdate(this.#doc, update, this.#origin)
      return true
    } catch {
      this.#warnings.unreadable++
      return false
    }
  }
}
