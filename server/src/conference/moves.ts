import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import type { SharedMove } from '@kringplan/shared/contract/seatView'
import { transition, type PhaseEvent } from '@kringplan/shared/phase/transition'
import { done, refused, type Answer } from '../http/answer.ts'
import { nowText, type SeatContext, type Services } from '../http/context.ts'
import type { Tx } from '../store/tables.ts'
import { wipeDeleted } from '../store/wipeDeleted.ts'
import { erasePreparation } from './preparation.ts'
import { isAgreed, moved, waiting, willAgree } from './secondPerson.ts'
import type { Snapshot } from './snapshot.ts'
import { buildNext, changeStopped, eraseOlder } from './stopped.ts'

/*
 * The moves of a meeting. The router asked the policy and asks again when the move's turn has come; the hub
 * commits, closes the sockets that may no more, pushes the views, and only then is the mover answered [PH4].
 */

/** What else changes with a phase. */
interface Beside {
  readonly room?: string | null
  readonly build?: string | null
  readonly roomSchema?: number | null
  readonly oldRoom?: string
  readonly docNumber?: number
}

/** Makes one move. Calls, knocks, the place of reading and what somebody asked for end with the phase they belong to. */
export async function move(
  services: Services,
  tx: Tx,
  snapshot: Snapshot,
  event: PhaseEvent,
  revision: number,
  beside: Beside = {},
): Promise<Answer<{ readonly since: string }>> {
  const { id } = snapshot.conference
  const next = canMove(services, snapshot, event, revision)
  if (!next.ok) return next
  await tx
    .updateTable('conferences')
    .set({ ...next.value, reading: null, ...beside })
    .where('id', '=', id)
    .execute()
  for (const table of ['calls', 'ownCalls', 'knocks', 'proposals', 'anewAsks'] as const) {
    await tx.deleteFrom(table).where('conferenceId', '=', id).execute()
  }
  return { ok: true, value: { since: next.value.since } }
}

/** The state after a move, or why it cannot be made: asked before anything is stopped or built for it. */
export function canMove(services: Services, snapshot: Snapshot, event: PhaseEvent, revision: number) {
  const { phase, since } = snapshot.conference
  const state = { phase, since, revision: snapshot.conference.revision }
  return transition(state, event, revision, nowText(services))
}

/** Whether this seat's move will be made, as things are: then the words on the table stand still for it. */
export function willMove(
  { services, seat }: SeatContext,
  snapshot: Snapshot,
  event: PhaseEvent & SharedMove,
  revision: number,
): boolean {
  return canMove(services, snapshot, event, revision).ok && willAgree(seat, snapshot, event)
}

/** preparation to information */
export function begin(context: SeatContext, input: Parsed<'begin'>): Promise<Answer<Output<'begin'>>> {
  return context.change(async (tx, snapshot) => {
    const begun = await move(context.services, tx, snapshot, 'begin', input.revision)
    return begun.ok ? done : begun
  })
}

/**
 * information, or the table once more, to deliberation where everybody stays together. Where there is a door it has
 * to be closed.
 */
export async function draft(context: SeatContext, input: Parsed<'draft'>): Promise<Answer<Output<'draft'>>> {
  const { services } = context
  const needed = (snapshot: Snapshot) =>
    snapshot.conference.setting === 'together' &&
    snapshot.conference.phase === 'presentation' &&
    willMove(context, snapshot, 'draft', input.revision)
  const answer = await changeStopped<Output<'draft'>>(context, needed, async (tx, snapshot, standing) => {
    if (snapshot.conference.setting !== 'together') return refused
    const next = canMove(services, snapshot, 'draft', input.revision)
    if (!next.ok) return next
    const isAgain = snapshot.conference.phase === 'presentation'
    if (isAgain && !(await isAgreed(context.seat, tx, snapshot, 'draft'))) return waiting
    const beside = isAgain ? { docNumber: await buildNext(services, snapshot, standing()) } : {}
    if (isAgain) await forgetTalk(tx, snapshot.conference.id)
    const drafting = await move(services, tx, snapshot, 'draft', input.revision, beside)
    return drafting.ok ? moved : drafting
  })
  if (answer.ok) await eraseOlder(services, conferenceOf(context))
  return answer
}

/** What was said about the plan on the table goes with that plan. */
export async function forgetTalk(tx: Tx, conferenceId: string): Promise<void> {
  await tx.deleteFrom('marks').where('conferenceId', '=', conferenceId).execute()
  await tx.deleteFrom('answers').where('conferenceId', '=', conferenceId).execute()
}

/** The conference of a seat that has one. */
export function conferenceOf(context: SeatContext): string {
  const id = context.placed.snapshot?.conference.id
  if (id === undefined) throw new Error('this seat has no conference')
  return id
}

/** Goes outside, with all one's devices. They come back in when the door opens, not by a call. */
export function leave(context: SeatContext): Promise<Answer<Output<'leave'>>> {
  return context.change(async (tx) => {
    const { personId } = context.seat
    if (personId === null) return refused
    await tx
      .updateTable('seats')
      .set({ standing: 'outside' })
      .where('personId', '=', personId)
      .where('standing', '=', 'in')
      .execute()
    return done
  })
}

/**
 * Ends the conference. Its documents, draft included, its versions and signatures are erased and shown to nobody; who
 * has a copy keeps it. In a closed door only the coordinator can do it, and does not see it.
 */
export async function end(context: SeatContext, input: Parsed<'end'>): Promise<Answer<Output<'end'>>> {
  const { services } = context
  const ended = await context.change<Output<'end'>>(async (tx, snapshot) => {
    const next = canMove(services, snapshot, 'end', input.revision)
    if (!next.ok) return next
    if (!(await isAgreed(context.seat, tx, snapshot, 'end'))) return waiting
    const { id } = snapshot.conference
    await forgetTalk(tx, id)
    await erasePreparation(tx, id)
    for (const table of ['versions', 'signatures', 'shares', 'points', 'gonePeople', 'doorLog'] as const) {
      await tx.deleteFrom(table).where('conferenceId', '=', id).execute()
    }
    const over = await move(services, tx, snapshot, 'end', input.revision)
    return over.ok ? moved : over
  })
  if (!ended.ok || ended.value.waiting) return ended
  // It is over, whatever the disk says: nobody reaches the documents, and the upkeep tries again to erase them.
  await eraseDocuments(services, conferenceOf(context)).catch(() => undefined)
  return ended
}

async function eraseDocuments(services: Services, conferenceId: string): Promise<void> {
  await services.rooms.erase(conferenceId)
  await wipeDeleted(services.db)
  await services.db
    .updateTable('conferences')
    .set({ erased: 1, room: null, build: null, roomSchema: null })
    .where('id', '=', conferenceId)
    .execute()
}

/** Erases what a power cut or a full disk left behind between the end of a conference and the erasing. */
export async function eraseEnded(services: Services): Promise<void> {
  const rows = await services.db
    .selectFrom('conferences')
    .select('id')
    .where('phase', '=', 'closed')
    .where('erased', '=', 0)
    .execute()
  for (const { id } of rows) await eraseDocuments(services, id)
}
