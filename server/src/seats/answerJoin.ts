import { nextFreeLook } from '@kringplan/shared/conference/palette'
import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { insertPerson, lastPosition, looksOf, MAX_PEOPLE } from '../conference/people.ts'
import { done, refused, type Answer } from '../http/answer.ts'
import type { SeatFacts, Snapshot } from '../conference/snapshot.ts'
import { nowText, type SeatContext, type Services } from '../http/context.ts'
import type { Tx } from '../store/tables.ts'
import { isOutside } from '../conference/standing.ts'

/**
 * The room's yes or no to a device that waits. A name that is not in the list becomes a member by the yes. A
 * device that no longer waits (somebody else answered) is `stale`.
 */
export function answerJoin(
  context: SeatContext,
  input: Parsed<'answerJoin'>,
): Promise<Answer<Output<'answerJoin'>>> {
  return context.change(async (tx, snapshot) => {
    const waiting = snapshot.seats.find((seat) => seat.id === context.id)
    if (waiting === undefined) return refused
    if (waiting.ended || waiting.standing !== 'pending') return { ok: false, refusal: 'stale' }
    if (input.answer === 'no') {
      await tx
        .updateTable('seats')
        .set({ endedAt: nowText(context.services) })
        .where('id', '=', waiting.id)
        .execute()
      return done
    }
    return letIn(context.services, tx, snapshot, waiting)
  })
}

/** Lets a device in that waits: a name that is not in the list becomes a member of the circle. */
export async function letIn(
  services: Services,
  tx: Tx,
  snapshot: Snapshot,
  waiting: SeatFacts,
): Promise<Answer<Output<'answerJoin'>>> {
  if (waiting.personId === null && snapshot.people.length >= MAX_PEOPLE) {
    return { ok: false, refusal: 'tooLarge' }
  }
  const personId =
    waiting.personId ??
    (await insertPerson(services, tx, snapshot.conference.id, {
      name: waiting.name,
      language: waiting.language,
      role: 'member',
      mainPerson: false,
      look: nextFreeLook(looksOf(snapshot)),
      position: 1 + (await lastPosition(tx, snapshot.conference.id)),
    }))
  const standing = isOutside(snapshot, personId) ? 'outside' : 'in'
  await tx.updateTable('seats').set({ standing, personId }).where('id', '=', waiting.id).execute()
  return done
}
