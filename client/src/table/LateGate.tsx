import type { ClosedView, OpenView } from '@kringplan/shared/contract/seatView'
import { Suspense, useContext, useEffect, useSyncExternalStore } from 'react'
import { CircleContext } from '../circle/circle.ts'
import { lazyPart } from '../live/lazyPart.ts'
import { may } from '../seats/may.ts'
import { forgetErased, lookForLate } from './keepLate.ts'
import { offersOf, subscribeOffers } from './lateStore.ts'

/* Nearly always nothing is late: what offers it, and the way to the open document, are loaded when something is. */
const LateOffers = lazyPart(async () => (await import('./LateOffers.tsx')).LateOffers)
const OpenCircle = lazyPart(async () => (await import('../circle/OpenCircle.tsx')).OpenCircle)

export interface LateGateProps {
  readonly view: OpenView | ClosedView
}

/**
 * Offers what this device wrote for a document that is no more, wherever its person is now. The document of now is
 * opened for it where the screen has none.
 */
export function LateGate({ view }: LateGateProps) {
  const { seat, role } = view.self
  const current = writesIn(view)
  useEffect(() => void lookForLate(seat, current), [seat, current])
  const isOpen = view.kind === 'open'
  useEffect(() => (isOpen ? forgetErased(seat) : undefined), [seat, isOpen])
  const offers = useSyncExternalStore(subscribeOffers, () => offersOf(seat))
  const around = useContext(CircleContext)
  const late = offers.filter(({ document, isInside }) => document !== current && !(isOpen && isInside))
  if (late.length === 0) return null
  const shown = <LateOffers view={view} offers={late} isBoard={role === 'board'} />
  if (around !== null || view.kind === 'closed' || (view.plan?.doc ?? null) === null) return shown
  return (
    <Suspense fallback={null}>
      <OpenCircle view={view}>{shown}</OpenCircle>
    </Suspense>
  )
}

/** The document in which this seat writes now: its room, or the open document; null where it writes nowhere. */
function writesIn(view: OpenView | ClosedView): string | null {
  if (view.kind === 'closed') return view.room
  return may(view, 'plan.write') ? (view.plan?.doc ?? null) : null
}
