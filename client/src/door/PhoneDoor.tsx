import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { lazy, Suspense, useEffect, useReducer, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useCircle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { homeOf, pageUnder } from '../routes.ts'
import { BackLink } from '../seats/BackLink.tsx'
import { PhonePage } from '../seats/PhonePage.tsx'
import { Button, buttonClass } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { nextCeremony, type Ceremony } from './ceremony.ts'
import { endCeremony, heldKey } from './heldKeys.ts'
import { InsideList } from './InsideList.tsx'

/* The card is shown seldom, and carries the key exchange. */
const CeremonyMoments = lazy(async () => ({
  default: (await import('./CeremonyMoments.tsx')).CeremonyMoments,
}))

/**
 * A phone inside. The one that closed the door shows the card first; on every one of them the page /deur says who
 * is inside and lets somebody in.
 */
export function PhoneDoor({ view, children }: { readonly view: ClosedView; readonly children: ReactNode }) {
  const { inside } = useCircle()
  const { seat } = view.self
  const home = homeOf('member', seat)
  const [location] = useLocation()
  const [state, send] = useReducer(nextCeremony, undefined, (): Ceremony =>
    heldKey(seat, view.room)?.justClosed === true ? { at: 'card' } : { at: 'plan' },
  )
  const atPlan = state.at === 'plan'
  useEffect(() => {
    if (atPlan) endCeremony(seat, view.room)
  }, [atPlan, seat, view.room])
  if (state.at !== 'plan' && state.at !== 'closing') {
    return (
      <Suspense fallback={<Loading />}>
        <CeremonyMoments state={state} send={send} />
      </Suspense>
    )
  }
  if (pageUnder(location, home) !== 'deur') return children
  return (
    <PhonePage
      title={m.inside_title()}
      start={<BackLink href={home} />}
      actions={
        <>
          <Button kind="primary" size="large" onClick={() => send({ type: 'cardAgain' })}>
            {m.gate_let_in()}
          </Button>
          <Link href={`${home}/plan`} className={buttonClass('secondary', 'large')}>
            {m.now_plan_go()}
          </Link>
        </>
      }
    >
      <InsideList inside={inside} />
    </PhonePage>
  )
}
