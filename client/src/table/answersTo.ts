import type { PlanState } from '@kringplan/shared/contract/seatView'
import type { Agreement } from '@kringplan/shared/plan/agreement'
import { agreementDigest, type ProfessionalAnswerKind } from '@kringplan/shared/plan/canonical'

/** An answer as it stands at the table: `isBefore` when the agreement was changed after it. */
export interface SaidAnswer {
  readonly personId: string
  readonly by: string
  readonly answer: ProfessionalAnswerKind
  readonly words: string
  readonly isBefore: boolean
}

/** What was answered to an agreement, as it reads now. */
export function answersTo(agreement: Agreement, answers: PlanState['answers']): readonly SaidAnswer[] {
  const given = answers.filter((one) => one.agreement === agreement.id)
  if (given.length === 0) return []
  const now = digestOf(agreement)
  return given.map(({ by, answer, words, seen }) => ({
    personId: by.id,
    by: by.name,
    answer,
    words,
    isBefore: seen !== now,
  }))
}

const digests = new WeakMap<Agreement, string>()

/** An agreement that nobody touched is the same object: it is reckoned once. */
export function digestOf(agreement: Agreement): string {
  const known = digests.get(agreement)
  if (known !== undefined) return known
  const made = agreementDigest(agreement)
  digests.set(agreement, made)
  return made
}
