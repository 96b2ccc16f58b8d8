import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { canonicalText, planHash, toCanonical } from '@kringplan/shared/plan/canonical'
import type { PlanContent } from '@kringplan/shared/plan/content'
import { canMove, conferenceOf, move, willMove } from '../conference/moves.ts'
import { isAgreed, moved, waiting } from '../conference/secondPerson.ts'
import type { Snapshot } from '../conference/snapshot.ts'
import { buildNext, changeStopped, eraseOlder } from '../conference/stopped.ts'
import { logHead } from '../doorLog/store.ts'
import { refused, type Answer } from '../http/answer.ts'
import { nowText, type SeatContext, type Services } from '../http/context.ts'
import type { Tx } from '../store/tables.ts'
import { answersOf, standingAnswers } from './talk.ts'

/* From the table to the copy: the circle moves, alone by its board or with two people. */

/** deliberation to presentation where everybody stays together: the plan as visible text, without ideas and history. */
export async function present(
  context: SeatContext,
  input: Parsed<'present'>,
): Promise<Answer<Output<'present'>>> {
  const { services, seat } = context
  const needed = (snapshot: Snapshot) =>
    snapshot.conference.setting === 'together' && willMove(context, snapshot, 'present', input.revision)
  const answer = await changeStopped<Output<'present'>>(context, needed, async (tx, snapshot, standing) => {
    // Where there is a door it has to be opened.
    if (snapshot.conference.setting !== 'together') return refused
    const next = canMove(services, snapshot, 'present', input.revision)
    if (!next.ok) return next
    if (!(await isAgreed(seat, tx, snapshot, 'present'))) return waiting
    const docNumber = await buildNext(services, snapshot, standing())
    const presented = await move(services, tx, snapshot, 'present', input.revision, { docNumber })
    return presented.ok ? moved : presented
  })
  if (answer.ok && !answer.value.waiting) await eraseOlder(services, conferenceOf(context))
  return answer
}

/**
 * Freezes one committed state: from the moment it is read no word is taken, and its canonical text is what everybody
 * signs. Answers to words that were changed since count no more.
 */
export function freeze(context: SeatContext, input: Parsed<'freeze'>): Promise<Answer<Output<'freeze'>>> {
  const { services, seat } = context
  const needed = (snapshot: Snapshot) => willMove(context, snapshot, 'freeze', input.revision)
  return changeStopped<Output<'freeze'>>(context, needed, async (tx, snapshot, standing) => {
    const next = canMove(services, snapshot, 'freeze', input.revision)
    if (!next.ok) return next
    if (!(await isAgreed(seat, tx, snapshot, 'freeze'))) return waiting
    await writeVersion(services, tx, snapshot, standing())
    const frozen = await move(services, tx, snapshot, 'freeze', input.revision)
    return frozen.ok ? moved : frozen
  })
}

async function writeVersion(
  services: Services,
  tx: Tx,
  snapshot: Snapshot,
  content: PlanContent,
): Promise<void> {
  const { conference, people, plan } = snapshot
  const standing = standingAnswers(plan.answers, content)
  for (const { agreementId, personId } of plan.answers) {
    if (standing.some((one) => one.agreementId === agreementId && one.personId === personId)) continue
    await tx
      .deleteFrom('answers')
      .where('conferenceId', '=', conference.id)
      .where('agreementId', '=', agreementId)
      .where('personId', '=', personId)
      .execute()
  }
  const number = (plan.versions.at(-1)?.number ?? 0) + 1
  // In the transaction of the move: no line comes between this and that the plan was fixed.
  const log = await logHead(tx, conference.id)
  const text = canonicalText(
    toCanonical(content, {
      conference: conference.id,
      version: number,
      question: conference.question,
      people: [...people.filter(({ role }) => role !== 'coordinator'), ...snapshot.gone],
      answers: answersOf(standing, snapshot),
      log,
    }),
  )
  await tx.deleteFrom('marks').where('conferenceId', '=', conference.id).execute()
  await tx
    .insertInto('versions')
    .values({
      conferenceId: conference.id,
      number,
      text,
      hash: planHash(text),
      frozenAt: nowText(services),
      logSeq: log.seq,
      logHead: log.head,
    })
    .execute()
}

/** Back to the table: the words of the frozen version in a new document. The version and its signatures stay as they were. */
export async function table(context: SeatContext, input: Parsed<'table'>): Promise<Answer<Output<'table'>>> {
  const { services, seat } = context
  const needed = (snapshot: Snapshot) => willMove(context, snapshot, 'table', input.revision)
  const answer = await changeStopped<Output<'table'>>(context, needed, async (tx, snapshot, standing) => {
    const next = canMove(services, snapshot, 'table', input.revision)
    if (!next.ok) return next
    if (!(await isAgreed(seat, tx, snapshot, 'table'))) return waiting
    const docNumber = await buildNext(services, snapshot, standing())
    const back = await move(services, tx, snapshot, 'table', input.revision, { docNumber })
    return back.ok ? moved : back
  })
  if (answer.ok && !answer.value.waiting) await eraseOlder(services, conferenceOf(context))
  return answer
}

/** "Klaar." From now on there are only the version and its signatures; the documents go. */
export async function finish(
  context: SeatContext,
  input: Parsed<'finish'>,
): Promise<Answer<Output<'finish'>>> {
  const { services, seat } = context
  const answer = await context.change<Output<'finish'>>(async (tx, snapshot) => {
    const next = canMove(services, snapshot, 'finish', input.revision)
    if (!next.ok) return next
    if (!(await isAgreed(seat, tx, snapshot, 'finish'))) return waiting
    const finished = await move(services, tx, snapshot, 'finish', input.revision)
    return finished.ok ? moved : finished
  })
  if (answer.ok && !answer.value.waiting) await eraseOlder(services, conferenceOf(context))
  return answer
}
