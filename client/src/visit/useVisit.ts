import {
  beginVisit,
  endVisit,
  readVisit,
  visitStage,
  type Visit,
  type VisitSees,
  type VisitStage,
} from '@kringplan/shared/plan/visit'
import { useContext, useRef, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { CircleContext, useCircle } from '../circle/circle.ts'

export interface VisitHere {
  readonly stage: VisitStage
  /** What the coordinator is shown on the board, while inside. */
  readonly sees: VisitSees
  readonly agreement: string | null
  readonly begin: (sees: VisitSees, agreement?: string | null) => void
  readonly end: () => void
}

/**
 * The coordinator inside for a moment, as the sealed document has it and the server says of the call. Where no door is
 * closed there is never a visit.
 */
export function useVisit(): VisitHere {
  const { live, doorClosed, callState } = useCircle()
  const visit = useLastVisit(live.doc)
  const call = callState?.id ?? null
  return {
    stage: doorClosed ? visitStage(visit, callState) : 'none',
    sees: visit?.sees ?? 'nothing',
    agreement: visit?.agreement ?? null,
    begin: (sees, agreement = null) => beginVisit(live.doc, { call, sees, agreement }),
    end: () => endVisit(live.doc, call),
  }
}

/** The call that was done with a visit; undefined outside, where nobody knows. */
export function useDoneCall(): string | null | undefined {
  const circle = useContext(CircleContext)
  const visit = useLastVisit(circle?.live.doc)
  return visit?.isInside === false ? visit.call : undefined
}

const nothing = () => undefined

/** The last visit, the same object until it changes. */
function useLastVisit(doc: Y.Doc | undefined): Visit | null {
  const last = useRef<{ value: unknown; visit: Visit | null }>({ value: undefined, visit: null })
  return useSyncExternalStore(
    (fn) => {
      if (doc === undefined) return nothing
      const map = doc.getMap('visit')
      map.observe(fn)
      return () => map.unobserve(fn)
    },
    () => {
      if (doc === undefined) return null
      const value = doc.getMap('visit').get('now')
      if (value !== last.current.value) last.current = { value, visit: readVisit(doc) }
      return last.current.visit
    },
  )
}
