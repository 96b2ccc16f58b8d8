import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { badField, done, type Answer } from '../http/answer.ts'
import type { SeatContext } from '../http/context.ts'
import { stillStands } from './preparation.ts'

/**
 * Changes what was written down of a conference: question, time, place, wishes. What is not named stays. When a field
 * that the screen showed has become another, nothing changes and the answer is `stale` [PR4].
 */
export function editConference(
  context: SeatContext,
  input: Parsed<'editConference'>,
): Promise<Answer<Output<'editConference'>>> {
  return context.change(async (tx, { conference, preparation }) => {
    const { circle, question, startsAt, place } = conference
    const { people: _, ...prepared } = preparation
    const now = { circle, question, startsAt, place, ...prepared }
    const { was, wishes: wished, ...changes } = input
    if (!stillStands(was, now)) return { ok: false, refusal: 'stale' }
    const next = { ...now, ...given(changes), wishes: { ...now.wishes, ...given(wished ?? {}) } }
    const endsFirst = next.startsAt !== null && next.endsAt !== null && next.endsAt <= next.startsAt
    if (endsFirst) return badField('endsAt')
    await tx
      .updateTable('conferences')
      .set({
        circle: next.circle,
        question: next.question,
        startsAt: next.startsAt,
        place: next.place,
        endsAt: next.endsAt,
        food: next.food,
        wishAddress: next.wishes.address,
        wishFood: next.wishes.food,
        wishOpening: next.wishes.opening,
        wishOther: next.wishes.other,
        nobodyTells: next.nobodyTells ? 1 : 0,
      })
      .where('id', '=', conference.id)
      .execute()
    return done
  })
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Only the fields that were said. */
function given<T extends object>(changes: T): Given<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Given<T>
}
