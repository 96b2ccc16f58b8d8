import type { OpenView } from '@kringplan/shared/contract/seatView'
import { Suspense, useEffect, useRef } from 'react'
import { Redirect, useLocation } from 'wouter'
import type { SeatLink } from '../live/seatConnection.ts'
import { lazyPart } from '../live/lazyPart.ts'
import { m } from '../messages/compiled/messages.js'
import { useOpenedMoment } from '../door/useOpenedMoment.ts'
import { homeOf, isDraftPage, pageUnder } from '../routes.ts'
import { may } from '../seats/may.ts'
import { PlainPage } from '../seats/PlainPage.tsx'
import { SeatFrame, type ShownView } from '../seats/SeatFrame.tsx'
import { LateGate } from '../table/lazyLate.ts'
import { CallPage, LogPage, MinePage, ProposalBar, QuestionPage } from './lazyPages.ts'

/* The plan carries the live document: who only listens never loads it. */
const MemberInside = lazyPart(async () => (await import('./MemberInside.tsx')).MemberInside)
const OpenPlan = lazyPart(async () => (await import('../seats/OpenPlan.tsx')).OpenPlan)
const OpenedMoment = lazyPart(async () => (await import('../door/OpenedMoment.tsx')).OpenedMoment)
const NowPage = lazyPart(async () => (await import('./NowPage.tsx')).NowPage)
const TablePages = lazyPart(async () => (await import('../phone/table/TablePages.tsx')).TablePages)
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
  const { isMoment, done } = useOpenedMoment(view.kind)
  switch (view.kind) {
    case 'pairing':
    case 'outside':
      return <PlainPage title={m.err_refused()} />
    case 'waiting':
      return <WaitingPage view={view} link={link} />
    case 'closed':
      return <MemberInside view={view} seat={seat} home={home} link={link} />
    case 'open':
      if (isMoment) return <OpenedMoment view={view} onDone={done} />
      return (
        <>
          {may(view, 'plan.read') || may(view, 'version.read') ? (
            <Suspense fallback={null}>
              <LateGate view={view} />
            </Suspense>
          ) : null}
          <OpenPages view={view} link={link} home={home} />
        </>
      )
  }
}

function OpenPages({ view, link, home }: { view: OpenView; link: SeatLink; home: string }) {
  const [location] = useLocation()
  const page = pageUnder(location, home)
  if (isAtTable(view) && (page === '' || isTablePage(page))) {
    return <TablePages view={view} link={link} home={home} />
  }
  if (isDraftPage(page)) {
    return may(view, 'plan.read') ? (
      <>
        <Asked view={view} home={home} />
        <OpenPlan view={view} home={home} />
      </>
    ) : (
      <Redirect to={home} replace />
    )
  }
  // A page of the table, or of the closed door, at another moment: Nu says what is so.
  if (isTablePage(page) || page === 'deur' || page === 'open') return <Redirect to={home} replace />
  switch (page) {
    case '':
      return (
        <>
          <Asked view={view} home={home} />
          <NowPage view={view} link={link} home={home} />
        </>
      )
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
    case 'logboek':
      return may(view, 'log.read') ? <LogPage view={view} home={home} /> : <Redirect to={home} replace />
    default:
      return <PlainPage title={m.st_gone()} />
  }
}

/** What somebody of the circle asked for that needs a second person, while the plan is made in the open. */
function Asked({ view, home }: { view: OpenView; home: string }) {
  if ((view.plan?.proposal ?? null) === null) return null
  return (
    <Suspense fallback={null}>
      <ProposalBar view={view} home={home} />
    </Suspense>
  )
}

/** From the open door to the copy. */
function isAtTable({ phase }: OpenView): boolean {
  return phase === 'presentation' || phase === 'signing' || phase === 'followUp'
}

/** The pages of the plan on the table, the list of agreements among them. */
function isTablePage(page: string): boolean {
  return /^(plan|lezen|weer-samen|eens|zeg|handtekening|papier)(\/|$)/.test(page)
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
