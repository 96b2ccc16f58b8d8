import type { CanonicalAgreement, CanonicalPlan, CanonicalWho } from '@kringplan/shared/plan/canonical'
import type { Question } from '@kringplan/shared/plan/schema'
import { sayRule } from '@kringplan/shared/plan/sayWhen'
import { sayNames } from '../../i18n/lists.ts'
import { readLocale } from '../../i18n/locale.ts'
import { m } from '../../messages/compiled/messages.js'

type When = CanonicalPlan['nextMeeting']['when']

/** What an agreement of a frozen plan says to one question; empty when nothing. */
export function wordsOf(agreement: CanonicalAgreement, question: Question): string {
  switch (question) {
    case 'who':
      return namesOf(agreement.who)
    case 'when':
      return whenOf(agreement.when)
    case 'fallback':
      return joined([agreement.fallback.text, namesOf(agreement.fallback.who)])
    case 'what':
    case 'where':
      return agreement[question]
  }
}

/** What a frozen plan says about the next meeting. */
export function meetingOf({ nextMeeting }: CanonicalPlan): string {
  const { when, where, who, later } = nextMeeting
  return joined([whenOf(when), later ? m.tb_later() : '', where, namesOf(who)])
}

/** People of a frozen plan, by name. */
export function namesOf(who: readonly CanonicalWho[]): string {
  return who.length === 0 ? '' : sayNames(who.map((one) => ('everybody' in one ? m.q_everybody() : one.name)))
}

/** Own words and the rhythm beside them: either can have changed. */
function whenOf({ words, rule }: When): string {
  return joined([words, rule === null ? '' : sayRule(rule, readLocale())])
}

function joined(parts: readonly string[]): string {
  return [...new Set(parts.filter((part) => part !== ''))].join('. ')
}
