import { isoWeekday, placeInMonth, type WhenRule } from '@kringplan/shared/plan/when'
import type { ICalLuxonDateTimeStub } from 'ical-generator'
import { tzlib_get_ical_block, tzlib_get_offset } from 'timezones-ical-library'

/** Where the circle lives: 15.30 stays 15.30 there, in summer and in winter [CP22]. */
export const MEETING_ZONE = 'Europe/Amsterdam'

/** The rules of the zone's clock changes, as a calendar file carries them. */
export function zoneBlock(): string {
  const [block = ''] = tzlib_get_ical_block(MEETING_ZONE)
  // The zone has been merged into another of the same rules; the file has to name the one its events name.
  return block.replace(/^(TZID|X-LIC-LOCATION):.*$/gm, `$1:${MEETING_ZONE}`)
}

/**
 * A time on the clock of the meeting, in the shape of a date that the calendar library prints as it stands. A plain
 * Date it would print as the clock of the machine has it, which may have a gap just there.
 */
export function clockTime(day: string, time: string): ICalLuxonDateTimeStub {
  const date: ICalLuxonDateTimeStub = {
    isValid: true,
    zone: { type: 'iana' },
    setZone: () => date,
    toFormat: (format) => (format === 'HHmmss' ? `${time.replace(':', '')}00` : basic(day)),
    toJSDate: () => new Date(`${day}T${time}:00Z`),
    toJSON: () => `${day}T${time}:00`,
  }
  return date
}

/**
 * The first day on which something happens: the first day itself, or the first one after it that is among the
 * weekdays. Null when the last day comes before.
 */
export function firstOccurrence({ first, last, weekdays }: WhenRule): string | null {
  const from = isoWeekday(first)
  const waits = weekdays.map((day) => (day - from + 7) % 7)
  const day = weekdays.length === 0 ? first : addDays(first, Math.min(...waits))
  return last !== null && day > last ? null : day
}

/** The rhythm as an RRULE (RFC 5545), or null for what happens once. The last day belongs to it. */
export function recurrence(rule: WhenRule): string | null {
  const { unit, interval, weekdays, first, last, time } = rule
  if (unit === 'once') return null
  const parts = [`FREQ=${{ day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' }[unit]}`]
  if (interval > 1) parts.push(`INTERVAL=${interval}`)
  if (unit === 'week') {
    const days = weekdays.length === 0 ? [isoWeekday(first)] : weekdays
    parts.push(`BYDAY=${days.map(letters).join(',')}`, 'WKST=MO')
  }
  if (unit === 'month') parts.push(`BYDAY=${placeInMonth(first)}${letters(isoWeekday(first))}`)
  if (last !== null) parts.push(`UNTIL=${time === null ? basic(last) : endOfDay(last)}`)
  return parts.join(';')
}

/** The last second of a day on the clock of the meeting, in UTC: what belongs to a start with a zone. */
function endOfDay(day: string): string {
  const end = new Date(`${day}T23:59:59${colon(tzlib_get_offset(MEETING_ZONE, day, '23:59'))}`)
  return `${end.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** @param offset `+0200`, which a date reads only as `+02:00` */
const colon = (offset: string): string => `${offset.slice(0, 3)}:${offset.slice(3)}`
const basic = (day: string): string => day.replaceAll('-', '')
const letters = (weekday: number): string => ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][weekday - 1] ?? ''
