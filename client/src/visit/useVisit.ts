import {
  beginVisit,
  endVisit,
  readVisit,
  visitStage,
  type VisitSees,
  type VisitStage,
} from '@kringplan/shared/plan/visit'
import { useContext } from 'react'
import { CircleContext, useCircle } from '../circle/circle.ts'
import { useDocPart } from '../plan/useDocPart.ts'

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
  const visit = useDocPart(live.doc, 'visit', readVisit) ?? null
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
  const visit = useDocPart(circle?.live.doc, 'visit', readVisit)
  return visit?.isInside === false ? visit.call : undefined
}
