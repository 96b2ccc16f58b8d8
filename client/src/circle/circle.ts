import type { Call, CallReason, OwnCall, OwnCallReason } from '@kringplan/shared/contract/seatView'
import type { CirclePerson, InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { createContext, useContext } from 'react'
import type * as Y from 'yjs'
import type { OpenIdeaDisk } from '../ideas/ideaDisk.ts'
import type { LiveDocument } from '../sync/liveDocument.ts'

/** Who sits behind this screen. The board has no person. */
export interface Me {
  readonly personId: string | null
  readonly name: string
  readonly seat: string
}

/**
 * Everything a drafting screen works with. A screen never asks whether the document under it is open or sealed:
 * `OpenCircle` and `SealedCircle` both fill this in.
 */
export interface Circle {
  readonly live: LiveDocument
  /** The one undo history of this device over the whole plan. */
  readonly undo: Y.UndoManager
  /** Who can stand in an agreement, in the order of the circle. */
  readonly people: readonly CirclePerson[]
  readonly me: Me
  readonly question: string
  readonly circleName: string
  readonly doorClosed: boolean
  /** Since when the plan is being made, ISO 8601 UTC. */
  readonly since: string
  /** Names of the coordinators, for "Roep Fatma". */
  readonly coordinators: readonly string[]
  /** False for who may look on only. */
  readonly canWrite: boolean
  /** The devices that hold the key; empty where there is no door. */
  readonly inside: readonly InsideDevice[]
  /** Calls the coordinator; false when that did not get through. */
  readonly call: (reason: CallReason | OwnCallReason) => Promise<boolean>
  readonly callState: Call | null
  /** What this device called for without the others. */
  readonly ownCalls: readonly OwnCall[]
  /** Where this device keeps ideas that are still private. Null where there is no wall: it is there only while the plan is made. */
  readonly ideas: OpenIdeaDisk | null
}

export const CircleContext = createContext<Circle | null>(null)

/** The circle of the screen around. Throws outside a provider: that is a fault in our own code. */
export function useCircle(): Circle {
  const circle = useContext(CircleContext)
  if (circle === null) throw new Error('useCircle needs OpenCircle or SealedCircle around it')
  return circle
}
