import type { PlanState } from '@kringplan/shared/contract/seatView'
import type { Agreement } from '@kringplan/shared/plan/agreement'
import { answersTo, digestOf, type SaidAnswer } from '../../table/answersTo.ts'

/** What is said about one agreement at the table. */
export interface Said {
  readonly marks: readonly { readonly personId: string; readonly by: string }[]
  readonly answers: readonly SaidAnswer[]
  /** Its words were changed since they were last read. */
  readonly isChanged: boolean
}

/** Gathers what was asked about an agreement and answered to it, as it reads now. [TB3] */
export function saidAbout(
  agreement: Agreement,
  plan: Pick<PlanState, 'marks' | 'answers'>,
  changed: ReadonlySet<string>,
): Said {
  return {
    marks: plan.marks
      .filter((mark) => mark.agreement === agreement.id)
      .map(({ personId, by }) => ({ personId, by })),
    answers: answersTo(agreement, plan.answers),
    isChanged: changed.has(agreement.id),
  }
}

/** How every agreement read when it was last heard: the beginning of the table, or its reading aloud. */
export type Heard = ReadonlyMap<string, string>

/** What the room has heard when the plan comes on the table: all of it. */
export function hearAll(agreements: readonly Agreement[]): Heard {
  return new Map(agreements.map((agreement) => [agreement.id, digestOf(agreement)]))
}

/** The same, with this agreement as it reads now. The same map when it was heard like this before. */
export function hear(heard: Heard, agreement: Agreement): Heard {
  const now = digestOf(agreement)
  return heard.get(agreement.id) === now ? heard : new Map([...heard, [agreement.id, now]])
}

/** The agreements that read otherwise than they were heard, and those that are new. */
export function changedSince(heard: Heard, agreements: readonly Agreement[]): ReadonlySet<string> {
  return new Set(
    agreements.filter((agreement) => heard.get(agreement.id) !== digestOf(agreement)).map(({ id }) => id),
  )
}
