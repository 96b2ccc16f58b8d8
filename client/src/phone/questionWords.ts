import type { Agreement } from '@kringplan/shared/plan/agreement'
import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import type { Question } from '@kringplan/shared/plan/schema'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { whenWords } from '../plan/whenWords.ts'
import { showWho } from '../plan/whoNames.ts'

/** The whole question: the heading of its sheet. */
export function questionAsked(question: Question): string {
  return { what: m.q_wat, who: m.q_wie, where: m.q_waar, when: m.q_wanneer, fallback: m.q_lukt }[question]()
}

/** The question in a word or two, where it is still open. */
export function questionShort(question: Question): string {
  const short = { what: m.q_wat_short, who: m.q_wie_short, where: m.q_waar_short, when: m.q_wanneer_short }
  return question === 'fallback' ? m.q_lukt() : short[question]()
}

/** What the question is about, without a question mark: before an answer. */
export function questionWord(question: Question): string {
  return {
    what: m.q_wat_word,
    who: m.q_wie_word,
    where: m.q_waar_word,
    when: m.q_wanneer_word,
    fallback: m.q_lukt_word,
  }[question]()
}

/** The answer as people would say it; empty while the question is open. */
export function answerWords(
  agreement: Agreement,
  question: Question,
  people: readonly CirclePerson[],
): string {
  const names = (set: Agreement['who']) =>
    set.length === 0 ? '' : sayNames(showWho(set, people).map(({ name }) => name))
  switch (question) {
    case 'who':
      return names(agreement.who)
    case 'fallback':
      return [agreement.fallback, names(agreement.fallbackWho)].filter((part) => part !== '').join('. ')
    case 'when':
      return whenWords(agreement)
    case 'what':
    case 'where':
      return agreement[question]
  }
}
