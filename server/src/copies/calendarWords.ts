import type { WhenLanguage } from '@kringplan/shared/plan/sayWhen'

/** The few words of a calendar that are not the circle's own. The same words as on the screens. */
export interface CalendarWords {
  /** The title of an agreement of which only the time is known. */
  readonly agreement: (number: number) => string
  readonly meeting: string
  readonly who: string
  readonly when: string
  readonly fallback: string
  readonly talk: string
  readonly everybody: string
}

/** The words in each language. */
export const calendarWords: Readonly<Record<WhenLanguage, CalendarWords>> = {
  nl: {
    agreement: (number) => `Afspraak ${number}`,
    meeting: 'Weer samen',
    who: 'Wie',
    when: 'Wanneer',
    fallback: 'En als het niet lukt',
    talk: 'Wie praten dan samen',
    everybody: 'iedereen',
  },
  en: {
    agreement: (number) => `Agreement ${number}`,
    meeting: 'Together again',
    who: 'Who',
    when: 'When',
    fallback: 'And if it does not work out',
    talk: 'Who will talk together then',
    everybody: 'everybody',
  },
}
