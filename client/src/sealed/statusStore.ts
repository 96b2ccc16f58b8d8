/** A value that screens can watch. `get` gives the same object until something in it changes. */
export type StatusStore<T extends object> = {
  readonly get: () => T
  readonly set: (change: Partial<T>) => void
  readonly subscribe: (fn: () => void) => () => void
}

/** Makes a store. A change to the same values tells nobody. */
export function createStatusStore<T extends object>(first: T): StatusStore<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(change) {
      const isSame = (Object.keys(change) as (keyof T)[]).every((key) => Object.is(value[key], change[key]))
      if (isSame) return
      value = { ...value, ...change }
      for (const listener of listeners) listener()
    },
    subscribe(fn) {
      listeners.add(fn)
      return () => listeners.delete(fn)
    },
  }
}
