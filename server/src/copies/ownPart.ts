import {
  isAmong,
  type CanonicalAgreement,
  type CanonicalPlan,
  type CanonicalWho,
} from '@kringplan/shared/plan/canonical'
import type { PlanFile } from '@kringplan/shared/plan/planFile'

/** An agreement with the number that it has in the whole plan. */
export interface NumberedAgreement {
  readonly number: number
  readonly agreement: CanonicalAgreement
}

/** How much of the plan somebody gets: all of it, or what the circle agreed with this person. */
export type Share = 'whole' | { readonly ownOf: string }

/**
 * The agreements of a share, with the numbers of the whole plan. The own part of somebody: where that person does it, or
 * talks when it does not work out, or answered. "Everybody" is everybody in the circle: of somebody from outside it
 * hands over nothing.
 */
export function agreementsOf(
  plan: CanonicalPlan,
  file: PlanFile,
  share: Share,
): readonly NumberedAgreement[] {
  const all = plan.agreements.map((agreement, i) => ({ number: i + 1, agreement }))
  if (share === 'whole') return all
  const answered = new Set(
    plan.professionalAnswers.filter(({ by }) => by.id === share.ownOf).map(({ agreement }) => agreement),
  )
  return all.filter(
    ({ agreement: { id, who, fallback } }) =>
      answered.has(id) || isTheirs(who, file, share.ownOf) || isTheirs(fallback.who, file, share.ownOf),
  )
}

/** Whether somebody stands in a set of people, "everybody" read as everybody in the circle. */
export function isTheirs(who: readonly CanonicalWho[], file: PlanFile, personId: string): boolean {
  const isOutside = file.people.find(({ id }) => id === personId)?.role !== 'member'
  return isAmong(isOutside ? who.filter((one) => !('everybody' in one)) : who, personId)
}
