import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { ownCallReasons, type CallReason, type OwnCallReason } from '@kringplan/shared/contract/seatView'
import { badField, done, type Answer } from '../http/answer.ts'
import type { SeatContext } from '../http/context.ts'
import { newId } from '../secrets.ts'
import type { Tx } from '../store/tables.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * Calls the coordinator. The same call again, while nobody has answered, is the same call. For the circle there is one
 * call, which another reason replaces; who called is not kept. A call of one person stands beside it and is told nobody
 * but the coordinator and the device that called, so neither of them ever takes the place of the other [CL1] [CL2].
 */
export function call(context: SeatContext, input: Parsed<'call'>): Promise<Answer<Output<'call'>>> {
  const { reason } = input
  return context.change(async (tx, snapshot) => {
    if (!isOwn(reason)) return callForAll(context, tx, snapshot, reason)
    // There is nobody to talk to alone at the board.
    if (reason === 'silent' && context.seat.role === 'board') return badField('reason')
    const seatId = context.seat.id
    const open = snapshot.ownCalls.find((one) => one.seatId === seatId && one.reason === reason)
    if (open !== undefined && !open.answered) return done
    const row = { id: newId(context.services.random), answered: 0 }
    await tx
      .insertInto('ownCalls')
      .values({ conferenceId: snapshot.conference.id, seatId, reason, ...row })
      .onConflict((conflict) => conflict.columns(['seatId', 'reason']).doUpdateSet(row))
      .execute()
    return done
  })
}

function isOwn(reason: CallReason | OwnCallReason): reason is OwnCallReason {
  return ownCallReasons.some((one) => one === reason)
}

async function callForAll({ services }: SeatContext, tx: Tx, snapshot: Snapshot, reason: CallReason) {
  const open = snapshot.call
  if (open !== null && !open.answered && open.reason === reason) return done
  const row = { id: newId(services.random), reason, answered: 0 }
  await tx
    .insertInto('calls')
    .values({ conferenceId: snapshot.conference.id, ...row })
    .onConflict((conflict) => conflict.column('conferenceId').doUpdateSet(row))
    .execute()
  return done
}

/** "I am coming." An answer to a call that is there no more, or was made anew, is `stale`. */
export function answerCall(
  context: SeatContext,
  input: Parsed<'answerCall'>,
): Promise<Answer<Output<'answerCall'>>> {
  return context.change(async (tx, snapshot) => {
    const { id } = input
    const isForAll = snapshot.call?.id === id
    if (!isForAll && !snapshot.ownCalls.some((one) => one.id === id)) return { ok: false, refusal: 'stale' }
    await tx
      .updateTable(isForAll ? 'calls' : 'ownCalls')
      .set({ answered: 1 })
      .where('id', '=', id)
      .execute()
    return done
  })
}
