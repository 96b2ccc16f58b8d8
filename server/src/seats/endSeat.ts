import type { Output } from '@kringplan/shared/contract/messages'
import { done, type Answer } from '../http/answer.ts'
import { nowText, type SeatContext } from '../http/context.ts'

/** Ends this seat on this device: a wiped board, a borrowed phone. Its secret leaves the browser and opens nothing more. */
export async function endSeat(context: SeatContext): Promise<Answer<Output<'endSeat'>>> {
  const { services, seat, cookies } = context
  const answer = await context.change(async (tx) => {
    await tx
      .updateTable('seats')
      .set({ endedAt: nowText(services) })
      .where('id', '=', seat.id)
      .execute()
    return done
  })
  if (answer.ok) cookies.take('seat', seat.id)
  return answer
}
