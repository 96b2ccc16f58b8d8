import { toHexString } from 'lib0/buffer'
import type { Awareness } from 'y-protocols/awareness'
import type { DeviceCounters } from './counters.ts'
import type { SealedEnv } from './sealedEnv.ts'

/** Between two looks. A beat goes out only when it says something new; who is present is repeated anyway. */
const lookMs = 3000
/** So long a difference may last: what is under way arrives within it. With a beat and a look every three seconds it is said within twelve, give or take. */
const patienceMs = 6000
/** A difference that stays is told at longer and longer intervals: each time all of the log is fetched anew. Another one is told as the first was. */
const againMs = 30_000
const mostAgainMs = 600_000

/** What a device says of the log, sealed, beside who it is: how far it is, its own last stored entry, and what it has seen of all. */
export type Beat = {
  readonly dev: string
  readonly ctr: number
  readonly head: number
  readonly sum: string
}

export type HeartbeatParts = {
  readonly env: SealedEnv
  readonly awareness: Awareness
  readonly dev: Uint8Array
  readonly counters: DeviceCounters
  readonly head: () => number
  readonly isLive: () => boolean
  /** A device has said for a while that the log is another than this one's. Called again only after `forget`, and a while later. */
  readonly onDiffer: () => void
}

/**
 * Compares what this device has of the log with what the others say that they have. A relay that keeps the newest entries
 * back, gives two devices different ones under one number, or serves one group of devices less than another, leaves no
 * gap that a counter shows: this shows it, as long as it passes on who is present.
 */
export class Heartbeat {
  readonly #parts: HeartbeatParts
  readonly #since = new Map<number, number>()
  #isTold = false
  #told = 0
  #nextAt = -Infinity
  /** What those said of whom was told. */
  #toldOf: readonly Beat[] = []
  #cancel: () => void

  constructor(parts: HeartbeatParts) {
    this.#parts = parts
    this.#cancel = parts.env.setTimer(this.#look, lookMs)
  }

  /** Nobody's state is known any more. */
  forget(): void {
    this.#since.clear()
    this.#isTold = false
  }

  stop(): void {
    this.#cancel()
  }

  readonly #look = (): void => {
    this.#cancel = this.#parts.env.setTimer(this.#look, lookMs)
    if (!this.#parts.isLive()) return
    const own = this.#say()
    const now = this.#parts.env.now()
    const long: Beat[] = []
    let isAgreed = false
    for (const [client, state] of this.#parts.awareness.getStates()) {
      if (client === this.#parts.awareness.clientID) continue
      const beat = readBeat(state['beat'])
      if (beat === undefined || !this.#differs(own, beat)) {
        isAgreed ||= beat?.head === own.head
        this.#since.delete(client)
        continue
      }
      const since = this.#since.get(client) ?? now
      this.#since.set(client, since)
      if (now - since >= patienceMs) long.push(beat)
    }
    for (const client of this.#since.keys())
      if (!this.#parts.awareness.getStates().has(client)) this.#since.delete(client)
    if ((isAgreed && this.#since.size === 0) || this.#isOver(own)) {
      this.#toldOf = []
      ;[this.#told, this.#nextAt] = [0, -Infinity]
    }
    if (long.length === 0 || this.#isTold || now < this.#nextAt) return
    this.#isTold = true
    this.#toldOf = long.map((beat) => (this.#isAhead(own, beat) ? beat : { ...beat, head: Infinity }))
    this.#nextAt = now + Math.min(mostAgainMs, againMs * 2 ** this.#told++)
    this.#parts.onDiffer()
  }

  #say(): Beat {
    const { awareness, counters, dev, head } = this.#parts
    const name = toHexString(dev)
    const beat = { dev: name, ctr: counters.last(name), head: head(), sum: counters.sum() }
    const said = readBeat(awareness.getLocalState()?.['beat'])
    if (JSON.stringify(said) !== JSON.stringify(beat)) awareness.setLocalStateField('beat', beat)
    return beat
  }

  /** Whether this device has got what it was told of: what differs from now on is another difference. */
  #isOver(own: Beat): boolean {
    return this.#toldOf.length > 0 && this.#toldOf.every((beat) => !this.#isAhead(own, beat))
  }

  /** Ahead of this device, or at the same place with other entries. Who is behind notices it itself. */
  #differs(own: Beat, other: Beat): boolean {
    return this.#isAhead(own, other) || (other.head === own.head && other.sum !== own.sum)
  }

  #isAhead(own: Beat, other: Beat): boolean {
    return other.head > own.head || other.ctr > this.#parts.counters.last(other.dev)
  }
}

function readBeat(value: unknown): Beat | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { dev, ctr, head, sum } = value as Partial<Record<keyof Beat, unknown>>
  const isBeat =
    typeof dev === 'string' && typeof ctr === 'number' && typeof head === 'number' && typeof sum === 'string'
  return isBeat ? { dev, ctr, head, sum } : undefined
}
