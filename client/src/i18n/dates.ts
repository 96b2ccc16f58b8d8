import { languages, readLocale, type Locale } from './locale.ts'

/** The time zone of the meeting: a card that says 17.30 means 17.30 there, wherever the phone thinks it is. */
const meetingZone = 'Europe/Amsterdam'

/** A point in time as the server sends it (ISO 8601), or a Date. */
export type Moment = string | Date

/** A day as people say it: "zaterdag 3 juli", with the year only when it is not this year. */
export function sayDay(moment: Moment, locale: Locale = readLocale(), now: Date = new Date()): string {
  const date = toDate(moment)
  const year = yearOf(date) === yearOf(now) ? {} : { year: 'numeric' as const }
  return format(date, locale, { weekday: 'long', day: 'numeric', month: 'long', ...year }).replace(',', '')
}

/** A time of day without a word: "10.00" in Dutch, "10:00" in English. Show it inside `<bdi>`. */
export function sayTime(moment: Moment, locale: Locale = readLocale()): string {
  const time = format(toDate(moment), locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return locale === 'nl' ? time.replace(':', '.').replace(/^0(?=\d)/, '') : time
}

/** A time of day in words: "10.00 uur", "10:00". */
export function sayClock(moment: Moment, locale: Locale = readLocale()): string {
  const time = sayTime(moment, locale)
  return locale === 'nl' ? `${time} uur` : time
}

/** A day with a time: "vrijdag 11 juni, 17.30 uur". */
export function sayMoment(moment: Moment, locale: Locale = readLocale(), now: Date = new Date()): string {
  return `${sayDay(moment, locale, now)}, ${sayClock(moment, locale)}`
}

function toDate(moment: Moment): Date {
  return typeof moment === 'string' ? new Date(moment) : moment
}

function yearOf(date: Date): string {
  return format(date, 'nl', { year: 'numeric' })
}

function format(date: Date, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(languages[locale].tag, { timeZone: meetingZone, ...options }).format(date)
}
