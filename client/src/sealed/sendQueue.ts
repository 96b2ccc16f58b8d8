import { blobSize } from '@kringplan/shared/sealed/envelope'
import { sealedLimits } from '@kringplan/shared/sealed/limits'
import type { ClientFrame } from '@kringplan/shared/sealed/relayFrames'
import { toHexString } from 'lib0/buffer'
import * as Y from 'yjs'
import { type Control, encodeControl } from './controlPayload.ts'
import type { DeviceCounters } from './counters.ts'
import type { MessageBudget } from './messageBudget.ts'
import type { Outbox } from './outbox.ts'
import type { RoomKeys } from './roomKeys.ts'
import { sealBlob } from './seal.ts'
import type { StoredEntry } from './sealedDatabase.ts'
import type { SealedEnv } from './sealedEnv.ts'

/** Unsent words of a time without network are put together up to this size: less to keep and to send, nothing lost. */
const mergeBytes = 4096

type Pending = {
  readonly id: string
  readonly order: number
  readonly kind: 'update' | 'schema' | 'large'
  readonly payload: Uint8Array
  /** Sealed at the first sending, with this page's next counter, and the same for ever after. */
  sealed?: { readonly blob: Uint8Array; readonly ctr: number }
  /** On this connection; 0 is not sent. */
  cid: number
  /** It is on disk under `id`. */
  isKept: boolean
}

/** What an acknowledged or settled entry was. */
export type Stored = { readonly ctr: number; readonly kind: Pending['kind'] }

/**
 * The own changes that the server is not known to have.
 *
 * 1. Each is on disk as ciphertext until the server has it.
 * 2. A counter is taken at the first sending, in order, and belongs to one blob for ever: no holes, no two blobs under one counter.
 * 3. Sent in order, again and again, until acknowledged, seen in the log, or covered by an own snapshot.
 */
export class SendQueue {
  #pending: Pending[] = []
  readonly #keys: RoomKeys
  readonly #dev: Uint8Array
  readonly #page: string
  readonly #env: SealedEnv
  readonly #outbox: Outbox
  readonly #budget: MessageBudget
  readonly #send: (frame: ClientFrame) => boolean
  readonly #onNotKept: () => void
  /** Taken over, and of no key that this page has: the next key of the room may be the one, or the document tells it. */
  unopened: readonly StoredEntry[] = []
  /** Whether there is one among these whose key may still come; what is spoilt never opens. */
  lacksKey = false
  #order = 0
  #ctr = 0
  #cid = 0
  #isOpen = false
  #cancelWait = () => {}

  constructor(options: {
    keys: RoomKeys
    dev: Uint8Array
    env: SealedEnv
    outbox: Outbox
    budget: MessageBudget
    send: (frame: ClientFrame) => boolean
    onNotKept: () => void
  }) {
    this.#keys = options.keys
    this.#dev = options.dev
    this.#page = toHexString(options.dev)
    this.#env = options.env
    this.#outbox = options.outbox
    this.#budget = options.budget
    this.#send = options.send
    this.#onNotKept = options.onNotKept
  }

  get size(): number {
    return this.#pending.length
  }

  /** Whether something has been sent on this connection and not been answered. */
  get isWaiting(): boolean {
    return this.#pending.some((entry) => entry.cid > 0)
  }

  /** Ids of what is too large for an entry and has to travel in a snapshot. */
  get large(): readonly string[] {
    return this.#pending.filter(isLarge).map((entry) => entry.id)
  }

  /** The changes themselves, in order. */
  get updates(): readonly Uint8Array[] {
    return this.#pending.filter((entry) => entry.kind === 'update').map((entry) => entry.payload)
  }

  /** Whether a message of this kind is under way. */
  has(kind: 'schema' | 'large'): boolean {
    return this.#pending.some((entry) => entry.kind === kind)
  }

  /** Ids of what is on disk now, to compare with what the disk says. */
  get kept(): readonly string[] {
    return this.#pending.filter((entry) => entry.isKept).map((entry) => entry.id)
  }

  /** Takes a change of the document. */
  pushUpdate(update: Uint8Array): void {
    const last = this.#pending.at(-1)
    const canMerge = last?.kind === 'update' && last.sealed === undefined
    if (canMerge && last.payload.length + update.length <= mergeBytes) {
      this.#pending.pop()
      this.#add(Y.mergeUpdates([last.payload, update]), last.id)
    } else {
      this.#add(update)
    }
    this.flush()
  }

  /**
   * Takes a message to the other devices. Not kept on disk: it is made anew when needed. The schema goes before everything
   * that waits, because nobody may apply an update before it.
   */
  pushControl(control: Extract<Control, { type: 'schema' | 'large' }>): void {
    const entry = this.#make(control.type, encodeControl(control))
    if (control.type === 'schema') this.#pending.unshift(entry)
    else this.#pending.push(entry)
    this.flush()
  }

