import { decodeBlob } from '@kringplan/shared/sealed/envelope'
import { sealedLimits } from '@kringplan/shared/sealed/limits'
import {
  type ClientFrame,
  decodeClientFrame,
  encodeServerFrame,
  type LogEntry,
  type RejectCode,
  type ServerFrame,
} from '@kringplan/shared/sealed/relayFrames'
import { splitWelcome } from '@kringplan/shared/sealed/welcome'
import { toHexString } from 'lib0/buffer'
import type { Relay } from './fakeWorld.testkit.ts'
import { hashDoorToken } from './roomKey.ts'
import type { RelaySocket, SocketHandlers } from './sealedEnv.ts'

type Client = {
  handlers: SocketHandlers
  isInside: boolean
  isBehind: boolean
  knockId?: string
  tokens: number
  at: number
}

/** What the relay has on disk. */
export type Stored = { head: number; snapSeq: number; snapshot: Uint8Array | null; entries: LogEntry[] }

/** An honest relay in memory, for tests only. It can be told to misbehave. */
export class MemoryRelay implements Relay {
  epoch: number
  #tokenHash: string
  readonly #past = new Map<number, { tokenHash: string; wraps: Uint8Array }>()
  readonly #now: () => number
  readonly #clients = new Set<Client>()
  stored: Stored = { head: 0, snapSeq: 0, snapshot: null, entries: [] }
  isUp = true
  /** Every byte that went to a client, to search. */
  readonly sent: { inside: boolean; bytes: Uint8Array }[] = []
  /** Every frame of a client, to count. */
  readonly received: ClientFrame[] = []
  readonly rejected: RejectCode[] = []
  /** May change or swallow what goes out: a relay that is not honest. */
  tamper: (frame: ServerFrame) => ServerFrame | null = (frame) => frame
  logBytesLimit: number = sealedLimits.logBytes

  constructor(epoch: number, doorToken: Uint8Array, now: () => number) {
    this.epoch = epoch
    this.#tokenHash = toHexString(hashDoorToken(doorToken))
    this.#now = now
  }

  get logBytes(): number {
    return this.stored.entries.reduce((sum, entry) => sum + entry.blob.length, 0)
  }

  accept(handlers: SocketHandlers): RelaySocket | undefined {
    if (!this.isUp) return undefined
    const client: Client = {
      handlers,
      isInside: false,
      isBehind: false,
      tokens: sealedLimits.messageBurst,
      at: this.#now(),
    }
    this.#clients.add(client)
    return {
      send: (bytes) => {
        const frame = decodeClientFrame(bytes)
        if (!this.#clients.has(client)) return
        if (!frame.ok) return this.#reject(client, 'badFrame', 0)
        this.received.push(frame.value)
        this.#handle(client, frame.value)
      },
      close: () => this.#clients.delete(client),
    }
  }

  /** Says something of its own to everybody inside. */
  tell(frame: ServerFrame): void {
    this.#toInside(frame)
  }

  /** Ends every connection, as a restart does. What is stored stays. */
  restart(code = 1012): void {
    for (const client of this.#clients) this.#drop(client, code)
  }

  /** Ends some connections. */
  dropSome(chance: () => number): void {
    for (const client of this.#clients) if (chance() < 0.4) this.#drop(client, 1006)
  }

  copy(): Stored {
    return { ...this.stored, entries: [...this.stored.entries] }
  }

  #drop(client: Client, code: number): void {
    this.#clients.delete(client)
    client.handlers.onClose(code)
  }

  #handle(client: Client, frame: ClientFrame): void {
    if (!this.#mayGoOn(client)) return this.#reject(client, 'rate', frame.type === 'append' ? frame.cid : 0)
    if (frame.type === 'hello') return this.#welcome(client, frame.epoch, frame.fromSeq, frame.doorToken)
    if (frame.type === 'knock') {
      client.knockId = toHexString(frame.knockId)
      return this.#toInside({ type: 'knock', knockId: frame.knockId, bytes: frame.bytes })
    }
    if (client.isBehind) return
    if (!client.isInside) return this.#reject(client, 'notInside', 0)
    switch (frame.type) {
      case 'append':
        return this.#append(client, frame.cid, frame.blob)
      case 'snapshot':
        return this.#snapshot(client, frame)
      case 'ephemeral':
        return this.#toInside({ type: 'ephemeral', blob: frame.blob }, client)
      case 'rekey':
        return this.#rekey(client, frame)
      case 'admit':
        for (const other of this.#clients) {
          if (other.knockId === toHexString(frame.knockId)) this.#send(other, frame)
        }
    }
  }

  #welcome(client: Client, epoch: number, fromSeq: number, token: Uint8Array): void {
    const past = this.#past.get(epoch)
    if (past !== undefined && past.tokenHash === toHexString(hashDoorToken(token))) {
      client.isBehind = true
      return this.#send(client, { type: 'epoch', epoch: epoch + 1, wraps: past.wraps })
    }
    if (toHexString(hashDoorToken(token)) !== this.#tokenHash) {
      this.#reject(client, 'badToken', 0)
      return this.#drop(client, 4403)
    }
    if (epoch !== this.epoch) return this.#send(client, { type: 'stale', epoch: this.epoch })
    client.isInside = true
    client.isBehind = false
    for (const part of splitWelcome({ ...this.stored, epoch: this.epoch }, fromSeq)) this.#send(client, part)
  }

  #append(client: Client, cid: number, blob: Uint8Array): void {
    const read = decodeBlob(blob)
    if (read.ok && read.value.header.epoch !== this.epoch)
      return this.#send(client, { type: 'stale', epoch: this.epoch })
    if (this.logBytes + blob.length > this.logBytesLimit) return this.#reject(client, 'logFull', cid)
    const seq = ++this.stored.head
    this.stored.entries.push({ seq, blob })
    this.#send(client, { type: 'ack', cid, seq })
    this.#toInside({ type: 'entry', seq, blob }, client)
  }

