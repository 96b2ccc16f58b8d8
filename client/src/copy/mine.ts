import type { CanonicalAgreement, CanonicalPlan, CanonicalWho } from '@kringplan/shared/plan/canonical'
import type { PlanFile } from '@kringplan/shared/plan/planFile'

/** An agreement in which somebody stands by name. */
export interface MyAgreement {
  /** As it is numbered in the plan. */
  readonly number: number
  readonly agreement: CanonicalAgreement
  /** Among those who do it. */
  readonly does: boolean
  /** Among those who talk together when it does not work out. */
  readonly talks: boolean
}

/** What a plan asks of one person. */
export interface MyPart {
  readonly agreements: readonly MyAgreement[]
  /** Agreements that everybody does, apart from those above. */
  readonly shared: readonly MyAgreement[]
  /** Watches whether it works out. */
  readonly watches: boolean
}

/** What a plan asks of one person, by the person's id in the plan. Only what is said by name is somebody's own. */
export function myPart(plan: CanonicalPlan, me: string): MyPart {
  const all = numbered(plan, me)
  return {
    agreements: all.filter(({ does, talks }) => does || talks),
    shared: all.filter(({ agreement, does }) => !does && agreement.who.some((who) => 'everybody' in who)),
    watches: isNamed(plan.watcher, me),
  }
}

/** What somebody from outside the circle gets of a plan: where this person does it, talks, or answered. */
export function ownPart(plan: CanonicalPlan, me: string): readonly MyAgreement[] {
  const answered = new Set(
    plan.professionalAnswers.filter(({ by }) => by.id === me).map(({ agreement }) => agreement),
  )
  return numbered(plan, me).filter(
    ({ agreement, does, talks }) => does || talks || answered.has(agreement.id),
  )
}

/** The number that an agreement of a copy has in the whole plan: of an excerpt the file says it. */
export function inWhole({ numbers }: Pick<PlanFile, 'numbers'>, number: number): number {
  return numbers?.[number - 1] ?? number
}

function numbered(plan: CanonicalPlan, me: string): readonly MyAgreement[] {
  return plan.agreements.map((agreement, i) => ({
    number: i + 1,
    agreement,
    does: isNamed(agreement.who, me),
    talks: isNamed(agreement.fallback.who, me),
  }))
}

function isNamed(who: readonly CanonicalWho[], me: string): boolean {
  return who.some((one) => 'id' in one && one.id === me)
}
