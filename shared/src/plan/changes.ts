import canonicalize from 'canonicalize'
import type { CanonicalAgreement, CanonicalPlan } from './canonical.ts'
import type { Question } from './schema.ts'

/** What became of one agreement between two versions. `number` counts from 1, in the version where it stands. */
export type AgreementChange =
  | { readonly kind: 'new'; readonly number: number; readonly after: CanonicalAgreement }
  | { readonly kind: 'gone'; readonly number: number; readonly before: CanonicalAgreement }
  | {
      readonly kind: 'changed'
      readonly number: number
      readonly fields: readonly Question[]
      readonly before: CanonicalAgreement
      readonly after: CanonicalAgreement
    }

/** What a person who signed before has to see before signing again. */
export interface PlanChanges {
  readonly question: boolean
  readonly agreements: readonly AgreementChange[]
  /** The same agreements, in another order. */
  readonly reordered: boolean
  readonly nextMeeting: boolean
  readonly watcher: boolean
  readonly answers: boolean
}

const same = (a: unknown, b: unknown): boolean => canonicalize(a) === canonicalize(b)

/** Compares two versions of one plan by the ids of the agreements. [VS2] */
export function planChanges(before: CanonicalPlan, after: CanonicalPlan): PlanChanges {
  const old = new Map(before.agreements.map((agreement, i) => [agreement.id, { agreement, number: i + 1 }]))
  const changes: AgreementChange[] = []
  after.agreements.forEach((agreement, i) => {
    const was = old.get(agreement.id)
    old.delete(agreement.id)
    const number = i + 1
    if (was === undefined) return void changes.push({ kind: 'new', number, after: agreement })
    const fields = changedFields(was.agreement, agreement)
    if (fields.length > 0) {
      changes.push({ kind: 'changed', number, fields, before: was.agreement, after: agreement })
    }
  })
  for (const { agreement, number } of old.values()) changes.push({ kind: 'gone', number, before: agreement })
  const kept = (plan: CanonicalPlan, other: CanonicalPlan) =>
    plan.agreements.map(({ id }) => id).filter((id) => other.agreements.some((one) => one.id === id))
  return {
    question: before.question !== after.question,
    agreements: changes,
    reordered: !same(kept(before, after), kept(after, before)),
    nextMeeting: !same(before.nextMeeting, after.nextMeeting),
    watcher: !same(before.watcher, after.watcher),
    answers: !same(before.professionalAnswers, after.professionalAnswers),
  }
}

/** Whether there is nothing to see: two versions of the same words. */
export function isUnchanged(changes: PlanChanges): boolean {
  const { question, agreements, reordered, nextMeeting, watcher, answers } = changes
  return !question && agreements.length === 0 && !reordered && !nextMeeting && !watcher && !answers
}

function changedFields(before: CanonicalAgreement, after: CanonicalAgreement): readonly Question[] {
  const fields: Question[] = []
  for (const field of ['what', 'who', 'where', 'when', 'fallback'] as const) {
    if (!same(before[field], after[field])) fields.push(field)
  }
  return fields
}
