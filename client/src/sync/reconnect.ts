/** When to try again. One per connection. */
export interface Reconnect {
  /** The connection is gone: tries again after a while, each time a little later. */
  later(): void
  /** The connection did useful work: the next loss starts from the shortest wait. */
  succeeded(): void
  stop(): void
}

const FIRST_MS = 1_000
const LONGEST_MS = 8_000

/**
 * Tries again by itself, after a time that is up to chance (a whole room is lost at the same moment, and must not
 * come back at the same moment), and at once when the system says that there is a network again or somebody looks.
 */
export function createReconnect({
  random,
  connect,
}: {
  readonly random: () => number
  readonly connect: () => void
}): Reconnect {
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    connect()
  }
  const onVisible = () => {
    if (document.visibilityState === 'visible') now()
  }
  const inPage = typeof window !== 'undefined'
  if (inPage) {
    window.addEventListener('online', now)
    window.addEventListener('pageshow', now)
    document.addEventListener('visibilitychange', onVisible)
  }
  return {
    later() {
      clearTimeout(timer)
      const longest = Math.min(FIRST_MS * 2 ** tries, LONGEST_MS)
      tries += 1
      timer = setTimeout(now, 50 + random() * longest)
    },
    succeeded() {
      tries = 0
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
      if (!inPage) return
      window.removeEventListener('online', now)
      window.removeEventListener('pageshow', now)
      document.removeEventListener('visibilitychange', onVisible)
    },
  }
}
