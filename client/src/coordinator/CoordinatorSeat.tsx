import { Redirect, useLocation } from 'wouter'
import type { SeatLink } from '../live/seatConnection.ts'
import { lazyPart } from '../live/lazyPart.ts'
import { m } from '../messages/compiled/messages.js'
import { homeOf, isDraftPage, pageUnder } from '../routes.ts'
import { may } from '../seats/may.ts'
import { PlainPage } from '../seats/PlainPage.tsx'
import { SeatFrame, type ShownView } from '../seats/SeatFrame.tsx'
import { WaitingPage } from '../seats/WaitingPage.tsx'
import { useArmedSound } from '../ui/useArmedSound.ts'
import { ClosedDoor } from './ClosedDoor.tsx'
import { PreparationPages } from './prepare/PreparationPages.tsx'

const TablePlan = lazyPart(async () => (await import('../listen/TablePlan.tsx')).TablePlan)
const OpenPlan = lazyPart(async () => (await import('../seats/OpenPlan.tsx')).OpenPlan)

/** One conference as its coordinator sees it: /c/:seat and everything under it. */
export function CoordinatorSeat({ seat }: { readonly seat: string }) {
  useArmedSound()
  return (
    <SeatFrame seat={seat} of="coordinator">
      {(view, link) => <CoordinatorPages view={view} link={link} seat={seat} />}
    </SeatFrame>
  )
}

function CoordinatorPages({ view, link, seat }: { view: ShownView; link: SeatLink; seat: string }) {
  const home = homeOf('coordinator', seat)
  const [location] = useLocation()
  switch (view.kind) {
    case 'pairing':
      return <PlainPage title={m.err_refused()} />
    case 'waiting':
      return <WaitingPage view={view} link={link} />
    // Whatever the address says: with the door closed, or gone outside, there is this screen and nothing else.
    case 'closed':
    case 'outside':
      return <ClosedDoor view={view} link={link} />
    case 'open': {
      const page = pageUnder(location, home)
      if (page === 'tafel') {
        return may(view, 'plan.read') ? <TablePlan view={view} home={home} /> : <Redirect to={home} replace />
      }
      if (!isDraftPage(page)) {
        return <PreparationPages view={view} link={link} home={home} page={page} />
      }
      return may(view, 'plan.read') ? <OpenPlan view={view} home={home} /> : <Redirect to={home} replace />
    }
  }
}
