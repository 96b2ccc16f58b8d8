import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { Redirect, useLocation } from 'wouter'
import { Suspense } from 'react'
import { useCircle } from '../circle/circle.ts'
import { SealedGate } from '../door/SealedGate.tsx'
import type { SeatLink } from '../live/seatConnection.ts'
import { m } from '../messages/compiled/messages.js'
import { DraftPages } from '../phone/DraftPages.tsx'
import { isDraftPage, pageUnder } from '../routes.ts'
import { LateGate } from '../table/lazyLate.ts'
import { lazyPart } from '../live/lazyPart.ts'
import { CallPage, LogPage, MinePage, QuestionPage } from './lazyPages.ts'

const NowInside = lazyPart(async () => (await import('./NowInside.tsx')).NowInside)

export interface MemberInsideProps {
  readonly view: ClosedView
  readonly seat: string
  readonly home: string
  readonly link: SeatLink
}

/** A member's phone while the door is closed: the gate first, the pages behind it once this device holds the key. */
export function MemberInside({ view, seat, home, link }: MemberInsideProps) {
  return (
    <SealedGate view={view} seat={seat}>
      <Suspense fallback={null}>
        <LateGate view={view} />
      </Suspense>
      <InsidePages view={view} home={home} link={link} />
    </SealedGate>
  )
}

function InsidePages({ view, home, link }: Omit<MemberInsideProps, 'seat'>) {
  const [location] = useLocation()
  const circle = useCircle()
  const page = pageUnder(location, home)
  if (isDraftPage(page)) return <DraftPages home={home} />
  switch (page) {
    case '':
    case 'plaatje':
    case 'bord':
      return <NowInside view={view} home={home} link={link} />
    case 'vraag':
      return <QuestionPage home={home} question={circle.question || m.gate_no_question()} points={[]} />
    case 'roep':
      return <CallPage view={view} home={home} />
    case 'van-mij':
      return <MinePage view={view} home={home} />
    case 'logboek':
      return <LogPage view={view} home={home} />
    default:
      // A page of the table: the door has closed again, and Nu says so.
      return <Redirect to={home} replace />
  }
}
