import type { SeatView } from '@kringplan/shared/contract/seatView'
import type { HeldSeat } from '../seats/seatStore.ts'

/** A seat of this browser that belongs to the room of a card. */
export interface SeatInRoom {
  readonly seat: string
  readonly name: string
  readonly personId: string | null
  readonly circle: string
  readonly coordinators: readonly string[]
}

/**
 * The member seats of this browser in this room, the one used last first. The server is asked about each, because a
 * seat whose page was shut when the door closed does not know its room yet.
 * @param ask the view of a seat, or null when there is no answer or no right
 */
export async function seatsForRoom(
  seats: readonly HeldSeat[],
  room: string,
  ask: (seat: string) => Promise<SeatView | null>,
): Promise<readonly SeatInRoom[]> {
  const members = seats.filter(({ role }) => role === 'member')
  const known = members.filter((seat) => seat.room === room)
  const views = await Promise.all((known.length > 0 ? known : members).map(({ seat }) => ask(seat)))
  return views.flatMap((view): readonly SeatInRoom[] => {
    if (view?.kind !== 'closed' || view.room !== room || view.self.role !== 'member') return []
    const { seat, name, personId } = view.self
    return [{ seat, name, personId, circle: view.circle, coordinators: view.coordinators }]
  })
}
