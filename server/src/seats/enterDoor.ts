import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { badField, done, refused, type Answer } from '../http/answer.ts'
import type { SeatContext } from '../http/context.ts'
import { toBytes } from '../secrets.ts'
import { letIn } from './answerJoin.ts'

/*
 * What the server does for who comes in while the door is closed. Who proves the door token was let in by somebody
 * inside: that is the yes of the room [JN7].
 */

const isInside = ({ services, placed }: SeatContext, room: string, doorToken: Uint8Array): boolean =>
  placed.snapshot?.conference.room === room && services.rooms.isInside(room, doorToken)

/** A ticket for the card that this device shows: a phone without a seat asks for one with it. */
export async function doorTicket(
  context: SeatContext,
  input: Parsed<'doorTicket'>,
): Promise<Answer<Output<'doorTicket'>>> {
  const { services, placed } = context
  const doorToken = toBytes(input.doorToken, 32)
  if (doorToken === undefined) return badField('doorToken')
  const conferenceId = placed.snapshot?.conference.id
  if (conferenceId === undefined || !isInside(context, input.room, doorToken)) return refused
  return { ok: true, value: { ticket: services.doorTickets.make({ conferenceId, room: input.room }) } }
}

/** Takes the own seat, that waits, for let in: it holds the key of the room. */
export async function enterDoor(
  context: SeatContext,
  input: Parsed<'enterDoor'>,
): Promise<Answer<Output<'enterDoor'>>> {
  const doorToken = toBytes(input.doorToken, 32)
  if (doorToken === undefined) return badField('doorToken')
  if (!isInside(context, input.room, doorToken)) return refused
  return context.change(async (tx, snapshot) => {
    const own = snapshot.seats.find((seat) => seat.id === context.seat.id)
    if (own === undefined) return refused
    // A further device of a person, and who was taken out before, are asked about by name when the door is open.
    if (own.standing !== 'pending' || own.how === 'again') return done
    return letIn(context.services, tx, snapshot, own)
  })
}
