import { readKept } from '@kringplan/shared/plan/circleDoc'
import { devBytes } from '@kringplan/shared/sealed/envelope'
import type { ClientFrame } from '@kringplan/shared/sealed/relayFrames'
import { toHexString } from 'lib0/buffer'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { parseBase64url } from './base64url.ts'
import { Compactor } from './compactor.ts'
import { Heartbeat } from './heartbeat.ts'
import { LogFollower } from './logFollower.ts'
import { createMessageBudget } from './messageBudget.ts'
import { createOutboxKeeper, type OutboxKeeper } from './outboxKeeper.ts'
import { Rekeying } from './rekeying.ts'
import { roomKeyBytes } from './roomKey.ts'
import { RoomKeys } from './roomKeys.ts'
import { createSealedAwareness, type SealedAwareness } from './sealedAwareness.ts'
import type { SealedProviderOptions } from './sealedDocument.ts'
import { noWarnings, SealedInbox, type Warnings } from './sealedInbox.ts'
import { SendQueue } from './sendQueue.ts'
import { Snapshotter } from './snapshotter.ts'

/** What the parts of one page ask of the provider that holds them. */
export type PartsHost = {
  readonly isLive: () => boolean
  readonly isLogFull: () => boolean
  readonly send: (frame: ClientFrame) => boolean
  /** Puts what another page left into the document. */
  readonly adopt: (updates: readonly Uint8Array[]) => void
  readonly onChange: () => void
  /** Connects anew. */
  readonly restart: () => void
}

/** The parts of one page's sealed document. `dev` names the page; all look in `keys` for the key of now. */
export type SealedParts = {
  readonly dev: Uint8Array
  readonly keys: RoomKeys
  readonly warnings: Warnings
  readonly queue: SendQueue
  readonly keeper: OutboxKeeper
  readonly inbox: SealedInbox
  readonly follower: LogFollower
  readonly snapshotter: Snapshotter
  readonly compactor: Compactor
  readonly presence: SealedAwareness
  readonly rekeying: Rekeying
  readonly heartbeat: Heartbeat
}

/** Makes them. `origin` is what remote changes of the document come from. */
export function createParts(
  options: SealedProviderOptions,
  doc: Y.Doc,
  awareness: Awareness,
  origin: unknown,
  host: PartsHost,
): SealedParts {
  const { env, schemaVersion } = options
  const { random } = env
  const { send, isLive } = host
  const dev = random(devBytes)
  const keys = new RoomKeys(options.secret, options.before, (epoch) =>
    parseBase64url(readKept(doc, epoch) ?? '', roomKeyBytes),
  )
  const warnings = noWarnings()
  const onNotKept = () => {
    warnings.notKept++
  }
  const outbox = options.makeOutbox(toHexString(dev))
  const budget = createMessageBudget(env.now)
  const queue = new SendQueue({ keys, dev, env, outbox, budget, send, onNotKept })
  const keeper = createOutboxKeeper(env, outbox, queue, {
    adopt: host.adopt,
    onChange: host.onChange,
    onNotKept,
  })
  const inbox = new SealedInbox(keys, doc, origin, schemaVersion, warnings)
  const follower = new LogFollower(inbox, warnings)
  const snapshotter = new Snapshotter({
    keys,
    dev,
    doc,
    schemaVersion,
    inbox,
    follower,
    queue,
    warnings,
    random,
    send,
  })
  const compactor = new Compactor(env, {
    entriesSince: () => follower.appliedSeq - follower.snapSeq,
    isNeeded: () => isLive() && (snapshotter.holdsMore || host.isLogFull()),
    isAnotherFirst: () => inbox.announced.size > 0,
    send: () => (isLive() ? snapshotter.send() : undefined),
    onTried: host.onChange,
  })
  const presence = createSealedAwareness(awareness, keys, dev, env, (blob) => {
    if (isLive() && budget.take()) send({ type: 'ephemeral', blob })
  })
  const heartbeat = new Heartbeat({
    env,
    awareness,
    dev,
    counters: inbox.counters,
    head: () => follower.appliedSeq,
    isLive,
    onDiffer: () => {
      warnings.differing++
      follower.fetchAll()
      host.restart()
    },
  })
  const { openWrap, onKey } = options
  const rekeying = new Rekeying({
    keys,
    queue,
    ...(openWrap === undefined ? {} : { openWrap }),
    ...(onKey === undefined ? {} : { onKey }),
    random,
    setTimer: env.setTimer,
    // Everything of the log has to be in the document: the relay takes nothing else.
    seal: (next) => (isLive() ? snapshotter.seal(next) : undefined),
    onForged: () => {
      warnings.forged++
    },
    held: () => ({ baseSeq: follower.baseSeq, coversSeq: follower.appliedSeq }),
    send,
  })
  return {
    heartbeat,
    dev,
    keys,
    warnings,
    queue,
    keeper,
    inbox,
    follower,
    snapshotter,
    compactor,
    presence,
    rekeying,
  }
}
