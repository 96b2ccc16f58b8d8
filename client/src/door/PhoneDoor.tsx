import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { Suspense, useEffect, useReducer, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { lazyPart } from '../live/lazyPart.ts'
import { homeOf, pageUnder } from '../routes.ts'
import { Loading } from '../ui/Loading.tsx'
import { nextCeremony, type Ceremony } from './ceremony.ts'
import { endCeremony, heldKey } from './heldKeys.ts'

/* The card is shown seldom, and carries the key exchange. */
const CeremonyMoments = lazyPart(async () => (await import('./CeremonyMoments.tsx')).CeremonyMoments)
const InsidePage = lazyPart(async () => (await import('./InsidePage.tsx')).InsidePage)
const OpenPage = lazyPart(async () => (await import('./OpenPage.tsx')).OpenPage)
const PhoneStrips = lazyPart(async () => (await import('./PhoneStrips.tsx')).PhoneStrips)

/**
 * A phone inside. The one that closed the door shows the card first; on every one of them the page /deur says who
 * is inside and lets somebody in, and the page /open opens the door, with somebody else.
 */
export function PhoneDoor({ view, children }: { readonly view: ClosedView; readonly children: ReactNode }) {
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
  const at = pageUnder(location, home)
  const page = () => {
    if (at === 'open') return <OpenPage view={view} home={home} />
    if (at !== 'deur') return children
    return <InsidePage home={home} onLetIn={() => send({ type: 'cardAgain' })} />
  }
  return (
    <>
      <Suspense fallback={null}>
        <PhoneStrips view={view} home={home} isOpening={at === 'open'} />
      </Suspense>
      <Suspense fallback={<Loading />}>{page()}</Suspense>
    </>
  )
}
