import { isInCalendar, isMeetingInCalendar } from '@kringplan/shared/plan/calendarOf'
import type { CanonicalPlan, CanonicalWho } from '@kringplan/shared/plan/canonical'
import { planOf, type PlanFile } from '@kringplan/shared/plan/planFile'
import { sayRule, type WhenLanguage } from '@kringplan/shared/plan/sayWhen'
import { ENDING } from '@kringplan/shared/plan/schema'
import type { WhenRule } from '@kringplan/shared/plan/when'
import icalendar, {
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator'
import { clockTime, firstOccurrence, MEETING_ZONE, recurrence, zoneBlock } from './calendarTime.ts'
import { calendarWords, type CalendarWords } from './calendarWords.ts'

/*
 * A plan's moments as a calendar file (RFC 5545). Only what somebody chose as a rhythm is in it; own words are
 * carried along as words and never read as a time [CP20].
 */

export interface CalendarInput {
  readonly file: PlanFile
  /** Whose calendar; null for the whole circle's. */
  readonly personId: string | null
  readonly language: WhenLanguage
  readonly now: Date
}

/** What a moment in the calendar is made of, the same for an agreement and for the next meeting. */
interface Moment {
  readonly id: string
  readonly title: string
  readonly where: string
  readonly rule: WhenRule
  readonly words: string
  readonly who: readonly CanonicalWho[]
  readonly fallback: { readonly text: string; readonly who: readonly CanonicalWho[] }
}

/**
 * The calendar file of a plan: every agreement with a rhythm in which the person stands, and the next meeting unless
 * it names only others. A later version of the plan replaces these moments where they were taken over.
 */
export function renderCalendar({ file, personId, language, now }: CalendarInput): string {
  const plan = planOf(file)
  const words = calendarWords[language]
  const calendar = icalendar({
    prodId: { company: 'Kringplan', product: 'Plan', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    // The calendar itself has no zone: its stamps are UTC. The events bring theirs.
    timezone: { name: null, generator: zoneBlock },
  })
  for (const moment of momentsOf(plan, personId, words)) {
    const time = timeOf(moment.rule)
    if (time === null) continue
    calendar.createEvent({
      ...time,
      id: `${safe(plan.conference)}.${safe(moment.id)}@kringplan`,
      sequence: plan.version,
      stamp: now,
      summary: clean(moment.title).replace(/\s*\n\s*/g, ' '),
      location: moment.where === '' ? null : clean(moment.where),
      description: clean(describe(moment, words, language)),
      // Who looks into somebody's calendar at work sees that they are away, not why.
      class: ICalEventClass.PRIVATE,
    })
  }
  return `${calendar.toString()}\r\n`
}

function momentsOf(plan: CanonicalPlan, personId: string | null, words: CalendarWords): readonly Moment[] {
  const moments = plan.agreements.flatMap((agreement, i): readonly Moment[] => {
    const { id, what, who, where, when, fallback } = agreement
    return when.rule === null || !isInCalendar(agreement, personId)
      ? []
      : [
          {
            id,
            title: what === '' ? words.agreement(i + 1) : what,
            where,
            rule: when.rule,
            words: when.words,
            who,
            fallback,
          },
        ]
  })
  const { when, where, who } = plan.nextMeeting
  if (when.rule === null || !isMeetingInCalendar(plan, personId)) return moments
  const meeting: Moment = {
    id: ENDING,
    title: words.meeting,
    where,
    rule: when.rule,
    words: when.words,
    who,
    fallback: { text: '', who: [] },
  }
  return [...moments, meeting]
}

type EventTime = Pick<
  ICalEventData,
  'start' | 'end' | 'timezone' | 'allDay' | 'repeating' | 'transparency'
> & {
  readonly start: NonNullable<ICalEventData['start']>
}

/**
 * Start, end and rhythm; null for what never happens. Where nobody named a time it is a whole day that keeps nothing
 * else away; where nobody named an end there is none.
 */
function timeOf(rule: WhenRule): EventTime | null {
  const day = firstOccurrence(rule)
  if (day === null) return null
  const repeating = recurrence(rule)
  if (rule.time === null) {
    return {
      start: new Date(`${day}T00:00:00Z`),
      timezone: null,
      allDay: true,
      repeating,
      transparency: ICalEventTransparency.TRANSPARENT,
    }
  }
  const end = rule.until === null ? {} : { end: clockTime(day, rule.until) }
  return { start: clockTime(day, rule.time), ...end, timezone: MEETING_ZONE, repeating }
}

/** Who, when in own words and as chosen, and what if it does not work out. Nothing else of the plan. */
function describe(moment: Moment, words: CalendarWords, language: WhenLanguage): string {
  const { who, rule, fallback } = moment
  const names = (people: readonly CanonicalWho[]) =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(
      people.map((one) => ('everybody' in one ? words.everybody : one.name)),
    )
  return [
    [words.who, names(who)],
    [words.when, moment.words],
    [moment.words === '' ? words.when : '', sayRule(rule, language)],
    [words.fallback, fallback.text],
    [words.talk, names(fallback.who)],
  ]
    .filter(([, answer]) => answer !== '')
    .map(([label, answer]) => (label === '' ? answer : `${label}: ${answer}`))
    .join('\n')
}

/** An id as a part of a name that stays the same: whatever somebody made an id of, it begins no new line. */
const safe = (id: string): string => encodeURIComponent(Buffer.from(id).toString())

/** Text without the control signs that a calendar file cannot hold. */
const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '')
