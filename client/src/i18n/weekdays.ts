import { languages, type Locale } from './locale.ts'

/** A day of the week as people say it: "maandag", and short for a small button: "ma". */
export interface Weekday {
  readonly long: string
  readonly short: string
}

/** Monday to Sunday in a language. */
export function weekdays(locale: Locale): readonly Weekday[] {
  const { tag } = languages[locale]
  const say = (weekday: 'long' | 'short') => new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' })
  // 1 January 2024 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const date = new Date(Date.UTC(2024, 0, day))
    return { long: say('long').format(date), short: say('short').format(date) }
  })
}
