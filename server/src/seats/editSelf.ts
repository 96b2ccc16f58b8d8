import { defaultColour, isPictureId } from '@kringplan/shared/conference/palette'
import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { badField, done, refused, type Answer } from '../http/answer.ts'
import type { SeatContext } from '../http/context.ts'

/** Chooses the own picture and language. A picture that somebody else has by now is `stale`. */
export function editSelf(
  context: SeatContext,
  input: Parsed<'editSelf'>,
): Promise<Answer<Output<'editSelf'>>> {
  return context.change(async (tx, snapshot) => {
    const person = snapshot.people.find(({ id }) => id === context.seat.personId)
    if (person === undefined) return refused
    const { picture, language } = input
    if (picture !== undefined) {
      if (!isPictureId(picture) || person.picture === null) return badField('picture')
      const taken = snapshot.people.some((other) => other.id !== person.id && other.picture === picture)
      if (taken) return { ok: false, refusal: 'stale' }
      if (picture !== person.picture) {
        await tx
          .updateTable('people')
          .set({ picture, colour: defaultColour(picture) })
          .where('id', '=', person.id)
          .execute()
      }
    }
    if (language !== undefined) {
      await tx.updateTable('people').set({ language }).where('id', '=', person.id).execute()
      await tx.updateTable('seats').set({ language }).where('id', '=', context.seat.id).execute()
    }
    return done
  })
}
