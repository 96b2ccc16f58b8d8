import type { WaitingView } from '@kringplan/shared/contract/seatView'
import type { SeatLink } from '../live/seatConnection.ts'
import { m } from '../messages/compiled/messages.js'
import { CircleRing } from '../ui/CircleRing.tsx'
import { PhonePage } from './PhonePage.tsx'
import { SeatStrips } from './SeatStrips.tsx'

/** "Wij vragen of je binnen mag." Goes on by itself when the room, or at home somebody of the circle, says yes. */
export function WaitingPage({ view, link }: { readonly view: WaitingView; readonly link: SeatLink }) {
  return (
    <PhonePage
      centred
      title={view.ready ? m.join_ready() : m.late_you()}
      lead={view.ready ? m.join_ready_how() : m.join_wait_how()}
      strips={<SeatStrips link={link} practice={view.practice} />}
      picture={
        <CircleRing seats={[{ id: view.self.seat, name: view.self.name, state: 'you' }]}>
          <bdi>{view.circle}</bdi>
        </CircleRing>
      }
    />
  )
}
