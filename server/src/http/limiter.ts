import type { Clock } from '../clock.ts'

/** How much is allowed: `burst` at once, then `perMinute`. */
export interface Allowance {
  readonly burst: number
  readonly perMinute: number
}

/** Counts per key (an address, a seat). */
export interface Limiter {
  /** Whether there is room for one more; takes it when there is. */
  take(key: string): boolean
  /** Whether there is room for one more; takes nothing. */
  has(key: string): boolean
  /** Keys in memory. */
  readonly size: number
}

interface Bucket {
  left: number
  at: number
}

/** Keys in memory at most; who was quiet longest goes first. */
const MAX_KEYS = 20_000

export function createLimiter(clock: Clock, allowance: Allowance): Limiter {
  const buckets = new Map<string, Bucket>()
  const perMs = allowance.perMinute / 60_000
  const level = (bucket: Bucket, now: number): number =>
    Math.min(allowance.burst, bucket.left + Math.max(0, now - bucket.at) * perMs)

  const left = (key: string, now: number): number => {
    const bucket = buckets.get(key)
    return bucket === undefined ? allowance.burst : level(bucket, now)
  }
  /** A few of the oldest at a time: looking at all of them for each call is what somebody with many addresses waits for. */
  const forget = (now: number): void => {
    let looked = 0
    for (const [key, bucket] of buckets) {
      if (looked === 2) return
      looked += 1
      if (buckets.size > MAX_KEYS || level(bucket, now) >= allowance.burst) buckets.delete(key)
    }
  }

  return {
    take(key) {
      const now = clock.now().getTime()
      const before = left(key, now)
      const may = before >= 1
      // In order of last use.
      buckets.delete(key)
      buckets.set(key, { left: may ? before - 1 : before, at: now })
      forget(now)
      return may
    },
    has: (key) => left(key, clock.now().getTime()) >= 1,
    get size() {
      return buckets.size
    },
  }
}

/** The limits of this server. A community centre is one address: 80 devices, 40 joins a minute [JN5]. */
export interface Limits {
  /** All calls: of a proved seat or desk by itself, of everybody else by address. */
  readonly calls: Limiter
  /** Looking up and using links and codes: a join takes two or three. */
  readonly lookups: Limiter
  /** Codes that turned out not to exist. */
  readonly wrongCodes: Limiter
  /** New boards. */
  readonly boards: Limiter
  /** Per seat: sockets being opened. */
  readonly sockets: Limiter
  /** Per seat: guesses at a board's code or at the paper key. */
  readonly guesses: Limiter
}

export const allowances = {
  calls: { burst: 600, perMinute: 600 },
  lookups: { burst: 250, perMinute: 150 },
  wrongCodes: { burst: 60, perMinute: 20 },
  boards: { burst: 20, perMinute: 5 },
  sockets: { burst: 120, perMinute: 120 },
  guesses: { burst: 10, perMinute: 5 },
} as const satisfies Record<keyof Limits, Allowance>

export function createLimits(clock: Clock): Limits {
  const make = (name: keyof Limits) => createLimiter(clock, allowances[name])
  return {
    calls: make('calls'),
    lookups: make('lookups'),
    wrongCodes: make('wrongCodes'),
    boards: make('boards'),
    sockets: make('sockets'),
    guesses: make('guesses'),
  }
}
