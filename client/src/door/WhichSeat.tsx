import { m } from '../messages/compiled/messages.js'
import { PhonePage } from '../seats/PhonePage.tsx'
import { Button } from '../ui/Button.tsx'
import type { SeatInRoom } from './seatsForRoom.ts'

/** Several people use this phone: who is coming in now? */
export function WhichSeat({
  seats,
  onChoose,
}: {
  readonly seats: readonly SeatInRoom[]
  readonly onChoose: (seat: SeatInRoom) => void
}) {
  return (
    <PhonePage
      title={m.card_choose()}
      actions={seats.map((seat) => (
        <Button key={seat.seat} size="large" onClick={() => onChoose(seat)}>
          <bdi>{seat.name}</bdi>
        </Button>
      ))}
    />
  )
}
