import type { Outbox } from './outbox.ts'
import type { RelaySocket, SealedEnv, SocketHandlers } from './sealedEnv.ts'
import type { StoredEntry } from './sealedDatabase.ts'

/** A repeatable row of numbers from 0 up to 1. */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Repeatable random bytes. */
export function seededBytes(chance: () => number): (length: number) => Uint8Array {
  return (length) => Uint8Array.from({ length }, () => Math.floor(chance() * 256))
}

/** What a fake world connects to. */
export type Relay = { accept(handlers: SocketHandlers): RelaySocket | undefined }

/** Time, timers, network and chance in one hand. Nothing happens until `run`. */
export class FakeWorld {
  now = 1_000_000
  readonly chance: () => number
  readonly random: (length: number) => Uint8Array
  #timers: { at: number; order: number; fn: () => void }[] = []
  #order = 0

  constructor(seed: number) {
    this.chance = seededChance(seed)
    this.random = seededBytes(this.chance)
  }

  setTimer = (fn: () => void, ms: number): (() => void) => {
    const timer = { at: this.now + ms, order: this.#order++, fn }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer)
    }
  }

  /** Lets time pass, with everything that falls into it, in order. */
  async run(ms: number): Promise<void> {
    const end = this.now + ms
    await this.settle()
    for (;;) {
      const due = this.#timers.filter((timer) => timer.at <= end)
      if (due.length === 0) break
      const next = due.reduce((a, b) => (b.at < a.at || (b.at === a.at && b.order < a.order) ? b : a))
      this.#timers = this.#timers.filter((timer) => timer !== next)
      this.now = Math.max(this.now, next.at)
      next.fn()
      await this.settle()
    }
    this.now = end
  }

  /** Lets promises that are ready run. Tests with a database replace it by one that waits for that too. */
  settle = async (): Promise<void> => {
    for (let i = 0; i < 6; i++) await Promise.resolve()
  }

  /** An environment whose connections go to this relay. */
  env(relay: Relay): SealedEnv {
    return {
      now: () => this.now,
      setTimer: this.setTimer,
      random: this.random,
      chance: this.chance,
      connect: (_url, handlers) => this.#connect(relay, handlers),
      onWake: () => () => {},
      onHide: () => () => {},
    }
  }

  /** Every message takes a while, and arrives in order. */
  #connect(relay: Relay, handlers: SocketHandlers): RelaySocket {
    let isOver = false
    let isCut = false
    let server: RelaySocket | undefined
    const lanes = { up: this.now, down: this.now }
    const travel = (lane: 'up' | 'down', fn: () => void) => {
      lanes[lane] = Math.max(lanes[lane], this.now + 1 + this.chance() * 20)
      this.setTimer(() => {
        // What was sent before closing still arrives; what comes for a closed one does not.
        if (lane === 'up' ? !isCut : !isOver) fn()
      }, lanes[lane] - this.now)
    }
    travel('up', () => {
      server = relay.accept({
        onOpen: () => {},
        onMessage: (bytes) => travel('down', () => handlers.onMessage(bytes.slice())),
        onClose: (code) => {
          if (isOver) return
          isOver = isCut = true
          this.setTimer(() => handlers.onClose(code), 1)
        },
      })
      if (server !== undefined) travel('down', handlers.onOpen)
      else {
        isOver = true
        this.setTimer(() => handlers.onClose(1006), 1)
      }
    })
    return {
      send: (bytes) => {
        const copy = bytes.slice()
        travel('up', () => server?.send(copy))
      },
      close: () => {
        if (isOver) return
        isOver = true
        travel('up', () => server?.close())
      },
    }
  }
}

/** A disk that several pages share, without a database. */
export class FakeDisk {
  readonly entries = new Map<string, StoredEntry>()
  readonly pages = new Map<string, number>()

  outbox(room: string, seat: string, page: string, now: () => number): Outbox {
    const { entries, pages } = this
    const lease = () => pages.set(page, now() + 15_000)
    return {
      keep: async (entry, instead) => {
        lease()
        entries.set(entry.id, { ...entry, room, seat, owner: page })
        if (instead !== undefined) entries.delete(instead)
      },
      remove: async (ids) => {
        for (const id of ids) entries.delete(id)
      },
      takeOver: async () => {
        lease()
        const taken: StoredEntry[] = []
        const mine = new Set<string>()
        let others = 0
        for (const entry of entries.values()) {
          if (entry.room !== room || entry.seat !== seat) continue
          if (entry.owner !== page && (pages.get(entry.owner) ?? 0) > now()) {
            others++
            continue
          }
          mine.add(entry.id)
          if (entry.owner === page) continue
          entries.set(entry.id, { ...entry, owner: page })
          taken.push(entry)
        }
        return { taken, mine, others }
      },
      release: async () => {
        pages.delete(page)
      },
    }
  }
}
