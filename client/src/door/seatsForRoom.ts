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
 * The member seats of this browser in this room, the one used last first. The server is asked about each: also about
 * one whose page was shut, or slow, when the door closed, and that does not know its room yet. When another seat does,
 * no seat that is known to be of another conference is asked about.
 * @param ask the view of a seat, or null when there is no answer or no right
 */
export async function seatsForRoom(
  seats: readonly HeldSeat[],
  room: string,
  ask: (seat: string) => Promise<SeatView | null>,
): Promise<readonly SeatInRoom[]> {
  const here = seats.find((seat) => seat.room === room)?.conferenceId
  const members = seats.filter(
    ({ role, conferenceId }) =>
      role === 'member' && (here === undefined || conferenceId === undefined || conferenceId === here),
  )
  const views = await Promise.all(members.map(({ seat }) => ask(seat)))
  return views.flatMap((view): readonly SeatInRoom[] => {
    if (view?.kind !== 'closed' || view.room !== room || view.self.role !== 'member') return []
    const { seat, name, personId } = view.self
    return [{ seat, name, personId, circle: view.circle, coordinators: view.coordinators }]
  })
}
