/*
 * Readers of bytes that come from outside, for the search of `npm run fuzz` that is led by which lines each input
 * reaches (e2e/tools/guided.ts). The other search makes its inputs out of whole frames; this one finds them itself.
 */

export interface Guided {
  /** Inputs to begin with. */
  readonly seeds: readonly Uint8Array[]
  /** Throws when something is wrong. */
  readonly check: (bytes: Uint8Array) => void
}

/** What is read is written again as it was read: it has no second meaning. */
export function isSame(read: unknown, again: unknown): void {
  if (JSON.stringify(read, plain) !== JSON.stringify(again, plain))
    throw new Error('read otherwise the second time')
}

const plain = (_key: string, value: unknown): unknown => (value instanceof Uint8Array ? [...value] : value)

/** No input may keep a server or a phone busy for longer. */
const patienceMs = 50

/** The check as the search calls it. A machine that does something else for a moment is no fault of the input. */
export function inTime({ check }: Guided): (bytes: Uint8Array) => void {
  return (bytes) => {
    let fastest = Infinity
    for (let n = 0; n < 3 && fastest > patienceMs; n++) {
      const start = Date.now()
      // A copy: nothing that is kept of it may change under the search.
      check(bytes.slice())
      fastest = Math.min(fastest, Date.now() - start)
    }
    if (fastest > patienceMs) throw new Error(`took ${fastest} ms`)
  }
}
