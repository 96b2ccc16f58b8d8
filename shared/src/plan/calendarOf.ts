import { isAmong, type CanonicalAgreement, type CanonicalPlan, type CanonicalWho } from './canonical.ts'

/*
 * What of a plan belongs in somebody's calendar [CP20]: one answer for the server, which makes the file, and for the
 * screens, which offer it only where something is in it. `personId` null: the whole circle's.
 */

const isTheirs = (who: readonly CanonicalWho[], personId: string | null): boolean =>
  personId === null || isAmong(who, personId)

/** Whether an agreement has a chosen rhythm, and the person stands in it. */
export function isInCalendar({ who, when }: CanonicalAgreement, personId: string | null): boolean {
  return when.rule !== null && isTheirs(who, personId)
}

/** Whether the next meeting has a chosen day, and the person belongs there: it names nobody, or also them. */
export function isMeetingInCalendar({ nextMeeting }: CanonicalPlan, personId: string | null): boolean {
  const { when, who, later } = nextMeeting
  return when.rule !== null && !later && (who.length === 0 || isTheirs(who, personId))
}

/** Whether a calendar of this person would have anything in it. */
export function hasCalendar(plan: CanonicalPlan, personId: string | null): boolean {
  return (
    isMeetingInCalendar(plan, personId) ||
    plan.agreements.some((agreement) => isInCalendar(agreement, personId))
  )
}
