import type { RejectCode, ServerFrame } from '@kringplan/shared/sealed/relayFrames'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { DocStatus } from '../sync/liveDocument.ts'
import type { Admission } from './admissionPayload.ts'
import type { Followed } from './logFollower.ts'
import { rejections } from './rejection.ts'
import { createRelayLink, type RelayLink } from './relayLink.ts'
import { deriveDoorToken } from './roomKey.ts'
import type { KnockFrame, SealedDetail, SealedDocument, SealedProviderOptions } from './sealedDocument.ts'
import type { SealedEnv } from './sealedEnv.ts'
import { countDoubts } from './sealedInbox.ts'
import { createParts, type SealedParts } from './sealedParts.ts'
import { createSignal } from './signal.ts'
import { createStatusStore } from './statusStore.ts'
import { createWatchdog, type Watchdog } from './watchdog.ts'

/** A disk that does not answer must not keep words from going out. */
const diskTimeoutMs = 3000
const rateRetryMs = 1000

/** Connects a document to the sealed relay. It starts by itself and goes on until it is destroyed. */
export function connectSealed(options: SealedProviderOptions): SealedDocument {
  return new SealedProvider(options)
}

/**
 * 1. Local changes go to the queue and its disk first, whatever the connection does.
 * 2. Nothing is sent into a room whose schema is another; the document stays unbound (`loaded` false).
 * 3. A snapshot goes out only from a device that has everything it replaces in its document.
 */
class SealedProvider implements SealedDocument {
  readonly doc = new Y.Doc({ gc: true })
  readonly awareness = new Awareness(this.doc)
  readonly #options: SealedProviderOptions
  readonly #parts: SealedParts
  readonly #env: SealedEnv
  readonly #status = createStatusStore<DocStatus>({ link: 'connecting', loaded: false, arrived: false })
  readonly #link: RelayLink
  readonly #watchdog: Watchdog
  readonly #knocks = createSignal<[KnockFrame]>()
  readonly #entries = createSignal<[]>()
  readonly #stops: (() => void)[] = []
  #connection = 0
  #isLive = false
  #isDestroyed = false
  #isLogFull = false
  #cancelGate = () => {}

