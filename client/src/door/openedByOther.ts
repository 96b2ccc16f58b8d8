/*
 * Two devices may open the door in the same moment. The one that was second is told; by then its own screen is gone.
 */

let notFirst: ReadonlySet<string> = new Set()
const listeners = new Set<() => void>()

/** As long as the moment in which it can be told. */
const KEEP_MS = 5_000

/** This seat wanted to open a door that somebody else had opened. */
export function tellNotFirst(seat: string): void {
  notFirst = new Set([...notFirst, seat])
  for (const fn of listeners) fn()
  setTimeout(() => forgetNotFirst(seat), KEEP_MS)
}

/** The seats of this page for which that is so, until it has been told. */
export function whoWasNotFirst(): ReadonlySet<string> {
  return notFirst
}

/** It has been told. */
export function forgetNotFirst(seat: string): void {
  if (!notFirst.has(seat)) return
  notFirst = new Set([...notFirst].filter((other) => other !== seat))
  for (const fn of listeners) fn()
}

export function subscribeNotFirst(fn: () => void): () => void {
  listeners.add(fn)
  return () => listeners.delete(fn)
}
