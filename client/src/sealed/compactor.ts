import type { SealedEnv } from './sealedEnv.ts'

/** So many entries after the last snapshot are replaced at once. */
const manyEntries = 200
/** So long is another device that announced a snapshot waited for. It may have gone. */
const waitEntries = 400
const manyJitterMs = 1000
/** A pause in the writing: the entries are the history of every key, deleted words too, and must not stay longer than needed. */
const pauseMs = 5000
const pauseJitterMs = 2000
const retryMs = 250
const answerTimeoutMs = 10_000

/** What a snapshot that goes out holds. */
export type Attempt = { readonly coversSeq: number; readonly large: readonly string[] }

/** What the compactor asks of its owner. */
export type CompactorHost = {
  /** How many entries there are after the last snapshot. */
  entriesSince(): number
  /** Whether a snapshot is needed for something to arrive at all. */
  isNeeded(): boolean
  /** Makes and sends a snapshot, or gives undefined when this device must not or cannot now. */
  send(): Attempt | undefined
  /** After every try to send: whether a snapshot fits may have changed. */
  onTried(): void
  /** Whether another device is about to store a snapshot that holds more than the log. */
  isAnotherFirst(): boolean
}

/** Decides when this device replaces the log by a snapshot. Of several that try at once the relay takes one. */
export class Compactor {
  readonly #env: SealedEnv
  readonly #host: CompactorHost
  #attempt: Attempt | undefined
  #cancelMany: (() => void) | undefined
  #cancelPause = () => {}
  #cancelRetry: (() => void) | undefined
  #cancelAnswer = () => {}

  constructor(env: SealedEnv, host: CompactorHost) {
    this.#env = env
    this.#host = host
  }

  /** An entry has been stored, by anybody. */
  noteEntry(): void {
    if (this.#host.isNeeded()) this.compact()
    if (this.#host.entriesSince() >= manyEntries && this.#cancelMany === undefined) {
      this.#cancelMany = this.#env.setTimer(() => {
        this.#cancelMany = undefined
        this.compact()
      }, this.#env.chance() * manyJitterMs)
    }
    this.#cancelPause()
    this.#cancelPause = this.#env.setTimer(
      () => {
        if (this.#host.entriesSince() > 0) this.compact()
      },
      pauseMs + this.#env.chance() * pauseJitterMs,
    )
  }

  /** Tries now. */
  compact(): void {
    if (this.#attempt !== undefined) return
    const since = this.#host.entriesSince()
    if (!this.#host.isNeeded() && (since === 0 || (this.#host.isAnotherFirst() && since < waitEntries)))
      return
    this.#attempt = this.#host.send()
    this.#host.onTried()
    this.#cancelAnswer()
    this.#cancelAnswer = this.#env.setTimer(() => this.refused(), answerTimeoutMs)
  }

  /** A snapshot has been stored. Gives the own attempt when it was that. */
  snapped(isOwn: boolean): Attempt | undefined {
    this.#cancelMany?.()
    this.#cancelMany = undefined
    if (!isOwn) return undefined
    const attempt = this.#attempt
    this.#attempt = undefined
    this.#cancelAnswer()
    if (this.#host.entriesSince() === 0) this.#cancelPause()
    return attempt
  }

  /** The own snapshot was not taken, mostly because another was first. */
  refused(): void {
    this.#attempt = undefined
    this.#cancelAnswer()
    if (!this.#host.isNeeded() || this.#cancelRetry !== undefined) return
    this.#cancelRetry = this.#env.setTimer(
      () => {
        this.#cancelRetry = undefined
        if (this.#host.isNeeded()) this.compact()
      },
      retryMs * (1 + this.#env.chance() * 3),
    )
  }

  /** The connection is gone, and with it what was under way. */
  stop(): void {
    this.#attempt = undefined
    this.#cancelMany?.()
    this.#cancelMany = undefined
    this.#cancelPause()
    this.#cancelRetry?.()
    this.#cancelRetry = undefined
    this.#cancelAnswer()
  }
}
