import { isoWeekday, placeInMonth, type DayPart, type WhenRule } from './when.ts'

/*
 * A chosen rhythm as people say it: full words, no numbers for months, days in the order of the week. Screens, paper
 * and the calendar say it with this one function, so that nobody reads two versions of one moment [WH4].
 */

/** The languages in which a rhythm can be said. */
export type WhenLanguage = 'nl' | 'en'

interface Phrases {
  readonly tag: string
  readonly once: string
  readonly daily: string
  readonly everyDay: (days: string) => string
  readonly every: Readonly<Record<'day' | 'week' | 'month', (interval: number) => string>>
  readonly on: (days: string) => string
  readonly monthly: (place: string, day: string) => string
  readonly onPlace: (place: string, day: string) => string
  readonly places: Readonly<Record<1 | 2 | 3 | 4 | -1, string>>
  readonly clock: (time: string) => string
  readonly hour: (time: string) => string
  readonly at: (time: string) => string
  readonly between: (from: string, to: string) => string
  readonly part: Readonly<Record<DayPart, string>>
  readonly since: (day: string) => string
  readonly till: (day: string) => string
}

const phrases: Readonly<Record<WhenLanguage, Phrases>> = {
  nl: {
    tag: 'nl-NL',
    once: 'één keer',
    daily: 'elke dag',
    everyDay: (days) => `elke ${days}`,
    every: {
      day: (n) => `om de ${n} dagen`,
      week: (n) => `om de ${n} weken`,
      month: (n) => `om de ${n} maanden`,
    },
    on: (days) => `op ${days}`,
    monthly: (place, day) => `elke ${place} ${day} van de maand`,
    onPlace: (place, day) => `op de ${place} ${day}`,
    places: { 1: 'eerste', 2: 'tweede', 3: 'derde', 4: 'vierde', [-1]: 'laatste' },
    clock: (time) => time.replace(':', '.').replace(/^0/, ''),
    hour: (time) => `${time} uur`,
    at: (time) => `om ${time} uur`,
    between: (from, to) => `van ${from} tot ${to} uur`,
    part: { morning: 'in de ochtend', afternoon: 'in de middag', evening: 'in de avond' },
    since: (day) => `vanaf ${day}`,
    till: (day) => `tot en met ${day}`,
  },
  en: {
    tag: 'en-GB',
    once: 'once',
    daily: 'every day',
    everyDay: (days) => `every ${days}`,
    every: {
      day: (n) => `every ${n} days`,
      week: (n) => `every ${n} weeks`,
      month: (n) => `every ${n} months`,
    },
    on: (days) => `on ${days}`,
    monthly: (place, day) => `every ${place} ${day} of the month`,
    onPlace: (place, day) => `on the ${place} ${day}`,
    places: { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' },
    clock: (time) => time,
    hour: (time) => time,
    at: (time) => `at ${time}`,
    between: (from, to) => `from ${from} to ${to}`,
    part: { morning: 'in the morning', afternoon: 'in the afternoon', evening: 'in the evening' },
    since: (day) => `starting ${day}`,
    till: (day) => `until ${day}`,
  },
}

/**
 * The whole rule in words: "elke woensdag om 15.00 uur, vanaf 16 juni 2027". It always says the first day, with
 * its year: of "om de 2 weken" nobody knows otherwise which weeks.
 */
export function sayRule(rule: WhenRule, language: WhenLanguage): string {
  const say = phrases[language]
  if (rule.unit === 'once') return `${say.once}, ${sayOnce(rule, language)}`
  const last = rule.last === null ? '' : ` ${say.till(sayDate(rule.last, language))}`
  return `${sayRhythm(rule, language)}${saySpan(rule, say)}, ${say.since(sayDate(rule.first, language))}${last}`
}

/** The first day with its time: "op zaterdag 3 juli 2027, in de middag". For what happens one time only. */
export function sayOnce(rule: WhenRule, language: WhenLanguage): string {
  const say = phrases[language]
  const day = `${say.on(weekdayName(isoWeekday(rule.first), say))} ${sayDate(rule.first, language)}`
  return `${day}${saySpan(rule, say)}`
}

/** A calendar day as people say it: "3 juli 2027". @param day `2027-07-03` */
export function sayDate(day: string, language: WhenLanguage): string {
  const format = { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' } as const
  return new Intl.DateTimeFormat(phrases[language].tag, format).format(new Date(`${day}T00:00:00Z`))
}

/** A time on the clock as people say it: "9.30 uur", "09:30". @param time `09:30` */
export function sayTimeOfDay(time: string, language: WhenLanguage): string {
  const { clock, hour } = phrases[language]
  return hour(clock(time))
}

function sayRhythm({ unit, interval, weekdays, first }: WhenRule, language: WhenLanguage): string {
  const say = phrases[language]
  if (unit === 'month') {
    const where = [say.places[placeInMonth(first)], weekdayName(isoWeekday(first), say)] as const
    return interval === 1 ? say.monthly(...where) : `${say.every.month(interval)} ${say.onPlace(...where)}`
  }
  if (interval === 1 && (unit === 'day' || weekdays.length === 7)) return say.daily
  if (unit === 'day') return say.every.day(interval)
  const days = (weekdays.length === 0 ? [isoWeekday(first)] : weekdays).map((day) => weekdayName(day, say))
  const list = new Intl.ListFormat(say.tag, { type: 'conjunction' }).format(days)
  return interval === 1 ? say.everyDay(list) : `${say.every.week(interval)} ${say.on(list)}`
}

/** The time or the part of the day, with what joins it to the words before. */
function saySpan({ unit, time, until, part }: WhenRule, say: Phrases): string {
  if (time !== null && until !== null) return `, ${say.between(say.clock(time), say.clock(until))}`
  if (time !== null) return ` ${say.at(say.clock(time))}`
  if (part === null) return ''
  return `${unit === 'once' ? ', ' : ' '}${say.part[part]}`
}

function weekdayName(day: number, { tag }: Phrases): string {
  // 1 January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, day))
  return new Intl.DateTimeFormat(tag, { timeZone: 'UTC', weekday: 'long' }).format(date)
}
