import { dayParts, isoWeekday, isWhenRule, type DayPart, type WhenRule } from '@kringplan/shared/plan/when'

/*
 * A rule while somebody is choosing it. It begins empty: nothing is taken from the words, from today or from another
 * agreement, and nothing is changed by itself [WH1].
 */

/** How often, as the screens offer it. */
export const rhythms = ['once', 'week', 'twoWeeks', 'month'] as const
export type Rhythm = (typeof rhythms)[number]

/** How the time of day is said: not at all, by a part of the day, or by the clock. */
export const spans = ['none', ...dayParts, 'clock'] as const
export type Span = 'none' | DayPart | 'clock'

/** What was chosen so far. Days are `2027-06-16`, times `15:00`, both empty while nothing is chosen. */
export interface WhenDraft {
  readonly rhythm: Rhythm | null
  readonly weekdays: readonly number[]
  readonly first: string
  readonly span: Span
  readonly time: string
  readonly until: string
  readonly last: string
}

/** The questions, in the order in which they are asked. `check` reads the answer back. */
export type WhenStep = 'rhythm' | 'days' | 'first' | 'time' | 'last' | 'check'

/** What stands between a draft and a rule. `off`: the first day is not among the weekdays. */
export type WhenGap = 'rhythm' | 'first' | 'off' | 'time' | 'until' | 'last'

/** A draft to begin with: of the rule that stands, or empty. */
export function draftOf(rule: WhenRule | null, onlyOnce = false): WhenDraft {
  const rhythm = onlyOnce ? 'once' : rule === null ? null : rhythmOf(rule)
  return {
    rhythm,
    weekdays: rhythm === 'week' || rhythm === 'twoWeeks' ? (rule?.weekdays ?? []) : [],
    first: rule?.first ?? '',
    span: rule === null ? 'none' : rule.time === null ? (rule.part ?? 'none') : 'clock',
    time: rule?.time ?? '',
    until: rule?.until ?? '',
    last: rule?.last ?? '',
  }
}

/** A rhythm that these screens do not offer is asked for anew. */
function rhythmOf({ unit, interval }: WhenRule): Rhythm | null {
  if (unit === 'week') return interval === 1 ? 'week' : interval === 2 ? 'twoWeeks' : null
  return unit === 'once' || (unit === 'month' && interval === 1) ? unit : null
}

/** The questions that belong to a draft. What happens only once has one day and no last one. */
export function whenSteps({ rhythm }: WhenDraft, onlyOnce = false): readonly WhenStep[] {
  const isWeekly = rhythm === 'week' || rhythm === 'twoWeeks'
  return [
    ...(onlyOnce ? [] : (['rhythm'] as const)),
    ...(isWeekly ? (['days'] as const) : []),
    'first',
    'time',
    ...(rhythm === 'once' ? [] : (['last'] as const)),
    'check',
  ]
}

/** What is still to be answered before a step can be left, or null. */
export function gapAt(step: WhenStep, draft: WhenDraft): WhenGap | null {
  const { rhythm, weekdays, first, span, time, until, last } = draft
  switch (step) {
    case 'rhythm':
      return rhythm === null ? 'rhythm' : null
    case 'first':
      return !isDay(first) ? 'first' : isOffDay(weekdays, first) ? 'off' : null
    case 'time':
      if (span !== 'clock') return null
      return time === '' ? 'time' : until !== '' && until <= time ? 'until' : null
    case 'last':
      return last !== '' && (!isDay(last) || last < first) ? 'last' : null
    case 'days':
    case 'check':
      return null
  }
}

/** The rule that a draft says, or null while a question of it is open. */
export function ruleOfDraft(draft: WhenDraft): WhenRule | null {
  const { rhythm, weekdays, first, span, time, until, last } = draft
  if (rhythm === null || whenSteps(draft).some((step) => gapAt(step, draft) !== null)) return null
  const isClock = span === 'clock'
  const rule: WhenRule = {
    unit: rhythm === 'twoWeeks' ? 'week' : rhythm,
    interval: rhythm === 'twoWeeks' ? 2 : 1,
    weekdays: [...weekdays],
    first,
    last: rhythm === 'once' || last === '' ? null : last,
    time: isClock ? time : null,
    until: isClock && until !== '' ? until : null,
    part: isClock || span === 'none' ? null : span,
  }
  return isWhenRule(rule) ? rule : null
}

/** Another rhythm. Only a week has weekdays: elsewhere they would stand in the way of the first day. */
export function withRhythm(draft: WhenDraft, rhythm: Rhythm): WhenDraft {
  const isWeekly = rhythm === 'week' || rhythm === 'twoWeeks'
  return { ...draft, rhythm, weekdays: isWeekly ? draft.weekdays : [] }
}

/** A weekday added, or taken out when it is there. */
export function withWeekday(draft: WhenDraft, weekday: number): WhenDraft {
  const { weekdays } = draft
  const others = weekdays.filter((day) => day !== weekday)
  return {
    ...draft,
    weekdays: others.length < weekdays.length ? others : [...others, weekday].toSorted((a, b) => a - b),
  }
}

/** The first of the chosen weekdays on or after the day: offered to a person, never taken by itself. [WH6] */
export function nextAmong(weekdays: readonly number[], day: string): string {
  const from = isoWeekday(day)
  const wait = Math.min(...weekdays.map((weekday) => (weekday - from + 7) % 7))
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + wait)
  return date.toISOString().slice(0, 10)
}

/** Whether a day can be meant. A year that is being typed into the field passes through the first centuries. */
export function isDay(day: string): boolean {
  return /^2\d{3}-\d\d-\d\d$/.test(day)
}

function isOffDay(weekdays: readonly number[], first: string): boolean {
  return weekdays.length > 0 && !weekdays.includes(isoWeekday(first))
}

/** The times that are offered: every quarter, from six in the morning on. One that stands already is among them. */
export function quarters(chosen: string): readonly string[] {
  const all = Array.from({ length: 96 }, (_, i) => {
    const minutes = (6 * 60 + i * 15) % (24 * 60)
    return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
  })
  return chosen === '' || all.includes(chosen) ? all : [chosen, ...all]
}

const pad = (n: number): string => String(n).padStart(2, '0')
