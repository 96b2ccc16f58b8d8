import { decodeBlob } from '@kringplan/shared/sealed/envelope'
import {
  type ClientFrame,
  encodeServerFrame,
  type RejectCode,
  type ServerFrame,
} from '@kringplan/shared/sealed/relayFrames'
import { splitWelcome } from '@kringplan/shared/sealed/welcome'
import { digestOf, isToken } from './doorToken.ts'
import { Mailbox } from './mailbox.ts'
import type { Peer } from './peer.ts'
import type { RoomLimits, RoomsDeps } from './roomsDeps.ts'
import type { SealedStore } from './sealedStore.ts'

/**
 * One socket on a sealed room. Before `proved` it gets nothing but the answer to its own knock [SR2]. `behind`: it proved
 * a key that the room had before, got the way to the next one, and has not said `hello` with that yet.
 */
export type RelayPeer = { readonly peer: Peer; proved: boolean; behind: boolean }

/** A room in which somebody always writes would never take a next key: after a first try it stores nothing for so long. */
const holdMs = 3000
/** Nobody inside can keep the others from writing that way. */
const holdAgainMs = 30_000

type Frame<T extends ClientFrame['type']> = Extract<ClientFrame, { type: T }>
type Stored = { readonly seq: number; readonly again: boolean } | 'gone' | 'logFull' | 'rate'

/**
 * One sealed room with its sockets: takes ciphertext, stores it, passes it on to who has proved the key. It reads of a
 * blob only what is not secret (version, kind, epoch). Room, token and counts are asked from the disk each
 * time, inside the transaction, so nothing in memory can disagree with what is stored.
 */
export class RelayRoom {
  readonly room: string
  readonly #store: SealedStore
  readonly #deps: RoomsDeps
  readonly #limits: RoomLimits
  readonly #mailbox: Mailbox<RelayPeer>
  readonly peers = new Set<RelayPeer>()
  /** When nothing was stored last, for a next key: in milliseconds. */
  #heldAt = -Infinity
  /** Rooms that are being opened: nothing is stored in them. */
  readonly #shut: Pick<ReadonlySet<string>, 'has'>

  constructor(
    room: string,
    store: SealedStore,
    deps: RoomsDeps,
    limits: RoomLimits,
    shut: Pick<ReadonlySet<string>, 'has'>,
  ) {
    this.#shut = shut
    this.room = room
    this.#store = store
    this.#deps = deps
    this.#limits = limits
    this.#mailbox = new Mailbox(limits)
  }

  leave(member: RelayPeer): void {
    this.peers.delete(member)
    this.#mailbox.forget(member)
  }

  /** Takes a decoded frame of a socket that the gate has just allowed. */
  handle(member: RelayPeer, frame: ClientFrame): void {
    if (frame.type === 'hello') return this.#hello(member, frame)
    if (frame.type === 'knock') return this.#knock(member, frame)
    // Sent before it heard of the next key: it goes out again, sealed with that.
    if (member.behind) return
    if (!member.proved) return reject(member, 'notInside', frame.type === 'append' ? frame.cid : 0)
    switch (frame.type) {
      case 'append':
        return this.#append(member, frame)
      case 'snapshot':
        return this.#snapshot(member, frame)
      case 'rekey':
        return this.#rekey(member, frame)
      case 'ephemeral':
        return this.#spread({ type: 'ephemeral', blob: frame.blob }, member)
      case 'admit': {
        const knocker = this.#mailbox.take(frame.knockId)
        if (knocker !== undefined) say(knocker, frame)
      }
    }
  }

