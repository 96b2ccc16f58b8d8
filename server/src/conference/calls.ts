import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { done, type Answer } from '../http/answer.ts'
import type { SeatContext } from '../http/context.ts'
import { newId } from '../secrets.ts'

/**
 * Calls the coordinator. The same call again, while nobody has answered, is the same call; another reason
 * replaces it. Who called is not kept.
 */
export function call(context: SeatContext, input: Parsed<'call'>): Promise<Answer<Output<'call'>>> {
  return context.change(async (tx, snapshot) => {
    const open = snapshot.call
    if (open !== null && !open.answered && open.reason === input.reason) return done
    const row = { id: newId(context.services.random), reason: input.reason, answered: 0 }
    await tx
      .insertInto('calls')
      .values({ conferenceId: snapshot.conference.id, ...row })
      .onConflict((conflict) => conflict.column('conferenceId').doUpdateSet(row))
      .execute()
    return done
  })
}

/** "I am coming." An answer to a call that is no longer the last one is `stale`. */
export function answerCall(
  context: SeatContext,
  input: Parsed<'answerCall'>,
): Promise<Answer<Output<'answerCall'>>> {
  return context.change(async (tx, snapshot) => {
    if (snapshot.call?.id !== input.id) return { ok: false, refusal: 'stale' }
    await tx.updateTable('calls').set({ answered: 1 }).where('id', '=', input.id).execute()
    return done
  })
}
