/** At least this long between two spoken messages, so that a screen reader's user can work. */
const spacingMs = 5000
/** Older news than this many messages is dropped: what is on the screen says it better. */
const keep = 3

export interface AnnouncerClock {
  readonly now: () => number
  /** Calls back once, later. */
  readonly later: (run: () => void, ms: number) => void
}

export interface Announcer {
  /** Says a sentence politely, now or as soon as five seconds have passed since the one before. */
  readonly announce: (sentence: string) => void
  readonly current: () => string
  readonly subscribe: (listener: () => void) => () => void
}

/** Makes the queue behind the page's one live region. */
export function createAnnouncer(clock: AnnouncerClock): Announcer {
  const listeners = new Set<() => void>()
  let waiting: string[] = []
  let spoken = ''
  let freeAt = 0
  let scheduled = false

  const say = () => {
    scheduled = false
    const next = waiting.shift()
    if (next === undefined) return
    spoken = next
    freeAt = clock.now() + spacingMs
    for (const listener of listeners) listener()
    if (waiting.length > 0) schedule()
  }
  const schedule = () => {
    if (scheduled) return
    scheduled = true
    clock.later(say, Math.max(0, freeAt - clock.now()))
  }

  return {
    announce: (sentence) => {
      waiting = [...waiting.filter((other) => other !== sentence), sentence].slice(-keep)
      schedule()
    },
    current: () => spoken,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
