import type { DocumentStore, StoredDocument } from './documentStore.ts'
import { errorFacts } from '../log.ts'
import { isStateVector, LiveState } from './liveState.ts'
import * as frames from './openFrames.ts'
import type { OpenFrame, PresenceEntry } from './openFrames.ts'
import { readContent, type PlanContent } from '@kringplan/shared/plan/content'
import { acknowledge, joinAs, type OpenPeer } from './openPeer.ts'
import type { Peer } from './peer.ts'
import { Presence } from './presence.ts'
import type { RoomsDeps, RoomLimits } from './roomsDeps.ts'

/** Answers that may wait for a disk that refuses; a client whose answer is lost asks again when it comes back. */
const mayWait = 2000

/** Written in memory and not yet on disk. */
type Unstored = { readonly update: Uint8Array; readonly from: OpenPeer }

/**
 * One open document with its sockets. Order of a write: into the document, onto the disk with everything else of this
 * turn, and only then to the others and as an acknowledgement to the writer [OD3, OD4]. While something is not on
 * disk, nobody is told about it, joiners included.
 */
export class OpenRoom {
  readonly conference: string
  readonly #name: string
  readonly #store: DocumentStore
  readonly #deps: RoomsDeps
  readonly #limits: RoomLimits
  readonly #state: LiveState<OpenPeer>
  readonly #presence: Presence
  readonly #peers = new Set<OpenPeer>()
  #unstored: Unstored[] = []
  #writing = false
  #afterCommit: (() => void)[] = []
  #seq: number
  #updatesInLog: number
  #bytes: number
  #logBytes: number
  #erased = false
  #closed = false
  #stopped = false

  /** Loads everything that is stored before anybody is answered [OD5]. */
  constructor(conference: string, name: string, store: DocumentStore, deps: RoomsDeps, limits: RoomLimits) {
    this.conference = conference
    this.#name = name
    this.#store = store
    this.#deps = deps
    this.#limits = limits
    const stored = store.load(conference, name)
    this.#seq = stored.seq
    this.#updatesInLog = stored.updates.length
    this.#logBytes = stored.updates.reduce((sum, update) => sum + update.length, 0)
    this.#bytes = (stored.snapshot?.length ?? 0) + this.#logBytes
    this.#state = new LiveState(stored, (update, from) => this.#unstored.push({ update, from }))
    this.#presence = new Presence(Math.floor(deps.clock.now().getTime() / 1000))
  }

  /** Nobody is here and nothing waits for the disk: the room can leave memory. */
  get idle(): boolean {
    return this.#peers.size === 0 && this.#unstored.length === 0 && !this.#writing && !this.#stopped
  }

  join(peer: Peer): OpenPeer {
    const member = joinAs(peer)
    this.#peers.add(member)
    this.#whenStored(() => {
      peer.deliver(frames.encodeAsk(this.#state.stateVector()))
      this.#tellPresence(peer)
    })
    return member
  }

