import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { notInside } from '../conference/proof.ts'
import { done, refused, type Answer } from '../http/answer.ts'
import { nowText, type SeatContext } from '../http/context.ts'

/**
 * Ends the seat of a device that the circle takes out, for who proves to be inside. The other half is a next key of
 * the room, which the server cannot make; this one holds also after the door has opened. A seat that has ended already
 * is `done` once more. Tells nobody outside [NI1].
 */
export async function takeOut(
  context: SeatContext,
  input: Parsed<'takeOut'>,
): Promise<Answer<Output<'takeOut'>>> {
  const { services, seat } = context
  const refusal = notInside(context, input)
  if (refusal !== null) return refusal
  if (input.seat === seat.id) return refused
  return context.change(async (tx, snapshot) => {
    const out = await tx
      .selectFrom('seats')
      .select(['role', 'endedAt'])
      .where('id', '=', input.seat)
      .where('conferenceId', '=', snapshot.conference.id)
      .executeTakeFirst()
    if (out === undefined || (out.role !== 'member' && out.role !== 'board')) return refused
    if (out.endedAt !== null) return done
    await tx
      .updateTable('seats')
      .set({ endedAt: nowText(services), how: 'out' })
      .where('id', '=', input.seat)
      .execute()
    return done
  })
}
