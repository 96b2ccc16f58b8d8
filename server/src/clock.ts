/** Time as the server knows it. Tests bring their own, so that nothing waits for a real clock. */
export interface Clock {
  now(): Date
  /** Runs `run` every `ms` milliseconds until the returned function is called. Keeps no process alive. */
  every(ms: number, run: () => void): () => void
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => new Date(),
  every(ms, run) {
    const timer = setInterval(run, ms)
    timer.unref()
    return () => clearInterval(timer)
  },
}