  /**
   * Takes over entries of a page that is gone, and gives their updates. What no key of this page opens is left on disk,
   * and tried again with the next call.
   */
  adopt(entries: readonly StoredEntry[]): Uint8Array[] {
    const updates: Uint8Array[] = []
    const unopened: StoredEntry[] = []
    this.lacksKey = false
    for (const entry of [...this.unopened, ...entries]) {
      if (this.#pending.some((own) => own.id === entry.id)) continue
      const opened = this.#keys.openKept(entry.sealed)
      if (opened.end !== 'opened') {
        unopened.push(entry)
        this.lacksKey ||= opened.end === 'wrongEpoch'
        continue
      }
      const { payload } = opened.content
      const own = { ...this.#make('update', payload, entry.id), isKept: true }
      this.#pending.push(own)
      updates.push(payload)
      // Less to look for at the next load.
      if (!this.#keys.isOfNow(entry.sealed)) void this.#keep(own)
    }
    this.unopened = unopened
    return updates
  }

  /** Forgets what was on disk and is another page's by now. */
  disown(keptBefore: readonly string[], mine: ReadonlySet<string>): void {
    const gone = new Set(keptBefore.filter((id) => !mine.has(id)))
    this.#pending = this.#pending.filter((entry) => !gone.has(entry.id))
    this.unopened = this.unopened.filter((entry) => mine.has(entry.id))
  }

  /** From now on, entries go out. */
  open(): void {
    this.#isOpen = true
    this.flush()
  }

  /** The connection is gone: everything unanswered goes out again on the next. */
  close(): void {
    this.#isOpen = false
    this.#cancelWait()
    for (const entry of this.#pending) entry.cid = 0
  }

  /** The server has stored the entry of this cid. */
  acknowledge(cid: number): Stored | undefined {
    const entry = this.#pending.find((one) => one.cid === cid && cid > 0)
    if (entry?.sealed === undefined) return undefined
    this.#drop([entry])
    return { ctr: entry.sealed.ctr, kind: entry.kind }
  }

  /** Drops what is in the log or its snapshot already: its acknowledgement was lost. */
  settle(counters: DeviceCounters): void {
    this.#drop(
      this.#pending.filter(
        (entry) => entry.sealed !== undefined && counters.has(this.#dev, entry.sealed.ctr),
      ),
    )
  }

  /** Drops large entries that a stored snapshot holds. */
  settleLarge(ids: readonly string[]): void {
    this.#drop(this.#pending.filter((entry) => isLarge(entry) && ids.includes(entry.id)))
  }

  /** The server had no room for this one yet: it goes out again, with everything after it, when `open` is called. */
  hold(cid: number): void {
    const index = this.#pending.findIndex((entry) => entry.cid === cid)
    if (index < 0) return
    this.#isOpen = false
    this.#cancelWait()
    for (const entry of this.#pending.slice(index)) entry.cid = 0
  }

  /** Sends what can be sent now. */
  flush(): void {
    if (!this.#isOpen) return
    for (const entry of this.#pending) {
      if (entry.cid > 0 || isLarge(entry)) continue
      if (!this.#budget.take()) {
        this.#cancelWait()
        this.#cancelWait = this.#env.setTimer(() => this.flush(), this.#budget.waitMs())
        return
      }
      entry.sealed ??= this.#seal(entry, ++this.#ctr)
      entry.cid = ++this.#cid
      if (!this.#send({ type: 'append', cid: entry.cid, blob: entry.sealed.blob })) {
        entry.cid = 0
        return
      }
    }
  }

  /**
   * The room has another key: what is not known to be stored is sealed anew, on this disk too. Each keeps its counter,
   * so that the row of this device stays without holes.
   */
  reseal(): void {
    this.close()
    for (const entry of this.#pending) {
      if (entry.sealed !== undefined) entry.sealed = this.#seal(entry, entry.sealed.ctr)
      if (entry.kind === 'update') void this.#keep(entry)
    }
  }

  #seal(entry: Pending, ctr: number): NonNullable<Pending['sealed']> {
    const kind = entry.kind === 'update' ? 'update' : 'control'
    const content = { dev: this.#dev, ctr, payload: entry.payload }
    return { ctr, blob: sealBlob(this.#keys.current, kind, content, this.#env.random) }
  }

  #make(kind: Pending['kind'], payload: Uint8Array, id?: string): Pending {
    const order = ++this.#order
    return { id: id ?? `${this.#page}:${order}`, order, kind, payload, cid: 0, isKept: false }
  }

  #add(payload: Uint8Array, instead?: string): void {
    const entry = this.#make('update', payload)
    this.#pending.push(entry)
    void this.#keep(entry, instead)
  }

  async #keep(entry: Pending, instead?: string): Promise<void> {
    const content = { dev: this.#dev, ctr: entry.order, payload: entry.payload }
    const sealed = sealBlob(this.#keys.disk, 'update', content, this.#env.random)
    try {
      await this.#outbox.keep({ id: entry.id, order: entry.order, sealed }, instead)
      entry.isKept = true
    } catch {
      this.#onNotKept()
    }
  }

  #drop(entries: readonly Pending[]): void {
    if (entries.length === 0) return
    this.#pending = this.#pending.filter((entry) => !entries.includes(entry))
    const ids = entries.filter((entry) => entry.kind === 'update').map((entry) => entry.id)
    // An entry left behind is sent once more by the next page: no harm.
    if (ids.length > 0) this.#outbox.remove(ids).catch(() => this.#onNotKept())
  }
}

function isLarge(entry: Pending): boolean {
  return blobSize(entry.payload.length) > sealedLimits.blobBytes
}
