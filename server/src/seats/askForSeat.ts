import type { Language } from '@kringplan/shared/contract/fields'
import type { Joined } from '@kringplan/shared/contract/joining'
import type { Snapshot } from '../conference/snapshot.ts'
import { takesPart, wasTakenOut } from '../conference/standing.ts'
import { badField, type Answer } from '../http/answer.ts'
import type { PublicContext } from '../http/context.ts'
import type { Tx } from '../store/tables.ts'
import type { FarPerson } from './farLinks.ts'
import { heldSeatOf, heldSeats } from './held.ts'
import { insertSeat } from './newSeat.ts'

/** Devices that may wait for a yes in one conference at a time. */
const MAX_WAITING = 40

/**
 * A seat for this browser under a name of the list, or under a new one, that waits for a yes. A browser that holds a seat of
 * that person goes on with it. A further device of a person, and who was taken out before, are asked about by name.
 */
export async function askForSeat(
  context: PublicContext,
  tx: Tx,
  snapshot: Snapshot,
  { who, language }: { readonly who: FarPerson; readonly language: Language },
): Promise<Answer<Joined>> {
  const conferenceId = snapshot.conference.id
  const waiting = snapshot.seats.filter((seat) => seat.standing === 'pending' && !seat.ended)
  const isFull = waiting.length >= MAX_WAITING
  const plan = { conferenceId, role: 'member', standing: 'pending', language } as const
  if ('name' in who) {
    const held = heldSeats(context.cookies, snapshot).find(
      (seat) => seat.personId === null && seat.name === who.name,
    )
    if (held !== undefined) return { ok: true, value: { seat: held.id, standing: 'pending' } }
    if (isFull) return { ok: false, refusal: 'tooMany' }
    const seat = await insertSeat(context, tx, { ...plan, personId: null, name: who.name, how: 'new' })
    return { ok: true, value: { seat, standing: 'pending' } }
  }
  const person = snapshot.people.find(({ id, role }) => id === who.personId && role === 'member')
  if (person === undefined) return badField('who')
  const held = heldSeatOf(context.cookies, snapshot, person.id)
  if (held !== undefined) {
    return { ok: true, value: { seat: held.id, standing: held.standing === 'pending' ? 'pending' : 'in' } }
  }
  if (isFull) return { ok: false, refusal: 'tooMany' }
  const isAgain = takesPart(snapshot, person.id) || wasTakenOut(snapshot, person.id)
  const seat = await insertSeat(context, tx, {
    ...plan,
    personId: person.id,
    how: isAgain ? 'again' : 'listed',
  })
  return { ok: true, value: { seat, standing: 'pending' } }
}
