import { devBytes } from '@kringplan/shared/sealed/envelope'
import type { ClientFrame, RejectCode, ServerFrame } from '@kringplan/shared/sealed/relayFrames'
import { toHexString } from 'lib0/buffer'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { DocStatus } from '../sync/liveDocument.ts'
import type { Admission } from './admissionPayload.ts'
import { Compactor } from './compactor.ts'
import { type Followed, LogFollower } from './logFollower.ts'
import { createMessageBudget } from './messageBudget.ts'
import { createOutboxKeeper, type OutboxKeeper } from './outboxKeeper.ts'
import { rejections } from './rejection.ts'
import { createRelayLink, type RelayLink } from './relayLink.ts'
import { deriveDoorToken } from './roomKey.ts'
import type { RoomSecret } from './seal.ts'
import { createSealedAwareness, type SealedAwareness } from './sealedAwareness.ts'
import type { KnockFrame, SealedDetail, SealedDocument, SealedProviderOptions } from './sealedDocument.ts'
import type { SealedEnv } from './sealedEnv.ts'
import { noWarnings, SealedInbox } from './sealedInbox.ts'
import { SendQueue } from './sendQueue.ts'
import { createSignal } from './signal.ts'
import { Snapshotter } from './snapshotter.ts'
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
  readonly #secret: RoomSecret
  readonly #options: SealedProviderOptions
  readonly #env: SealedEnv
  readonly #dev: Uint8Array
  readonly #warnings = noWarnings()
  readonly #status = createStatusStore<DocStatus>({ link: 'connecting', loaded: false, arrived: false })
  readonly #keeper: OutboxKeeper
  readonly #queue: SendQueue
  readonly #inbox: SealedInbox
  readonly #follower: LogFollower
  readonly #compactor: Compactor
  readonly #snapshotter: Snapshotter
  readonly #presence: SealedAwareness
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
    const { env, secret } = options
    this.#secret = secret
    this.#options = options
    this.#env = env
    this.#dev = env.random(devBytes)
    const outbox = options.makeOutbox(toHexString(this.#dev))
    const onNotKept = () => {
      this.#warnings.notKept++
    }
    const budget = createMessageBudget(env.now)
    const send = (frame: ClientFrame) => this.#link.send(frame)
    this.#queue = new SendQueue({ secret, dev: this.#dev, env, outbox, budget, send, onNotKept })
    this.#keeper = createOutboxKeeper(env, outbox, this.#queue, {
      adopt: (updates) => this.#adopt(updates),
      onChange: () => this.#publish(),
      onNotKept,
    })
    this.#inbox = new SealedInbox(secret, this.doc, this, options.schemaVersion, this.#warnings)
    this.#follower = new LogFollower(this.#inbox, this.#warnings)
    this.#snapshotter = new Snapshotter({
      secret,
      dev: this.#dev,
      doc: this.doc,
      schemaVersion: options.schemaVersion,
      inbox: this.#inbox,
      follower: this.#follower,
      queue: this.#queue,
      warnings: this.#warnings,
      random: env.random,
      send,
    })
    this.#compactor = new Compactor(env, {
      entriesSince: () => this.#follower.appliedSeq - this.#follower.snapSeq,
      isNeeded: () => this.#isLive && (this.#snapshotter.holdsMore || this.#isLogFull),
      isAnotherFirst: () => this.#inbox.announced.size > 0,
      send: () => (this.#isLive ? this.#snapshotter.send() : undefined),
      onTried: () => this.#publish(),
    })
    this.#presence = createSealedAwareness(this.awareness, secret, this.#dev, env, (blob) => {
      if (this.#isLive && budget.take()) this.#link.send({ type: 'ephemeral', blob })
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
      () => this.#keeper.stop(),
    )
    void this.#keeper.read()
  }

  readonly getStatus = this.#status.get
  readonly subscribe = this.#status.subscribe
  readonly onEntry = this.#entries.on
  readonly onKnock = this.#knocks.on
  readonly unsent = (): readonly Uint8Array[] => this.#queue.updates

  getDetail(): SealedDetail {
    const { room, epoch } = this.#secret
    return { room, epoch, head: this.#follower.appliedSeq, warnings: { ...this.#warnings } }
  }

  makeAdmission(): Admission {
    return { key: this.#secret.key, epoch: this.#secret.epoch, floor: this.#inbox.counters }
  }

  sendAdmit(answer: KnockFrame): boolean {
    return this.#isLive && this.#link.send({ type: 'admit', ...answer })
  }

  compact(): void {
    if (this.#isLive) this.#compactor.compact()
  }

  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.#presence.destroy()
    this.doc.off('update', this.#onUpdate)
    this.#link.stop()
    this.#onDown()
    for (const stop of this.#stops) stop()
    this.awareness.destroy()
    this.doc.destroy()
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return
    this.#queue.pushUpdate(update)
    if (this.#queue.isWaiting) this.#watchdog.expect()
    if (this.#queue.large.length > 0) this.compact()
    this.#keeper.beat()
    this.#publish()
  }

  /** What another page of this seat left: it was typed here, and is not known to be stored. */
  #adopt(updates: readonly Uint8Array[]): void {
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update, this)
    }, this)
    this.#queue.flush()
  }

  #onUp(): void {
    this.#connection++
    const fromSeq = this.#follower.begin()
    const doorToken = deriveDoorToken(this.#secret)
    this.#link.send({ type: 'hello', epoch: this.#secret.epoch, fromSeq, doorToken })
    this.#watchdog.expect()
  }

  #onDown(): void {
    this.#isLive = false
    this.#follower.end()
    this.#queue.close()
    this.#compactor.stop()
    this.#watchdog.stop()
    this.#cancelGate()
    this.#presence.forgetOthers()
    if (this.#status.get().link !== 'refused') this.#status.set({ link: 'offline' })
  }

  #onFrame(frame: ServerFrame): void {
    this.#watchdog.heard(this.awareness.getStates().size > 1)
    switch (frame.type) {
      case 'welcome':
        return this.#followed(this.#follower.welcome(frame))
      case 'entry':
        return this.#followed(this.#follower.entry(frame))
      case 'ack': {
        const stored = this.#queue.acknowledge(frame.cid)
        if (stored !== undefined) this.#inbox.noteOwn(this.#dev, stored.ctr, stored.kind)
        if (stored?.kind === 'large') this.#snapshotter.announced(frame.seq)
        this.#watchdog.answered()
        if (this.#queue.isWaiting) this.#watchdog.expect()
        return this.#followed(this.#follower.stored(frame.seq))
      }
      case 'snapped':
        return this.#snapped(frame.seq, frame.own)
      case 'ephemeral':
        return this.#presence.receive(frame.blob)
      case 'stale':
        // Another epoch: the key that this device has is of no use any more.
        this.#warnings.foreignEpoch++
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
    if (how === 'applied') this.#compactor.noteEntry()
    this.#publish()
    this.#entries.tell()
  }

  #becomeLive(): void {
    this.#link.settled()
    this.#watchdog.answered()
    this.#queue.settle(this.#inbox.counters)
    const [isFirst, floor] = [!this.#status.get().loaded, this.#options.floor]
    if (isFirst && floor && !this.#inbox.counters.covers(floor)) this.#warnings.rolledBack++
    this.#snapshotter.mustReseed ||= this.#follower.isRolledBack
    this.#isLive = true
    const connection = this.#connection
    const openGate = () => {
      if (this.#connection !== connection || !this.#isLive) return
      this.#cancelGate()
      this.#openQueue()
      this.#compactor.noteEntry()
    }
    // Sending waits for the disk, which knows whether another page of this seat sends the same words.
    this.#cancelGate = this.#env.setTimer(openGate, diskTimeoutMs)
    void this.#keeper.read().then(openGate)
    this.#presence.announce()
    this.#status.set({ link: 'live', loaded: true })
  }

  /** Who sends into a log that has not said its schema yet, says it first. */
  #openQueue(): void {
    if (!this.#inbox.isSchemaKnown && !this.#queue.has('schema')) {
      this.#queue.pushControl({ type: 'schema', version: this.#options.schemaVersion })
    }
    this.#queue.open()
    if (this.#queue.isWaiting) this.#watchdog.expect()
  }

  #snapped(seq: number, isOwn: boolean): void {
    if (!this.#follower.snapped(seq, isOwn)) return this.#link.restart()
    const attempt = this.#compactor.snapped(isOwn)
    if (attempt !== undefined) this.#snapshotter.stored(attempt)
    if (this.#isLogFull) {
      this.#isLogFull = false
      this.#openQueue()
    }
    if (this.#snapshotter.holdsMore) this.#compactor.compact()
    this.#publish()
  }

  #rejected(code: RejectCode, cid: number): void {
    const meaning = rejections[code]
    if (meaning === 'final') this.#link.stop('refused')
    if (meaning === 'again') this.#link.restart()
    if (meaning === 'race') this.#compactor.refused()
    if (cid === 0 || (meaning !== 'later' && meaning !== 'full')) return
    this.#queue.hold(cid)
    if (meaning === 'full') {
      this.#isLogFull = true
      this.#compactor.compact()
    } else {
      this.#stops.push(this.#env.setTimer(() => this.#isLive && this.#openQueue(), rateRetryMs))
    }
  }

  #publish(): void {
    const arrived = this.#queue.size === 0 && this.#keeper.isClear() && !this.#snapshotter.mustReseed
    // Only a snapshot makes room, and none fits.
    const full = this.#snapshotter.isTooLarge && (this.#snapshotter.holdsMore || this.#isLogFull)
    this.#status.set({ arrived, ...(full || this.#status.get().full === true ? { full } : {}) })
  }
}
