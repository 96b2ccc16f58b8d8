import { readCircle } from '@kringplan/shared/plan/circleDoc'
import type * as Y from 'yjs'
import type { HeldKey } from './heldKeys.ts'

/** Carries into a room what is not in it yet. In one transaction, with nothing to undo. */
export type Carry = (doc: Y.Doc) => void

/** Who closed the door carries in first: so long the others leave it the time, and an answer that did not come. */
const patienceMs = 2_000

export interface CarrierParts {
  readonly ask: () => Promise<Carry | 'none' | 'unknown'>
  /** Calls `fn` a little later; the returned function ends that. */
  readonly later: (fn: () => void, ms: number) => () => void
  /** It may be known by now what to carry in. */
  readonly changed: () => void
}

/** Sees to it that what the circle knew comes into the room, whoever it was that closed the door [OP9]. */
export interface Carrier {
  /** True when there is nothing (more) to carry in. `doc` holds all that is in the room. */
  readonly carry: (doc: Y.Doc, key: Pick<HeldKey, 'carry' | 'isOwnCopy'>) => boolean
  readonly stop: () => void
}

export function createCarrier({ ask, later, changed }: CarrierParts): Carrier {
  let given: Carry | 'none' | undefined
  let isAsking = false
  let stopWaiting = () => {}
  const start = async () => {
    const answer = await ask()
    if (answer === 'unknown') return wait()
    given = answer
    changed()
  }
  const wait = () => {
    stopWaiting = later(() => void start(), patienceMs)
  }
  return {
    carry(doc, { carry, isOwnCopy }) {
      if (readCircle(doc) !== undefined || given === 'none') return true
      const known = isOwnCopy === true || carry === undefined ? given : carry
      if (known === undefined) {
        if (!isAsking && isOwnCopy === true) void start()
        else if (!isAsking) wait()
        isAsking = true
        return false
      }
      known(doc)
      return true
    },
    stop: () => stopWaiting(),
  }
}