  constructor(options: SealedProviderOptions) {
    const { env } = options
    this.#options = options
    this.#env = env
    this.#parts = createParts(options, this.doc, this.awareness, this, {
      isLive: () => this.#isLive,
      isLogFull: () => this.#isLogFull,
      send: (frame) => this.#link.send(frame),
      adopt: (updates) => this.#adopt(updates),
      onChange: () => this.#publish(),
      restart: () => this.#link.restart(),
    })
    this.doc.on('update', this.#onUpdate)
    this.#link = createRelayLink(env, options.url, {
      onUp: () => this.#onUp(),
      onFrame: (frame) => this.#onFrame(frame),
      onDown: () => this.#onDown(),
      onRefused: () => this.#status.set({ link: 'refused' }),
    })
    this.#watchdog = createWatchdog(env, () => this.#link.restart())
    this.#stops.push(
      env.onWake(() => this.#watchdog.look()),
      () => this.#parts.keeper.stop(),
      () => this.#parts.heartbeat.stop(),
    )
    void this.#parts.keeper.read()
  }

  readonly getStatus = this.#status.get
  readonly subscribe = this.#status.subscribe
  readonly onEntry = this.#entries.on
  readonly onKnock = this.#knocks.on
  readonly unsent = (): readonly Uint8Array[] => this.#parts.queue.updates

  getDetail(): SealedDetail {
    const { room, epoch } = this.#parts.keys.current
    return { room, epoch, head: this.#parts.follower.appliedSeq, warnings: { ...this.#parts.warnings } }
  }

  makeAdmission(): Admission {
    const { key, epoch } = this.#parts.keys.current
    return { key, epoch, floor: this.#parts.inbox.counters }
  }

  sendAdmit(answer: KnockFrame): boolean {
    return this.#isLive && this.#link.send({ type: 'admit', ...answer })
  }

  readonly rekey: SealedDocument['rekey'] = (wrap) => this.#parts.rekeying.start(wrap)

  compact(): void {
    if (this.#isLive) this.#parts.compactor.compact()
  }

  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.#parts.presence.destroy()
    this.doc.off('update', this.#onUpdate)
    this.#link.stop()
    this.#onDown()
    for (const stop of this.#stops) stop()
    this.awareness.destroy()
    this.doc.destroy()
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return
    this.#parts.queue.pushUpdate(update)
    if (this.#parts.queue.isWaiting) this.#watchdog.expect()
    if (this.#parts.queue.large.length > 0) this.compact()
    this.#parts.keeper.beat()
    this.#publish()
  }

  /** What another page of this seat left: it was typed here, and is not known to be stored. */
  #adopt(updates: readonly Uint8Array[]): void {
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update, this)
    }, this)
    this.#parts.queue.flush()
  }

  #onUp(): void {
    this.#connection++
    this.#hello()
  }

  #hello(): void {
    const fromSeq = this.#parts.follower.begin()
    const secret = this.#parts.keys.current
    this.#link.send({ type: 'hello', epoch: secret.epoch, fromSeq, doorToken: deriveDoorToken(secret) })
    this.#watchdog.expect()
  }

  /** The room has another key. Who stays finds it in the wraps, and goes on with the same document. */
  async #nextKey(epoch: number, wraps: Uint8Array): Promise<void> {
    this.#pause()
    const connection = this.#connection
    const isKnown = await this.#parts.rekeying.adopt(epoch, wraps, this.doc).catch(() => undefined)
    if (this.#isDestroyed) return
    // The key exchange could not be loaded, on bad wifi mostly: that is no reason to stay out.
    if (isKnown === undefined) return connection === this.#connection ? this.#link.restart() : undefined
    if (!isKnown) return this.#link.stop('refused')
    void this.#parts.keeper.read()
    if (connection === this.#connection) this.#hello()
  }

  /** Nothing goes out until the relay has answered the next `hello`. */
  #pause(): void {
    this.#isLive = false
    this.#parts.follower.end()
    this.#parts.queue.close()
    this.#parts.compactor.stop()
    this.#cancelGate()
  }

  #onDown(): void {
    this.#pause()
    this.#watchdog.stop()
    this.#parts.rekeying.lost()
    this.#parts.heartbeat.forget()
    this.#parts.presence.forgetOthers()
    if (this.#status.get().link !== 'refused') this.#status.set({ link: 'offline' })
    this.#publish()
  }

  #onFrame(frame: ServerFrame): void {
    this.#watchdog.heard(this.awareness.getStates().size > 1)
    switch (frame.type) {
      case 'welcome':
        return this.#followed(this.#parts.follower.welcome(frame))
      case 'entry':
        return this.#followed(this.#parts.follower.entry(frame))
      case 'ack': {
        const stored = this.#parts.queue.acknowledge(frame.cid)
        if (stored !== undefined) this.#parts.inbox.noteOwn(this.#parts.dev, stored.ctr, stored.kind)
        if (stored?.kind === 'large') this.#parts.snapshotter.announced(frame.seq)
        this.#watchdog.answered()
        if (this.#parts.queue.isWaiting) this.#watchdog.expect()
        return this.#followed(this.#parts.follower.stored(frame.seq))
      }
      case 'snapped':
        return this.#snapped(frame.seq, frame.own)
      case 'ephemeral':
        return this.#parts.presence.receive(frame.blob)
      case 'epoch':
        return void this.#nextKey(frame.epoch, frame.wraps)
      case 'stale':
        // Another epoch: the key that this device has is of no use any more.
        this.#parts.warnings.foreignEpoch++
        return this.#link.stop('refused')
      case 'reject':
        return this.#rejected(frame.code, frame.cid)
      case 'knock':
        return this.#knocks.tell({ knockId: frame.knockId, bytes: frame.bytes })
      case 'admit':
        return
    }
  }

  #followed(how: Followed): void {
    if (how === 'hole') return this.#link.restart()
    if (how === 'refused') return this.#link.stop('refused')
    if (how === 'live') this.#becomeLive()
    if (how === 'applied') this.#parts.compactor.noteEntry()
    this.#publish()
    this.#entries.tell()
  }

  #becomeLive(): void {
    this.#link.settled()
    this.#watchdog.answered()
    this.#parts.queue.settle(this.#parts.inbox.counters)
    const [isFirst, floor] = [!this.#status.get().loaded, this.#options.floor]
    if (isFirst && floor && !this.#parts.inbox.counters.holds(floor)) this.#parts.warnings.rolledBack++
    this.#parts.snapshotter.mustReseed ||= this.#parts.follower.isRolledBack
    this.#isLive = true
    const connection = this.#connection
    const openGate = () => {
      if (this.#connection !== connection || !this.#isLive) return
      this.#cancelGate()
      this.#openQueue()
      this.#parts.compactor.noteEntry()
    }
    // Sending waits for the disk, which knows whether another page of this seat sends the same words.
    this.#cancelGate = this.#env.setTimer(openGate, diskTimeoutMs)
    void this.#parts.keeper.read().then(openGate)
    this.#parts.presence.announce()
    this.#status.set({ link: 'live', loaded: true })
  }

  /** Who sends into a log that has not said its schema yet, says it first. */
  #openQueue(): void {
    if (!this.#parts.inbox.isSchemaKnown && !this.#parts.queue.has('schema')) {
      this.#parts.queue.pushControl({ type: 'schema', version: this.#options.schemaVersion })
    }
    this.#parts.queue.open()
    if (this.#parts.queue.isWaiting) this.#watchdog.expect()
  }

  #snapped(seq: number, isOwn: boolean): void {
    if (!this.#parts.follower.snapped(seq, isOwn)) return this.#link.restart()
    const attempt = this.#parts.compactor.snapped(isOwn)
    if (attempt !== undefined) this.#parts.snapshotter.stored(attempt)
    if (this.#isLogFull) {
      this.#isLogFull = false
      this.#openQueue()
    }
    if (this.#parts.snapshotter.holdsMore) this.#parts.compactor.compact()
    this.#publish()
  }

  #rejected(code: RejectCode, cid: number): void {
    const meaning = rejections[code]
    if (meaning === 'final') this.#link.stop('refused')
    if (meaning === 'again') this.#link.restart()
    if (meaning === 'race') {
      this.#parts.compactor.refused()
      this.#parts.rekeying.raced()
    }
    // A door that is being opened takes no other key: once more when it stays closed.
    if (cid === 0 && meaning === 'later') this.#later(() => this.#parts.rekeying.raced())
    if (cid === 0 || (meaning !== 'later' && meaning !== 'full')) return
    this.#parts.queue.hold(cid)
    if (meaning === 'full') {
      this.#isLogFull = true
      this.#parts.compactor.compact()
    } else {
      this.#later(() => this.#openQueue())
    }
  }

  #later(fn: () => void): void {
    this.#stops.push(this.#env.setTimer(() => this.#isLive && fn(), rateRetryMs))
  }

  #publish(): void {
    const arrived =
      this.#parts.queue.size === 0 && this.#parts.keeper.isClear() && !this.#parts.snapshotter.mustReseed
    // Only a snapshot makes room, and none fits.
    const full = this.#parts.snapshotter.isTooLarge && (this.#parts.snapshotter.holdsMore || this.#isLogFull)
    const doubts = countDoubts(this.#parts.warnings)
    const had = this.#status.get()
    this.#status.set({
      arrived,
      ...(full || had.full === true ? { full } : {}),
      ...(doubts > 0 || had.doubts !== undefined ? { doubts } : {}),
    })
  }
}
