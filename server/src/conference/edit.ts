import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { done, type Answer } from '../http/answer.ts'
import type { SeatContext } from '../http/context.ts'

/** Changes the question, the name of the circle, the time or the place. What is not named stays. */
export function editConference(
  context: SeatContext,
  input: Parsed<'editConference'>,
): Promise<Answer<Output<'editConference'>>> {
  return context.change(async (tx, { conference }) => {
    await tx
      .updateTable('conferences')
      .set({
        circle: input.circle ?? conference.circle,
        question: input.question ?? conference.question,
        startsAt: input.startsAt === undefined ? conference.startsAt : input.startsAt,
        place: input.place ?? conference.place,
      })
      .where('id', '=', conference.id)
      .execute()
    return done
  })
}