  #snapshot(client: Client, frame: Extract<ClientFrame, { type: 'snapshot' }>): void {
    const { baseSeq, coversSeq, blob } = frame
    const { head, snapSeq } = this.stored
    if (baseSeq !== snapSeq || coversSeq <= snapSeq || coversSeq > head)
      return this.#reject(client, 'snapshotRace', 0)
    this.stored.snapSeq = coversSeq
    this.stored.snapshot = blob
    this.stored.entries = this.stored.entries.filter((entry) => entry.seq > coversSeq)
    this.#send(client, { type: 'snapped', seq: coversSeq, own: true })
    this.#toInside({ type: 'snapped', seq: coversSeq, own: false }, client)
  }

  #rekey(client: Client, frame: Extract<ClientFrame, { type: 'rekey' }>): void {
    const { epoch, baseSeq, coversSeq, doorTokenHash, wraps, blob } = frame
    const isAll = baseSeq === this.stored.snapSeq && coversSeq === this.stored.head
    if (epoch !== this.epoch + 1 || !isAll) return this.#reject(client, 'snapshotRace', 0)
    this.#past.set(this.epoch, { tokenHash: this.#tokenHash, wraps })
    this.epoch = epoch
    this.#tokenHash = toHexString(doorTokenHash)
    this.stored = { head: coversSeq, snapSeq: coversSeq, snapshot: blob, entries: [] }
    this.#toInside({ type: 'epoch', epoch, wraps })
    for (const other of this.#clients) {
      other.isBehind ||= other.isInside
      other.isInside = false
    }
  }

  #toInside(frame: ServerFrame, except?: Client): void {
    for (const client of this.#clients) if (client.isInside && client !== except) this.#send(client, frame)
  }

  #reject(client: Client, code: RejectCode, cid: number): void {
    this.rejected.push(code)
    this.#send(client, { type: 'reject', code, cid })
  }

  #send(client: Client, frame: ServerFrame): void {
    const out = this.tamper(frame)
    if (out === null) return
    const bytes = encodeServerFrame(out)
    this.sent.push({ inside: client.isInside, bytes })
    client.handlers.onMessage(bytes)
  }

  #mayGoOn(client: Client): boolean {
    const now = this.#now()
    const gained = ((now - client.at) / 1000) * sealedLimits.messagesPerSecond
    client.tokens = Math.min(sealedLimits.messageBurst, client.tokens + gained)
    client.at = now
    if (client.tokens < 1) return false
    client.tokens -= 1
    return true
  }
}
