import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import type { SharedMove } from '@kringplan/shared/contract/seatView'
import { done, type Answer } from '../http/answer.ts'
import type { SeatContext } from '../http/context.ts'
import type { Tx } from '../store/tables.ts'
import type { SeatFacts, Snapshot } from './snapshot.ts'

/** Whether `isAgreed` will say yes. */
export function willAgree(
  seat: Pick<SeatFacts, 'role' | 'personId'>,
  snapshot: Snapshot,
  move: SharedMove,
): boolean {
  if (seat.role !== 'member') return true
  const asked = snapshot.plan.proposal
  const isOpen = asked?.move === move && asked.revision === snapshot.conference.revision
  return isOpen && asked.personId !== seat.personId
}

/**
 * Whether a move may be made now by this seat. The board (and where there is no door the coordinator) makes it alone;
 * a member only when another person of the circle asked for it in the same state. Otherwise the asking is written down,
 * for the circle to see, and the answer is no [PH6].
 */
export async function isAgreed(
  seat: Pick<SeatFacts, 'role' | 'personId'>,
  tx: Pick<Tx, 'insertInto'>,
  snapshot: Snapshot,
  move: SharedMove,
): Promise<boolean> {
  if (willAgree(seat, snapshot, move)) return true
  const { id, revision } = snapshot.conference
  const asked = snapshot.plan.proposal
  const isOpen = asked?.move === move && asked.revision === revision
  if (isOpen || seat.personId === null) return false
  const row = { move, revision, personId: seat.personId }
  await tx
    .insertInto('proposals')
    .values({ conferenceId: id, ...row })
    .onConflict((conflict) => conflict.column('conferenceId').doUpdateSet(row))
    .execute()
  return false
}

/** The answer to who asked first: it is done when a second person does it too. */
export const waiting = { ok: true, value: { waiting: true } } as const

/** The answer to who made the move. */
export const moved = { ok: true, value: { waiting: false } } as const

/** "Not now." Of anybody in the circle, also who asked. */
export function dropProposal(
  context: SeatContext,
  input: Parsed<'dropProposal'>,
): Promise<Answer<Output<'dropProposal'>>> {
  return context.change(async (tx, snapshot) => {
    if (snapshot.conference.revision !== input.revision) return { ok: false, refusal: 'stale' }
    await tx.deleteFrom('proposals').where('conferenceId', '=', snapshot.conference.id).execute()
    return done
  })
}
