import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { openDocument } from '@kringplan/shared/contract/openSync'
import { agreementDigest, type CanonicalAnswer } from '@kringplan/shared/plan/canonical'
import type { PlanContent } from '@kringplan/shared/plan/content'
import type { AnswerFacts } from '../conference/planFacts.ts'
import type { Snapshot } from '../conference/snapshot.ts'
import { badField, done, refused, type Answer } from '../http/answer.ts'
import type { SeatContext } from '../http/context.ts'

/* What is said about the plan on the table beside its words: the place of reading, questions, professionals' answers. */

/** Most agreements one person can have questions or answers on: nobody uses up what is for the others. */
const MOST = 300

/** Whether this person has said as much as one can, about other agreements than this one. */
const hasSaidMost = (
  said: readonly { readonly personId: string; readonly agreementId: string }[],
  personId: string,
  about: string,
): boolean => said.filter((one) => one.personId === personId && one.agreementId !== about).length >= MOST

/** Turns the page for everybody. */
export function read(context: SeatContext, input: Parsed<'read'>): Promise<Answer<Output<'read'>>> {
  return context.change(async (tx, snapshot) => {
    const { reader } = input
    const isSomebody =
      reader === null || reader === 'turns' || snapshot.people.some(({ id }) => id === reader)
    if (!isSomebody) return badField('reader')
    await tx
      .updateTable('conferences')
      .set({ reading: JSON.stringify(input) })
      .where('id', '=', snapshot.conference.id)
      .execute()
    return done
  })
}

/** "I have a question about this one." */
export function mark(context: SeatContext, input: Parsed<'mark'>): Promise<Answer<Output<'mark'>>> {
  return context.change(async (tx, snapshot) => {
    const { personId } = context.seat
    if (personId === null || !isId(context.id)) return refused
    const row = { conferenceId: snapshot.conference.id, agreementId: context.id, personId }
    const isThere = snapshot.plan.marks.some(
      (one) => one.agreementId === context.id && one.personId === personId,
    )
    if (input.on && !isThere) {
      if (hasSaidMost(snapshot.plan.marks, personId, context.id)) return { ok: false, refusal: 'tooLarge' }
      await tx.insertInto('marks').values(row).execute()
    }
    if (!input.on) {
      await tx
        .deleteFrom('marks')
        .where('conferenceId', '=', row.conferenceId)
        .where('agreementId', '=', row.agreementId)
        .where('personId', '=', personId)
        .execute()
    }
    return done
  })
}

/** "We have talked about it." Takes away all questions about one agreement. */
export function clearMark(context: SeatContext): Promise<Answer<Output<'clearMark'>>> {
  return context.change(async (tx, snapshot) => {
    await tx
      .deleteFrom('marks')
      .where('conferenceId', '=', snapshot.conference.id)
      .where('agreementId', '=', context.id)
      .execute()
    return done
  })
}

/** A professional's answer to one agreement as it reads now; null takes it back. It blocks nothing. */
export function answerPlan(
  context: SeatContext,
  input: Parsed<'answerPlan'>,
): Promise<Answer<Output<'answerPlan'>>> {
  const { services, seat } = context
  return context.change(async (tx, snapshot) => {
    const { personId } = seat
    if (personId === null || !isId(context.id)) return refused
    const { id, docNumber } = snapshot.conference
    await tx
      .deleteFrom('answers')
      .where('conferenceId', '=', id)
      .where('agreementId', '=', context.id)
      .where('personId', '=', personId)
      .execute()
    if (input.answer === null) return done
    if (hasSaidMost(snapshot.plan.answers, personId, context.id)) return { ok: false, refusal: 'tooLarge' }
    const content = services.rooms.open.content(id, openDocument(docNumber))
    const agreement = content.agreements.find((one) => one.id === context.id)
    if (agreement === undefined) return { ok: false, refusal: 'stale' }
    const { answer, words } = input
    const seen = agreementDigest(agreement)
    // The circle changed it while the answer was on its way: those words have not been answered to.
    if (input.seen !== undefined && input.seen !== seen) return { ok: false, refusal: 'stale' }
    await tx
      .insertInto('answers')
      .values({ conferenceId: id, agreementId: context.id, personId, answer, words, seen })
      .execute()
    return done
  })
}

/** The answers that were given to the words as they are. */
export function standingAnswers(
  answers: readonly AnswerFacts[],
  content: PlanContent,
): readonly AnswerFacts[] {
  const now = new Map(content.agreements.map((agreement) => [agreement.id, agreementDigest(agreement)]))
  return answers.filter(({ agreementId, seen }) => now.get(agreementId) === seen)
}

/** Answers as they stand in a plan: by name. */
export function answersOf(answers: readonly AnswerFacts[], snapshot: Snapshot): readonly CanonicalAnswer[] {
  return answers.flatMap(({ agreementId, personId, answer, words }) => {
    const by = snapshot.people.find(({ id }) => id === personId)
    return by === undefined
      ? []
      : [{ agreement: agreementId, by: { id: by.id, name: by.name }, answer, words }]
  })
}

const isId = (id: string): boolean => /^[A-Za-z0-9_-]{6,32}$/.test(id)