  /**
   * Read in line with the writes: what is stored before is in the welcome, what is stored after follows it. Who has no key
   * is answered at once, and not with the next commit: when that comes depends on who writes inside [NI1].
   */
  #hello(member: RelayPeer, { epoch, fromSeq, doorToken }: Frame<'hello'>): void {
    const known = this.#store.find(this.room)
    if (known?.epoch !== epoch) return this.#wayOn(member, epoch, doorToken)
    if (!isToken(doorToken, known.tokenHash)) return this.#turnAway(member)
    const state = this.#store.log.write(() => {
      const found = this.#store.find(this.room)
      const proved = isToken(doorToken, found?.tokenHash) && found?.epoch === epoch
      return proved ? this.#store.stateSince(found, fromSeq) : null
    })
    this.#when(member, state, (welcome) => {
      // Another key came in the same commit.
      if (welcome === null) return this.#wayOn(member, epoch, doorToken)
      if (member.proved) return reject(member, 'badFrame', 0)
      if (this.#provedCount() >= this.#limits.provedSockets) {
        reject(member, 'roomFull', 0)
        return member.peer.close('tooMany')
      }
      member.proved = true
      member.behind = false
      this.#deps.door?.proved(member.peer.seatId, this.room)
      member.peer.deliverAll(encodeAll(splitWelcome(welcome, fromSeq)))
      for (const knock of this.#mailbox.waiting()) say(member, { type: 'knock', ...knock })
    })
  }

  /** Who proves the key of an earlier epoch gets the way to the one after it, and no ciphertext of the draft. */
  #wayOn(member: RelayPeer, epoch: number, doorToken: Uint8Array): void {
    const past = this.#store.past(this.room, epoch)
    if (!isToken(doorToken, past?.tokenHash) || past === undefined) return this.#turnAway(member)
    member.behind = true
    say(member, { type: 'epoch', epoch: epoch + 1, wraps: past.wraps })
  }

  /** The same for a wrong token, a wrong epoch and a room that never was [SR3]. */
  #turnAway(member: RelayPeer): void {
    reject(member, 'badToken', 0)
    member.peer.close('refused')
    this.#deps.door?.refused(member.peer.seatId, this.room)
  }

  #knock(member: RelayPeer, { knockId, bytes }: Frame<'knock'>): void {
    const put = this.#mailbox.put(member, knockId, bytes)
    if (put === 'full') return reject(member, 'knocksFull', 0)
    if (put === 'kept') this.#spread({ type: 'knock', knockId, bytes }, member)
  }

  #append(member: RelayPeer, { cid, blob }: Frame<'append'>): void {
    const read = decodeBlob(blob)
    if (!read.ok || read.value.header.kind === 'snapshot' || read.value.header.kind === 'awareness') {
      return reject(member, 'badFrame', cid)
    }
    const { epoch } = read.value.header
    const digest = digestOf(blob)
    const stored = this.#store.log.write((): Stored | { readonly epoch: number } => {
      const found = this.#store.find(this.room)
      if (found === undefined) return 'gone'
      if (found.epoch !== epoch) return { epoch: found.epoch }
      const before = this.#store.seen(this.room, digest)
      if (before !== undefined) return { seq: before, again: true }
      // The plan is on its way to the table: too late for it, unless that fails; so the device tries again.
      if (this.#shut.has(this.room) || this.#now() - this.#heldAt < holdMs) return 'rate'
      if (found.logBytes + blob.length > this.#limits.sealedLogBytes) return 'logFull'
      return { seq: this.#store.append(found, digest, blob, this.#today()), again: false }
    })
    this.#when(member, stored, (result) => {
      if (typeof result === 'string') return reject(member, result, cid)
      if ('epoch' in result) return tellStale(member, result.epoch)
      say(member, { type: 'ack', cid, seq: result.seq })
      if (!result.again) this.#spread({ type: 'entry', seq: result.seq, blob }, member)
    })
  }

  #snapshot(member: RelayPeer, { baseSeq, coversSeq, blob }: Frame<'snapshot'>): void {
    const read = decodeBlob(blob)
    if (!read.ok || read.value.header.kind !== 'snapshot') return reject(member, 'badFrame', 0)
    const { epoch } = read.value.header
    const stored = this.#store.log.write((): 'done' | RejectCode | { readonly epoch: number } => {
      const found = this.#store.find(this.room)
      if (found === undefined) return 'gone'
      if (found.epoch !== epoch) return { epoch: found.epoch }
      // Compare and set: who has not seen the last snapshot loses, so of two at the same time one does [SR5].
      if (baseSeq !== found.snapSeq) return 'snapshotRace'
      if (coversSeq <= found.snapSeq || coversSeq > found.head) return 'snapshotRace'
      this.#store.snapshot(found, coversSeq, blob, this.#today())
      return 'done'
    })
    this.#when(member, stored, (result) => {
      if (typeof result === 'object') return tellStale(member, result.epoch)
      if (result !== 'done') return reject(member, result, 0)
      say(member, { type: 'snapped', seq: coversSeq, own: true })
      this.#spread({ type: 'snapped', seq: coversSeq, own: false }, member)
    })
  }

  /**
   * The next key. Compare and set on epoch and head: of two at the same time one wins, and nothing is stored that the
   * new snapshot does not hold. From the commit on no socket counts as inside until it proves the new key.
   */
  #rekey(member: RelayPeer, frame: Frame<'rekey'>): void {
    const { epoch, baseSeq, coversSeq, doorTokenHash, wraps, blob } = frame
    const read = decodeBlob(blob)
    const isSnapshot = read.ok && read.value.header.kind === 'snapshot'
    if (!isSnapshot || read.value.header.epoch !== epoch) return reject(member, 'badFrame', 0)
    // One that is refused deletes nothing: nobody inside has the file written anew by asking again and again.
    const isDone = (result: 'done' | RejectCode) => result === 'done'
    const stored = this.#store.log.eraseSoon((): 'done' | RejectCode => {
      const found = this.#store.find(this.room)
      if (found === undefined) return 'gone'
      if (this.#shut.has(this.room)) return 'rate'
      if (found.epoch + 1 !== epoch) return 'snapshotRace'
      // A snapshot may hold what no entry does: who has not seen the last one may not replace it.
      if (baseSeq !== found.snapSeq) return 'snapshotRace'
      if (found.head !== coversSeq) return this.#hold()
      this.#heldAt = -Infinity
      this.#store.rekey(found, { tokenHash: doorTokenHash, wraps, blob, day: this.#today() })
      return 'done'
    }, isDone)
    this.#when(member, stored, (result) => {
      if (result !== 'done') return member.behind ? undefined : reject(member, result, 0)
      for (const other of this.peers) {
        if (!other.proved) continue
        say(other, { type: 'epoch', epoch, wraps })
        other.proved = false
        other.behind = true
      }
    })
  }

  #hold(): 'snapshotRace' {
    if (this.#now() - this.#heldAt > holdAgainMs) this.#heldAt = this.#now()
    return 'snapshotRace'
  }

  /** To everybody who proved the key but the sender: one encoding, one question to the gate for each. */
  #spread(frame: ServerFrame, from: RelayPeer): void {
    const bytes = encodeServerFrame(frame)
    for (const other of this.peers) if (other !== from && other.proved) other.peer.deliver(bytes)
  }

  /**
   * What the disk refused is not acknowledged: the device keeps it and comes back with it. No line in a log says so: that
   * would tell of the inside [NI1]. Who runs the server hears of a full disk from `diskProbe.ts`.
   */
  #when<T>(member: RelayPeer, work: Promise<T>, then: (result: T) => void): void {
    work.then(then).catch(() => member.peer.close('restarting'))
  }

  #provedCount(): number {
    return [...this.peers].filter((member) => member.proved).length
  }

  #now(): number {
    return this.#deps.clock.now().getTime()
  }

  #today(): string {
    return this.#deps.clock.now().toISOString().slice(0, 10)
  }
}

/** Says one frame to one socket. */
export function say(member: RelayPeer, frame: ServerFrame): void {
  member.peer.deliver(encodeServerFrame(frame))
}

/** Who was told of the next key already sends it again with that. */
function tellStale(member: RelayPeer, epoch: number): void {
  if (!member.behind) say(member, { type: 'stale', epoch })
}

/** Refuses a frame; `cid` is that of an append, 0 otherwise. */
export function reject(member: RelayPeer, code: RejectCode, cid: number): void {
  say(member, { type: 'reject', code, cid })
}

function* encodeAll(frames: Iterable<ServerFrame>): Generator<Uint8Array> {
  for (const frame of frames) yield encodeServerFrame(frame)
}
