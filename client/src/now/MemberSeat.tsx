import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useEffect, useRef } from 'react'
import { Redirect, useLocation } from 'wouter'
import type { SeatLink } from '../live/seatConnection.ts'
import { lazyPart } from '../live/lazyPart.ts'
import { m } from '../messages/compiled/messages.js'
import { homeOf, isDraftPage, pageUnder } from '../routes.ts'
import { may } from '../seats/may.ts'
import { PlainPage } from '../seats/PlainPage.tsx'
import { SeatFrame, type ShownView } from '../seats/SeatFrame.tsx'
import { CallPage, MinePage, QuestionPage } from './lazyPages.ts'

/* The plan carries the live document: who only listens never loads it. */
const MemberInside = lazyPart(async () => (await import('./MemberInside.tsx')).MemberInside)
const OpenPlan = lazyPart(async () => (await import('../seats/OpenPlan.tsx')).OpenPlan)
const NowPage = lazyPart(async () => (await import('./NowPage.tsx')).NowPage)
const PairPage = lazyPart(async () => (await import('./PairPage.tsx')).PairPage)
const PicturePage = lazyPart(async () => (await import('./PicturePage.tsx')).PicturePage)
const WaitingPage = lazyPart(async () => (await import('../seats/WaitingPage.tsx')).WaitingPage)

/** The phone of somebody in the circle: /plek/:seat and everything under it. */
export function MemberSeat({ seat }: { readonly seat: string }) {
  return (
    <SeatFrame seat={seat} of="member">
      {(view, link) => <MemberPages view={view} link={link} seat={seat} />}
    </SeatFrame>
  )
}

function MemberPages({ view, link, seat }: { view: ShownView; link: SeatLink; seat: string }) {
  const home = homeOf('member', seat)
  useFirstPicture(view, home)
  switch (view.kind) {
    case 'pairing':
    case 'outside':
      return <PlainPage title={m.err_refused()} />
    case 'waiting':
      return <WaitingPage view={view} link={link} />
    case 'closed':
      return <MemberInside view={view} seat={seat} home={home} link={link} />
    case 'open':
      return <OpenPages view={view} link={link} home={home} />
  }
}

function OpenPages({ view, link, home }: { view: OpenView; link: SeatLink; home: string }) {
  const [location] = useLocation()
  const page = pageUnder(location, home)
  if (isDraftPage(page)) {
    return may(view, 'plan.read') ? <OpenPlan view={view} home={home} /> : <Redirect to={home} replace />
  }
  switch (page) {
    case '':
      return <NowPage view={view} link={link} home={home} />
    case 'plaatje':
      return <PicturePage view={view} home={home} />
    case 'vraag':
      return <QuestionPage home={home} question={view.question} points={view.points} />
    case 'roep':
      return <CallPage view={view} home={home} />
    case 'bord':
      return <PairPage view={view} home={home} />
    case 'van-mij':
      return <MinePage view={view} home={home} />
    default:
      return <PlainPage title={m.st_gone()} />
  }
}

/** Who waited and was let in chooses a picture first, as who came in by an own card does. */
function useFirstPicture(view: ShownView, home: string): void {
  const [, go] = useLocation()
  const before = useRef(view.kind)
  useEffect(() => {
    if (before.current === 'waiting' && view.kind === 'open' && may(view, 'self.edit')) go(`${home}/plaatje`)
    before.current = view.kind
  }, [view, home, go])
}
