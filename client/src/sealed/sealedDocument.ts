import type * as Y from 'yjs'
import type { LiveDocument } from '../sync/liveDocument.ts'
import type { Admission } from './admissionPayload.ts'
import type { DeviceCounters } from './counters.ts'
import type { Outbox } from './outbox.ts'
import type { RoomSecret } from './seal.ts'
import type { SealedEnv } from './sealedEnv.ts'
import type { Warnings } from './sealedInbox.ts'

/** A knock, or the answer to one, on its way through the relay. */
export type KnockFrame = { readonly knockId: Uint8Array; readonly bytes: Uint8Array }

/** What only the screens of the private part need to know. */
export type SealedDetail = {
  readonly room: string
  readonly epoch: number
  /** The last entry of the log that this document holds. */
  readonly head: number
  readonly warnings: Readonly<Warnings>
}

/** Seals the next key for each device that stays. */
export type WrapKey = (next: RoomSecret) => Promise<Uint8Array>

/** How giving the room another key ends. `raced`: somebody else did so first, or wrote without a pause. */
export type Rekeyed = 'done' | 'raced' | 'offline'

/** The live document of the private part. */
export interface SealedDocument extends LiveDocument {
  getDetail(): SealedDetail
  /** Calls `fn` when the last entry that this document holds may be another one; the returned function ends that. */
  onEntry(fn: () => void): () => void
  /** What a device gets that a person inside lets in. Holds the room key. */
  makeAdmission(): Admission
  /** Calls `fn` for every knock at the door; the returned function ends that. */
  onKnock(fn: (knock: KnockFrame) => void): () => void
  /** Sends an answer to a knock. False when there is no connection to send it over: ask again. */
  sendAdmit(answer: KnockFrame): boolean
  /**
   * Gives the room a next key, which `wrap` seals for the devices that stay: from then on no other device reads or
   * writes anything. What is in the document now goes along.
   */
  rekey(wrap: WrapKey): Promise<Rekeyed>
  /** Replaces the log by a snapshot now if this device may: before the door opens, or when somebody asks. */
  compact(): void
}

/** What it takes to connect a sealed document. */
export type SealedProviderOptions = {
  readonly url: string
  readonly secret: RoomSecret
  /** Keys that the room had before: what lies on this disk under them is sent with the one of now. */
  readonly before?: readonly RoomSecret[] | undefined
  readonly schemaVersion: number
  readonly env: SealedEnv
  /** The outbox for the page with this name. */
  readonly makeOutbox: (page: string) => Outbox
  /** How far the log was when this device was let in. */
  readonly floor?: DeviceCounters
  /**
   * Finds the next key for this device, or nothing when there is none for it; `forged` when no device of the circle made it. `doc` is what
   * this device held under the key before. Rejects when it cannot look now; it is asked again.
   */
  readonly openWrap?: (
    before: RoomSecret,
    wraps: Uint8Array,
    doc: Y.Doc,
  ) => Promise<RoomSecret | 'forged' | undefined>
  /** Told the next key, to keep it. */
  readonly onKey?: (next: RoomSecret, before: RoomSecret) => void
}
