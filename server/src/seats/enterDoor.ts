import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { notInside } from '../conference/proof.ts'
import { done, refused, type Answer } from '../http/answer.ts'
import type { SeatContext } from '../http/context.ts'
import { letIn } from './answerJoin.ts'

/*
 * What the server does for who comes in while the door is closed. Who proves the door token was let in by somebody
 * inside: that is the yes of the room [JN7].
 */

/** A ticket for the card that this device shows: a phone without a seat asks for one with it. */
export async function doorTicket(
  context: SeatContext,
  input: Parsed<'doorTicket'>,
): Promise<Answer<Output<'doorTicket'>>> {
  const { services, placed } = context
  const refusal = notInside(context, input)
  if (refusal !== null) return refusal
  const conferenceId = placed.snapshot?.conference.id
  if (conferenceId === undefined) return refused
  return { ok: true, value: { ticket: services.doorTickets.make({ conferenceId, room: input.room }) } }
}

/** Takes the own seat, that waits, for let in: it holds the key of the room. */
export async function enterDoor(
  context: SeatContext,
  input: Parsed<'enterDoor'>,
): Promise<Answer<Output<'enterDoor'>>> {
  const refusal = notInside(context, input)
  if (refusal !== null) return refusal
  return context.change(async (tx, snapshot) => {
    const own = snapshot.seats.find((seat) => seat.id === context.seat.id)
    if (own === undefined) return refused
    // A further device of a person, and who was taken out before, are asked about by name when the door is open.
    if (own.standing !== 'pending' || own.how === 'again') return done
    return letIn(context.services, tx, snapshot, own)
  })
}
