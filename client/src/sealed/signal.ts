/** Something that happens again and again, and who wants to hear of it. */
export type Signal<T extends unknown[]> = {
  /** Calls `fn` each time; the returned function ends that. */
  readonly on: (fn: (...what: T) => void) => () => void
  readonly tell: (...what: T) => void
}

/** Makes one. */
export function createSignal<T extends unknown[]>(): Signal<T> {
  const listeners = new Set<(...what: T) => void>()
  return {
    on(fn) {
      listeners.add(fn)
      return () => listeners.delete(fn)
    },
    tell(...what) {
      for (const fn of listeners) fn(...what)
    },
  }
}