  leave(member: OpenPeer): void {
    if (!this.#peers.delete(member)) return
    this.#spread(this.#presence.remove(member.peer), member)
  }

  /** Takes a decoded frame of a socket that may read. @returns false when it was nonsense: the socket must go. */
  handle(member: OpenPeer, frame: OpenFrame, mayWrite: boolean): boolean {
    switch (frame.type) {
      case 'ask':
        return this.#answer(member, frame.stateVector)
      case 'write':
        return this.#write(member, frame.update, frame.answer, mayWrite && !this.#stopped)
      case 'presence':
        return this.#move(member, frame.entries, mayWrite)
      case 'query':
        this.#tellPresence(member.peer)
        return true
    }
  }

  /** Takes no word any more, and gives what is committed when everything that was taken is. */
  async stop(): Promise<PlanContent> {
    this.#stopped = true
    if (this.#unstored.length > 0) {
      this.#schedule()
      await new Promise<void>((resolve) => this.#whenStored(resolve))
    }
    return this.content()
  }

  /** What the document shows. */
  content(): PlanContent {
    return this.#state.read(readContent)
  }

  /** Takes words again, and asks for those refused meanwhile: what it was stopped for did not happen. */
  resume(): void {
    this.#stopped = false
    for (const member of this.#peers) if (member.held) this.#askAgain(member)
  }

  /** Asks the gate again for every socket, and closes those that may no more. */
  revoke(): void {
    for (const { peer } of this.#peers) {
      if (!this.#deps.gate.ask(peer.seatId, 'plan.read')) peer.drop('changed')
    }
  }

  /** The clock's tick: signs of life, and another try for what the disk refused. */
  tick(): void {
    for (const { peer, acked } of this.#peers) {
      peer.tick()
      // y-websocket takes a connection for dead that says nothing for half a minute; a ping does not count for it.
      peer.deliver(frames.encodeAck(acked))
    }
    if (this.#unstored.length > 0) this.#schedule()
  }

  /** Closes every socket. What is not on disk yet still goes there. */
  close(): void {
    this.#closed = true
    for (const { peer } of this.#peers) peer.close('restarting')
    if (this.#unstored.length > 0) this.#schedule()
  }

  /** Forgets everything; nothing of it is written any more. */
  erase(): void {
    this.#erased = true
    this.#unstored = []
    this.#afterCommit = []
    for (const { peer } of this.#peers) peer.drop('changed')
    this.#state.destroy()
  }

  /** Leaves memory, tidied up on disk. */
  unload(): void {
    if (this.#updatesInLog > 0) this.#compact()
    this.#state.destroy()
  }

  #move(member: OpenPeer, entries: readonly PresenceEntry[], mayWrite: boolean): true {
    if (mayWrite) this.#spread(this.#presence.update(member.peer, entries), member)
    else if (entries.some(({ state }) => state !== 'null'))
      member.peer.deliver(frames.encodeDenied('refused'))
    return true
  }

  #answer(member: OpenPeer, stateVector: Uint8Array): boolean {
    if (!isStateVector(stateVector)) return false
    if (this.#afterCommit.length > mayWait) return true
    this.#whenStored(() => member.peer.deliver(frames.encodeAnswer(this.#state.since(stateVector))))
    return true
  }

  #write(member: OpenPeer, update: Uint8Array, answer: boolean, mayWrite: boolean): boolean {
    member.received += 1
    if (!mayWrite && !(answer && this.#state.holdsNothingNew(update))) return this.#deny(member, 'refused')
    if (!mayWrite) return this.#settle(member)
    if (!this.#fits(update.length)) return this.#deny(member, 'full')
    const before = this.#unstored.length
    const applied = this.#state.apply(update, member)
    if (applied === 'malformed') return false
    if (applied === 'broken') {
      this.#unstored.length = before
      this.#state.rebuild(this.#known())
      return false
    }
    if (applied === 'in' && answer) {
      member.held = false
      member.asked = false
    } else if (applied === 'gap' || member.held) {
      this.#askAgain(member)
    }
    return this.#settle(member)
  }

  /** Something of this client is missing here: acknowledge nothing until it has sent its whole difference. */
  #askAgain(member: OpenPeer): void {
    member.held = true
    if (member.asked) return
    member.asked = true
    this.#whenStored(() => member.peer.deliver(frames.encodeAsk(this.#state.stateVector())))
  }

  #deny(member: OpenPeer, reason: 'refused' | 'full'): true {
    member.held = true
    member.peer.deliver(frames.encodeDenied(reason))
    return true
  }

  /** Brings to disk what is not there, or acknowledges at once when everything is. */
  #settle(member: OpenPeer): true {
    if (this.#unstored.length > 0) this.#schedule()
    else acknowledge(member)
    return true
  }

  #schedule(): void {
    if (this.#writing || this.#erased) return
    this.#writing = true
    let batch: readonly Unstored[] = []
    this.#store.log
      .write(() => {
        batch = this.#erased ? [] : [...this.#unstored]
        for (const [index, { update }] of batch.entries()) {
          this.#store.append(this.conference, this.#name, this.#seq + index + 1, update)
        }
      })
      .then(
        () => this.#committed(batch),
        // The words stay here and on the devices, unacknowledged; the next frame or tick tries again.
        (error: unknown) => {
          this.#writing = false
          this.#logFailure(error)
        },
      )
      .catch(this.#logFailure)
  }

  /** Runs before anything else can come in: what is in memory now is on disk. */
  #committed(batch: readonly Unstored[]): void {
    this.#writing = false
    if (this.#erased) return
    this.#unstored = this.#unstored.slice(batch.length)
    this.#seq += batch.length
    this.#updatesInLog += batch.length
    for (const { update, from } of batch) {
      this.#bytes += update.length
      this.#logBytes += update.length
      const frame = frames.encodeUpdate(update)
      for (const other of this.#peers) if (other !== from) other.peer.deliver(frame)
    }
    for (const run of this.#afterCommit.splice(0)) run()
    for (const member of this.#peers) acknowledge(member)
    const long =
      this.#updatesInLog >= this.#limits.compactUpdates || this.#logBytes >= this.#limits.compactBytes
    if (long && !this.#closed) this.#compact()
  }

  #logFailure = (error: unknown): void =>
    this.#deps.log.error(errorFacts(error), 'An open document could not be written to disk.')

  #whenStored = (run: () => void): void =>
    this.#unstored.length === 0 ? run() : void this.#afterCommit.push(run)

  /** Presence follows the words it points at. */
  #spread(entries: readonly PresenceEntry[], from: OpenPeer): void {
    if (entries.length === 0 || this.#afterCommit.length > mayWait) return
    const frame = frames.encodePresence(entries)
    this.#whenStored(() => {
      for (const other of this.#peers) if (other !== from) other.peer.deliver(frame)
    })
  }

  #tellPresence(peer: Peer): void {
    const others = this.#presence.others(peer)
    if (others.length > 0) peer.deliver(frames.encodePresence(others))
  }

  #fits(size: number): boolean {
    const limit = this.#limits.openDocBytes - size
    // The log counts every keystroke; what the words take is known only from the state.
    if (this.#bytes > limit) this.#bytes = this.#state.whole().length
    return this.#bytes <= limit
  }

  /** What is stored, and what is in memory on its way there. */
  #known(): StoredDocument {
    const stored = this.#store.load(this.conference, this.#name)
    return { ...stored, updates: [...stored.updates, ...this.#unstored.map(({ update }) => update)] }
  }

  /** Only called when all of memory is on disk. */
  #compact(): void {
    const seq = this.#seq
    const state = this.#state.whole()
    this.#updatesInLog = 0
    this.#logBytes = 0
    this.#bytes = state.length
    this.#store.log
      .write(() => {
        if (!this.#erased) this.#store.compact(this.conference, this.#name, seq, state)
      })
      .catch(this.#logFailure)
  }
}
