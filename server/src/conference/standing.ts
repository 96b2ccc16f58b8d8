import type { Action } from '@kringplan/shared/policy/actions'
import { can, isDoorClosed } from '@kringplan/shared/policy/can'
import type { Standing } from '@kringplan/shared/policy/roles'
import type { PersonFacts, SeatFacts, Snapshot } from './snapshot.ts'

/**
 * How a seat stands now. Behind a closed door the room answers with the card, not through the server: a member's
 * device that waits may then knock, which opens nothing without the card. As soon as the door is open it waits
 * again for a yes, so a seat made behind the door never comes in by itself.
 */
export function standingOf(seat: SeatFacts, snapshot: Snapshot): Standing {
  const knocks = seat.standing === 'pending' && seat.role === 'member' && isDoorClosed(snapshot.conference)
  return knocks ? 'in' : seat.standing
}

/** Whether a seat may do this now. A seat that has ended, or is no board yet, may only see that. */
export function maySeat(seat: SeatFacts, snapshot: Snapshot | null, action: Action): boolean {
  if (seat.ended || snapshot === null) return action === 'view.read'
  const { setting, phase } = snapshot.conference
  return can({ role: seat.role, standing: standingOf(seat, snapshot), setting, phase }, action)
}

/** The seats of a person that have not ended. */
export function seatsOf(snapshot: Snapshot, personId: string): readonly SeatFacts[] {
  return snapshot.seats.filter((seat) => seat.personId === personId && !seat.ended)
}

/** Whether a device of this person was let in (and has perhaps gone outside since). */
export function takesPart(snapshot: Snapshot, personId: string): boolean {
  return seatsOf(snapshot, personId).some((seat) => seat.standing !== 'pending')
}

/** Whether the circle took a device of this person out: then nobody comes in as this person without a yes [GO7]. */
export function wasTakenOut(snapshot: Snapshot, personId: string): boolean {
  return snapshot.seats.some((seat) => seat.personId === personId && seat.takenOut)
}

/**
 * Whether this person went outside: a further device of theirs is outside too, also when the device on which they left
 * has become a board since.
 */
export function isOutside(snapshot: Snapshot, personId: string): boolean {
  return snapshot.seats.some((seat) => seat.personId === personId && seat.standing === 'outside')
}

/** The person of a seat, if it has one. */
export function personOf(seat: SeatFacts, snapshot: Snapshot): PersonFacts | undefined {
  return snapshot.people.find((person) => person.id === seat.personId)
}

/** A seat of the circle that was let in, by the room or by its key, and of nobody who was taken out. */
export function seatIn(snapshot: Snapshot, seatId: string): SeatFacts | undefined {
  const seat = snapshot.seats.find(({ id, ended, standing }) => id === seatId && !ended && standing === 'in')
  const isOut = seat?.personId != null && wasTakenOut(snapshot, seat.personId)
  return isOut ? undefined : seat
}

/** The asking to start anew that stands: nobody said no, and who asked is still there. */
export function askOf(snapshot: Snapshot): Snapshot['anew'] {
  const { anew } = snapshot
  return anew === null || anew.droppedAt !== null || seatIn(snapshot, anew.seatId) === undefined ? null : anew
}
