import type { Clock } from '../clock.ts'

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  #now: number
  readonly #timers = new Set<{ readonly ms: number; readonly run: () => void; next: number }>()

  constructor(start = '2027-03-06T12:00:00.000Z') {
    this.#now = Date.parse(start)
  }

  now(): Date {
    return new Date(this.#now)
  }

  every(ms: number, run: () => void): () => void {
    const timer = { ms, run, next: this.#now + ms }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** Moves the clock on and runs what was due meanwhile. */
  advance(ms: number): void {
    const end = this.#now + ms
    for (;;) {
      const due = [...this.#timers].filter(({ next }) => next <= end).sort((a, b) => a.next - b.next)[0]
      if (due === undefined) break
      this.#now = due.next
      due.next += due.ms
      due.run()
    }
    this.#now = end
  }
}
