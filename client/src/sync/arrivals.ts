/**
 * Which own changes the server has not said it stored. Knows nothing of sockets or storage.
 *
 * A frame covers changes; the server acknowledges frames of the present socket by number. Before the first whole
 * answer on a socket (sync step 2) a frame covers nothing: what it builds on may never have reached the server.
 */
export interface Arrivals {
  /** An own change was made. Until `made` is called again or `done`, a frame that leaves is about it. */
  made(id: string): void
  done(): void
  /** A change from before, found in the outbox. */
  found(id: string): void
  opened(): void
  sending(whole: boolean): void
  /** The next frame that leaves carries everything. */
  sendingAll(send: () => void): void
  /** The server stored the frames up to number `n`; gives the changes that have arrived by that. */
  acknowledged(n: number): readonly string[]
  /** Whether the server has asked for, and was sent, everything on this socket. */
  readonly based: boolean
  readonly waiting: ReadonlySet<string>
}

export function createArrivals(): Arrivals {
  const waiting = new Set<string>()
  let frames: { n: number; covers: readonly string[] }[] = []
  let sent = 0
  let based = false
  let current: string | null = null
  let all = false
  return {
    waiting,
    get based() {
      return based
    },
    made(id) {
      waiting.add(id)
      current = id
    },
    done() {
      current = null
    },
    found: (id) => void waiting.add(id),
    opened() {
      frames = []
      sent = 0
      based = false
    },
    sending(whole) {
      sent += 1
      if (whole) based = true
      const covers = whole || all ? [...waiting] : current === null ? [] : [current]
      if (based && covers.length > 0) frames.push({ n: sent, covers })
    },
    sendingAll(send) {
      all = true
      send()
      all = false
    },
    acknowledged(n) {
      const arrived: string[] = []
      while (frames[0] !== undefined && frames[0].n <= n) {
        for (const id of frames[0].covers) if (waiting.delete(id)) arrived.push(id)
        frames.shift()
      }
      return arrived
    },
  }
}
