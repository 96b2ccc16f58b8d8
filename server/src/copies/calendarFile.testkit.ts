import type { CanonicalAgreement, CanonicalPlan } from '@kringplan/shared/plan/canonical'
import { PLAN_FORMAT, type PlanFile } from '@kringplan/shared/plan/planFile'
import { placeInMonth, type WhenRule } from '@kringplan/shared/plan/when'
import ICAL from 'ical.js'
import { renderCalendar, type CalendarInput } from './planCalendar.ts'

/* Calendar files made from small plans, read back with another library, and what a rule means by counting days. */

/** An agreement that says nothing but what is given. */
export function agreement(id: string, change: Partial<CanonicalAgreement>): CanonicalAgreement {
  const nothing = { what: '', who: [], where: '', when: { words: '', rule: null } }
  return { id, ...nothing, fallback: { text: '', who: [] }, ...change }
}

/** A file with these agreements; nobody has signed it. */
export function fileOf(
  agreements: readonly CanonicalAgreement[],
  change: Partial<CanonicalPlan> = {},
): PlanFile {
  const plan: CanonicalPlan = {
    v: 1,
    conference: 'c1',
    version: 1,
    question: 'Wat is goed voor Johan?',
    agreements,
    nextMeeting: { when: { words: '', rule: null }, where: '', who: [], later: false },
    watcher: [],
    professionalAnswers: [],
    ...change,
  }
  const text = JSON.stringify(plan)
  return { format: PLAN_FORMAT, circle: 'De kring', frozenAt: '', text, hash: '', people: [], signatures: [] }
}

/** The calendar file of a plan, for everybody in Dutch unless said otherwise. */
export function calendarOf(file: PlanFile, change: Partial<CalendarInput> = {}): string {
  return renderCalendar({
    file,
    personId: null,
    language: 'nl',
    now: new Date('2027-06-11T18:04:05.678Z'),
    ...change,
  })
}

/** What another program finds in a calendar file. The zone comes from the file and from nowhere else. */
export function readBack(text: string): {
  readonly calendar: ICAL.Component
  readonly events: readonly ICAL.Event[]
} {
  const calendar = ICAL.Component.fromString(text)
  ICAL.TimezoneService.reset()
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  }
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)) }
}

/** The events of a plan with one agreement of this rule. */
export function eventsOf(rule: WhenRule): readonly ICAL.Event[] {
  return readBack(calendarOf(fileOf([agreement('a1', { when: { words: '', rule } })]))).events
}

/** The starts of an event up to a day, on the clock of the meeting, and the same moments in UTC. */
export function startsOf(
  event: ICAL.Event,
  before: string,
): readonly { readonly clock: string; readonly utc: string }[] {
  const starts: { clock: string; utc: string }[] = []
  const iterator = event.iterator()
  for (let next = iterator.next() as ICAL.Time | undefined; next !== undefined; next = iterator.next()) {
    const clock = next.toString()
    if (clock.slice(0, 10) >= before) break
    starts.push({ clock, utc: new Date(next.toUnixTime() * 1000).toISOString() })
  }
  return starts
}

const DAY_MS = 86_400_000
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS
const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
/** 0 Monday to 6 Sunday: day 0, 1 January 1970, was a Thursday. */
const weekdayOf = (number: number): number => (number + 3) % 7

/** The days of a rule up to another, found by asking of each day by itself whether it is one. */
export function daysOf(rule: WhenRule, before: string): readonly string[] {
  const { unit, interval, first, last } = rule
  const start = dayNumber(first)
  const wanted = new Set(
    rule.weekdays.length === 0 ? [weekdayOf(start)] : rule.weekdays.map((day) => day - 1),
  )
  let firstWeek: number | null = null
  const found: string[] = []
  for (let number = start; number < dayNumber(before); number += 1) {
    const day = new Date(number * DAY_MS).toISOString().slice(0, 10)
    if (last !== null && day > last) break
    if (unit === 'once' && number > start) break
    if (unit === 'day' && (number - start) % interval !== 0) continue
    if (unit === 'week') {
      if (!wanted.has(weekdayOf(number))) continue
      const week = Math.floor((number + 3) / 7)
      firstWeek ??= week
      if ((week - firstWeek) % interval !== 0) continue
    }
    if (unit === 'month') {
      const isPlace = weekdayOf(number) === weekdayOf(start) && placeOf(day) === placeInMonth(first)
      const isLast =
        placeInMonth(first) === -1 && weekdayOf(number) === weekdayOf(start) && isLastOfMonth(day)
      if (!isPlace && !isLast) continue
      if ((monthNumber(day) - monthNumber(first)) % interval !== 0) continue
    }
    found.push(day)
  }
  return found
}

const placeOf = (day: string): number => Math.ceil(Number(day.slice(8, 10)) / 7)
const isLastOfMonth = (day: string): boolean =>
  new Date((dayNumber(day) + 7) * DAY_MS).toISOString().slice(0, 7) !== day.slice(0, 7)
