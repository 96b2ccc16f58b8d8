import type { OpenView } from '@kringplan/shared/contract/seatView'
import { Suspense } from 'react'
import { Redirect, useLocation } from 'wouter'
import { ClosedDoor } from '../coordinator/ClosedDoor.tsx'
import type { SeatLink } from '../live/seatConnection.ts'
import { lazyPart } from '../live/lazyPart.ts'
import { m } from '../messages/compiled/messages.js'
import { MinePage } from '../now/MinePage.tsx'
import { QuestionPage } from '../now/QuestionPage.tsx'
import { homeOf, isDraftPage, pageUnder } from '../routes.ts'
import { may } from '../seats/may.ts'
import { PlainPage } from '../seats/PlainPage.tsx'
import { SeatFrame, type ShownView } from '../seats/SeatFrame.tsx'
import { WaitingPage } from '../seats/WaitingPage.tsx'
import { LateGate } from '../table/lazyLate.ts'
import { PointsPage } from './PointsPage.tsx'
import { ProfessionalNow } from './ProfessionalNow.tsx'

const TablePlan = lazyPart(async () => (await import('../listen/TablePlan.tsx')).TablePlan)
const OwnPart = lazyPart(async () => (await import('./OwnPart.tsx')).OwnPart)
const TablePages = lazyPart(async () => (await import('../phone/table/TablePages.tsx')).TablePages)
const OpenPlan = lazyPart(async () => (await import('../seats/OpenPlan.tsx')).OpenPlan)

/** The screens of somebody who gives information: /i/:seat and everything under it. */
export function ProfessionalSeat({ seat }: { readonly seat: string }) {
  return (
    <SeatFrame seat={seat} of="professional">
      {(view, link) => <ProfessionalPages view={view} link={link} seat={seat} />}
    </SeatFrame>
  )
}

function ProfessionalPages({ view, link, seat }: { view: ShownView; link: SeatLink; seat: string }) {
  const home = homeOf('professional', seat)
  switch (view.kind) {
    case 'pairing':
      return <PlainPage title={m.err_refused()} />
    case 'waiting':
      return <WaitingPage view={view} link={link} />
    case 'closed':
    case 'outside':
      return <ClosedDoor view={view} link={link} />
    case 'open':
      return (
        <>
          {view.hasDoor ? null : (
            <Suspense fallback={null}>
              <LateGate view={view} />
            </Suspense>
          )}
          <OpenPages view={view} link={link} home={home} />
        </>
      )
  }
}

function OpenPages({ view, link, home }: { view: OpenView; link: SeatLink; home: string }) {
  const [location] = useLocation()
  const page = pageUnder(location, home)
  if (isSigning(view, page)) return <TablePages view={view} link={link} home={home} />
  if (isDraftPage(page)) {
    return may(view, 'plan.read') ? <OpenPlan view={view} home={home} /> : <Redirect to={home} replace />
  }
  switch (page) {
    case '':
      return <ProfessionalNow view={view} link={link} home={home} />
    case 'tafel':
      return may(view, 'plan.read') ? <TablePlan view={view} home={home} /> : <Redirect to={home} replace />
    case 'mijn-deel':
      return may(view, 'version.read') ? <OwnPart view={view} home={home} /> : <Redirect to={home} replace />
    case 'informatie':
      return may(view, 'points.write') ? (
        <PointsPage view={view} home={home} />
      ) : (
        <Redirect to={home} replace />
      )
    case 'vraag':
      return <QuestionPage home={home} question={view.question} points={view.points} />
    case 'van-mij':
      return <MinePage view={view} home={home} />
    default:
      return <PlainPage title={m.st_gone()} />
  }
}

/** Who takes part throughout reads along and signs on the same pages as the circle. */
function isSigning({ hasDoor, phase }: OpenView, page: string): boolean {
  if (hasDoor || (phase !== 'presentation' && phase !== 'signing' && phase !== 'followUp')) return false
  if (phase === 'followUp' && page === 'plan') return true
  return /^(lezen|weer-samen|eens|zeg|handtekening)(\/|$)/.test(page)
}
