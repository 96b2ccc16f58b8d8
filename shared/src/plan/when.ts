/*
 * When an agreement happens, as a person chose it beside the own words. Nothing of it is ever read out of the
 * words: who wants it in a calendar says first day, rhythm and time [WH1].
 */

/** How often: `month` keeps the place of the first day in its month ("every first Saturday"). */
export const whenUnits = ['once', 'day', 'week', 'month'] as const
export type WhenUnit = (typeof whenUnits)[number]

/** A part of the day where nobody wants to name a time. */
export const dayParts = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]

/**
 * First date, interval, weekdays, time or part of day; the meeting's own time zone is Europe/Amsterdam.
 * What a value has to be is said by `isWhenRule`.
 */
export interface WhenRule {
  unit: WhenUnit
  /** Every n-th day, week or month, 1 to 52. 1 for `once`. */
  interval: number
  /**
   * ISO (1 Monday to 7 Sunday), used by `week` only, ascending and without doubles; when it is empty the weekday of
   * the first day counts.
   */
  weekdays: number[]
  /** A calendar day, `2027-06-16`, as is `last`. */
  first: string
  /** The last day on which it can happen, or null: for as long as the plan holds. */
  last: string | null
  /** `15:00`, as is `until`, an end time on the same day, after `time`. */
  time: string | null
  until: string | null
  /** A part of the day only where there is no time. */
  part: DayPart | null
}

/** The weekday of a calendar day, ISO (1 Monday to 7 Sunday). @param day `2027-10-31` */
export function isoWeekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/**
 * Which weekday-in-the-month a day is: 1 to 4, or -1 for the fifth, which not every month has and so means the last.
 */
export function placeInMonth(day: string): 1 | 2 | 3 | 4 | -1 {
  const place = Math.ceil(Number(day.slice(8, 10)) / 7)
  return place >= 5 ? -1 : (place as 1 | 2 | 3 | 4)
}

/**
 * Whether a value is a rule by the same demands as the schema `whenRule`: the phones read documents with this and
 * cannot carry zod.
 */
export function isWhenRule(value: unknown): value is WhenRule {
  if (typeof value !== 'object' || value === null) return false
  const rule = value as Record<string, unknown>
  const known = ['unit', 'interval', 'weekdays', 'first', 'last', 'time', 'until', 'part']
  if (Object.keys(rule).length !== known.length || !known.every((key) => Object.hasOwn(rule, key)))
    return false
  const { unit, interval, weekdays, first, last, time, until, part } = rule
  const whole = (n: unknown, max: number) => Number.isInteger(n) && (n as number) >= 1 && (n as number) <= max
  return (
    whenUnits.some((one) => one === unit) &&
    whole(interval, 52) &&
    Array.isArray(weekdays) &&
    weekdays.every(
      (day: unknown, i) => whole(day, 7) && (i === 0 || (day as number) > (weekdays[i - 1] as number)),
    ) &&
    (unit === 'week' || weekdays.length === 0) &&
    isDay(first) &&
    (last === null || (isDay(last) && last >= first)) &&
    (unit !== 'once' || (interval === 1 && last === null)) &&
    (time === null || isTime(time)) &&
    (until === null || (isTime(until) && isTime(time) && until > time)) &&
    (part === null || (time === null && dayParts.some((one) => one === part)))
  )
}

function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
}
