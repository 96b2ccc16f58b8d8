import type { CookieJar } from '../http/cookies.ts'
import type { SeatFacts, Snapshot } from '../conference/snapshot.ts'

/** The seats of this conference, not ended, that the browser proved to hold. */
export function heldSeats(cookies: CookieJar, snapshot: Snapshot): readonly SeatFacts[] {
  const ids = new Set(cookies.ids('seat'))
  return snapshot.seats.filter(
    (seat) => ids.has(seat.id) && !seat.ended && cookies.holds('seat', seat.id, seat.secretHash),
  )
}

/** The seat of this person that the browser holds already: one that is in goes before one that waits. */
export function heldSeatOf(cookies: CookieJar, snapshot: Snapshot, personId: string): SeatFacts | undefined {
  const held = heldSeats(cookies, snapshot).filter((seat) => seat.personId === personId)
  return held.find((seat) => seat.standing !== 'pending') ?? held[0]
}
