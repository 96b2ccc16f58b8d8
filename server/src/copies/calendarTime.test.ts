import type { WhenRule } from '@kringplan/shared/plan/when'
import { fridays, whenRules } from '@kringplan/shared/plan/whenRule.testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysOf, eventsOf, startsOf } from './calendarFile.testkit.ts'

const clocks = (rule: WhenRule, before: string): readonly string[] =>
  eventsOf(rule).flatMap((event) => startsOf(event, before).map(({ clock }) => clock))

describe('a rhythm in the calendar', () => {
  it('[CP22] every Friday at 15.30 stays 15.30 when the clocks go back and forward', () => {
    const starts = eventsOf(fridays).flatMap((event) => startsOf(event, '2028-05-01'))
    expect(starts).toHaveLength(35)
    expect(new Set(starts.map(({ clock }) => clock.slice(11)))).toEqual(new Set(['15:30:00']))
    const utcOn = (day: string) => starts.find(({ clock }) => clock.startsWith(day))?.utc.slice(11, 16)
    expect([utcOn('2027-10-29'), utcOn('2027-11-05')]).toEqual(['13:30', '14:30'])
    expect([utcOn('2028-03-24'), utcOn('2028-03-31')]).toEqual(['14:30', '13:30'])
  })

  it('[CP22] the day of the change itself is on the new time', () => {
    const sundays = { ...fridays, weekdays: [7], first: '2027-10-24' }
    const [event] = eventsOf(sundays)
    expect(event && startsOf(event, '2027-11-02').map(({ utc }) => utc)).toEqual([
      '2027-10-24T13:30:00.000Z',
      '2027-10-31T14:30:00.000Z',
    ])
  })

  it('[CP22] every two weeks counts weeks over the change', () => {
    const rule = {
      ...fridays,
      interval: 2,
      weekdays: [6],
      first: '2027-10-16',
      time: '10:00',
      until: '18:30',
    }
    expect(clocks(rule, '2027-12-01')).toEqual([
      '2027-10-16T10:00:00',
      '2027-10-30T10:00:00',
      '2027-11-13T10:00:00',
      '2027-11-27T10:00:00',
    ])
    const [event] = eventsOf(rule)
    expect(event?.endDate.toString()).toBe('2027-10-16T18:30:00')
  })

  it('[CP22] two weekdays of every other week: the week begins on Monday', () => {
    const rule = { ...fridays, interval: 2, weekdays: [1, 7], first: '2027-06-20' }
    expect(clocks(rule, '2027-07-20').map((clock) => clock.slice(0, 10))).toEqual([
      '2027-06-20',
      '2027-06-28',
      '2027-07-04',
      '2027-07-12',
      '2027-07-18',
    ])
  })

  it('[CP23] the first Saturday of every month, and the last', () => {
    const month: WhenRule = { ...fridays, unit: 'month', weekdays: [], first: '2027-09-04' }
    expect(clocks(month, '2028-01-01')).toEqual([
      '2027-09-04T15:30:00',
      '2027-10-02T15:30:00',
      '2027-11-06T15:30:00',
      '2027-12-04T15:30:00',
    ])
    // The fifth Saturday of July is its last; August has four.
    expect(clocks({ ...month, first: '2027-07-31' }, '2027-11-01')).toEqual([
      '2027-07-31T15:30:00',
      '2027-08-28T15:30:00',
      '2027-09-25T15:30:00',
      '2027-10-30T15:30:00',
    ])
  })

  const lastDays: readonly Partial<WhenRule>[] = [
    { time: '15:30' },
    { time: '00:00' },
    { time: '23:59' },
    { time: null, part: 'evening' },
  ]
  it.each(lastDays)('[CP24] the last day belongs to it, the day after does not: %j', (change) => {
    const daily: WhenRule = { ...fridays, unit: 'day', weekdays: [], ...change }
    for (const last of ['2027-10-31', '2028-03-26', '2027-12-31']) {
      const found = clocks({ ...daily, first: '2027-10-30', last }, '2029-01-01')
      expect(found.at(-1)?.slice(0, 10)).toBe(last)
    }
  })

  it('[CP25] a first day that is not among the weekdays: the first one after it', () => {
    expect(clocks({ ...fridays, weekdays: [1, 5], first: '2027-09-08' }, '2027-09-18')).toEqual([
      '2027-09-10T15:30:00',
      '2027-09-13T15:30:00',
      '2027-09-17T15:30:00',
    ])
  })

  it('[CP25] what ends before it begins is in no calendar', () => {
    const rule = { ...fridays, first: '2027-09-06', last: '2027-09-09' }
    expect(eventsOf(rule)).toHaveLength(0)
    expect(eventsOf({ ...rule, last: '2027-09-10' })).toHaveLength(1)
  })

  it('[CP26] without a time it is a whole day that keeps nothing else away, without an end it has none', () => {
    const [day] = eventsOf({ ...fridays, time: null, part: 'afternoon' })
    expect(day?.startDate.isDate).toBe(true)
    expect(day?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
    expect(day?.description).toContain('in de middag')
    const [hour] = eventsOf(fridays)
    expect(hour?.startDate.isDate).toBe(false)
    expect(hour?.component.hasProperty('dtend')).toBe(false)
    expect(hour?.component.hasProperty('transp')).toBe(false)
  })

  it('[CP22] a time that the clocks leave out is printed as it was chosen, wherever the server stands', () => {
    const rule: WhenRule = { ...fridays, unit: 'once', weekdays: [], first: '2028-03-26', time: '02:30' }
    const [event] = eventsOf(rule)
    const start = event?.component.getFirstProperty('dtstart')
    expect(start?.toICALString()).toBe('DTSTART;TZID=Europe/Amsterdam:20280326T023000')
  })

  it('[CP21] happens on exactly the days that counting day by day finds', () => {
    const horizon = '2029-01-01'
    fc.assert(
      fc.property(whenRules, (rule) => {
        const days = daysOf(rule, horizon)
        const time = rule.time === null ? '' : `T${rule.time}:00`
        expect(clocks(rule, horizon)).toEqual(days.map((day) => day + time))
      }),
      { numRuns: 300 },
    )
  })

  it('[CP21] counting day by day finds what a person would', () => {
    const saturdays = { ...fridays, interval: 2, weekdays: [6], first: '2027-06-19' }
    expect(daysOf(saturdays, '2027-07-20')).toEqual(['2027-06-19', '2027-07-03', '2027-07-17'])
    const month: WhenRule = { ...fridays, unit: 'month', interval: 2, weekdays: [], first: '2027-07-31' }
    expect(daysOf(month, '2027-12-31')).toEqual(['2027-07-31', '2027-09-25', '2027-11-27'])
    expect(daysOf({ ...month, unit: 'day', interval: 3 }, '2027-08-07')).toEqual([
      '2027-07-31',
      '2027-08-03',
      '2027-08-06',
    ])
  })
})
