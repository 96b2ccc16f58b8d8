import type { Knock, KnockAnswer, KnockKind } from '@kringplan/shared/contract/seatView'
import { capital } from '../i18n/capital.ts'
import { m } from '../messages/compiled/messages.js'

const texts: Readonly<Record<KnockKind, (name: string) => string>> = {
  food: () => m.knock_food(),
  roomCloses: () => m.knock_time(),
  someoneLater: (naam) => capital(m.knock_late({ naam })),
  canSomebodyCome: () => m.knock_come(),
  allWell: () => m.knock_ok(),
}

const answers: Readonly<Record<KnockAnswer, () => string>> = {
  yes: m.ui_yes,
  later: m.ui_later,
  no: m.ui_no,
}

/** What a knock says, the same words for who knocks and for who hears it. */
export function knockText({ kind, name }: Pick<Knock, 'kind' | 'name'>): string {
  return texts[kind](name ?? '')
}

/** An answer to a knock, as it stands on its button. */
export function knockAnswerText(answer: KnockAnswer): string {
  return answers[answer]()
}
