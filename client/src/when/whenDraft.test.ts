import { isWhenRule, type WhenRule } from '@kringplan/shared/plan/when'
import { fridays, whenRules } from '@kringplan/shared/plan/whenRule.testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  draftOf,
  gapAt,
  nextAmong,
  quarters,
  ruleOfDraft,
  whenSteps,
  withRhythm,
  withWeekday,
} from './whenDraft.ts'

const empty = draftOf(null)

describe('a rule while it is chosen', () => {
  it('[WH1] begins without anything, also where it is only asked once', () => {
    expect(empty).toEqual({
      rhythm: null,
      weekdays: [],
      first: '',
      span: 'none',
      time: '',
      until: '',
      last: '',
    })
    expect(draftOf(null, true)).toEqual({ ...empty, rhythm: 'once' })
  })

  it('[WH5] is no rule before rhythm and first day are chosen', () => {
    expect(ruleOfDraft(empty)).toBeNull()
    expect(ruleOfDraft(withRhythm(empty, 'week'))).toBeNull()
    expect(ruleOfDraft({ ...empty, first: '2027-06-16' })).toBeNull()
    expect(ruleOfDraft({ ...withRhythm(empty, 'week'), first: '2027-06-16' })).toEqual({
      ...fridays,
      weekdays: [],
      first: '2027-06-16',
      time: null,
    })
  })

  it('[WH5] asks one question after another, and only those that belong to the rhythm', () => {
    const steps = (rhythm: 'once' | 'week' | 'twoWeeks' | 'month') => whenSteps(withRhythm(empty, rhythm))
    expect(steps('week')).toEqual(['rhythm', 'days', 'first', 'time', 'last', 'check'])
    expect(steps('twoWeeks')).toEqual(steps('week'))
    expect(steps('month')).toEqual(['rhythm', 'first', 'time', 'last', 'check'])
    expect(steps('once')).toEqual(['rhythm', 'first', 'time', 'check'])
    expect(whenSteps(draftOf(null, true), true)).toEqual(['first', 'time', 'check'])
  })

  it('[WH6] asks about a first day that is not among the weekdays, and moves nothing', () => {
    // 16 June 2027 is a Wednesday.
    const draft = { ...withWeekday(withRhythm(empty, 'week'), 6), first: '2027-06-16' }
    expect(gapAt('first', draft)).toBe('off')
    expect(ruleOfDraft(draft)).toBeNull()
    expect(nextAmong(draft.weekdays, draft.first)).toBe('2027-06-19')
    expect(ruleOfDraft({ ...draft, first: '2027-06-19' })?.first).toBe('2027-06-19')
    expect(ruleOfDraft(withWeekday(draft, 3))).toMatchObject({ first: '2027-06-16', weekdays: [3, 6] })
  })

  it('[WH6] weekdays count in a week only', () => {
    const weekly = withWeekday(withRhythm(empty, 'week'), 6)
    expect(withRhythm(weekly, 'twoWeeks').weekdays).toEqual([6])
    const monthly = { ...withRhythm(weekly, 'month'), first: '2027-06-16' }
    expect(gapAt('first', monthly)).toBeNull()
    expect(ruleOfDraft(monthly)).toMatchObject({ unit: 'month', weekdays: [] })
  })

  it('[WH2] a weekday is put in its place, and taken out by the same press', () => {
    const days = [5, 1, 3].reduce(withWeekday, withRhythm(empty, 'week'))
    expect(days.weekdays).toEqual([1, 3, 5])
    expect(withWeekday(days, 3).weekdays).toEqual([1, 5])
  })

  it('[WH2] an end after the begin, a last day not before the first', () => {
    const clock = { ...empty, span: 'clock' as const }
    expect(gapAt('time', clock)).toBe('time')
    expect(gapAt('time', { ...clock, time: '15:00' })).toBeNull()
    expect(gapAt('time', { ...clock, time: '15:00', until: '15:00' })).toBe('until')
    expect(gapAt('time', { ...clock, time: '15:00', until: '15:15' })).toBeNull()
    const day = { ...empty, first: '2027-06-16' }
    expect(gapAt('last', { ...day, last: '2027-06-15' })).toBe('last')
    expect(gapAt('last', { ...day, last: '2027-06-16' })).toBeNull()
    expect(gapAt('last', day)).toBeNull()
  })

  it('[WH2] a time that is chosen and then not wanted is not in the rule', () => {
    const draft = { ...withRhythm(empty, 'once'), first: '2027-06-16', time: '15:00', until: '16:00' }
    expect(ruleOfDraft({ ...draft, span: 'none' })).toMatchObject({ time: null, until: null, part: null })
    expect(ruleOfDraft({ ...draft, span: 'evening' })).toMatchObject({ time: null, part: 'evening' })
  })

  it('[WH2] a year that is being typed is no day yet', () => {
    expect(gapAt('first', { ...empty, first: '0202-06-16' })).toBe('first')
    expect(gapAt('first', { ...empty, first: '2027-06-16' })).toBeNull()
  })

  it('[WH2] what stands is found again, unless the screens do not offer it', () => {
    const offered = (rule: WhenRule) =>
      rule.unit === 'once' || (rule.unit === 'week' && rule.interval <= 2) || rule.interval === 1
    const isOff = (rule: WhenRule) => gapAt('first', draftOf(rule)) === 'off'
    let found = 0
    fc.assert(
      fc.property(whenRules, (rule) => {
        const isKnown = rule.unit !== 'day' && offered(rule) && !isOff(rule)
        found += isKnown ? 1 : 0
        expect(ruleOfDraft(draftOf(rule))).toEqual(isKnown ? rule : null)
      }),
      { numRuns: 300 },
    )
    expect(found).toBeGreaterThan(20)
  })

  it('[WH2] whatever is chosen is a rule or none', () => {
    const days = fc.constantFrom('', '2027-06-16', '2027-06-19', '2027-02-30', '0027-06-16')
    const times = fc.constantFrom('', '15:00', '16:00')
    const draft = fc.record({
      rhythm: fc.constantFrom('once', 'week', 'twoWeeks', 'month', null),
      weekdays: fc.subarray([1, 3, 6]),
      first: days,
      span: fc.constantFrom('none', 'evening', 'clock'),
      time: times,
      until: times,
      last: days,
    })
    let rules = 0
    fc.assert(
      fc.property(draft, (chosen) => {
        const rule = ruleOfDraft(chosen)
        rules += rule === null ? 0 : 1
        expect(rule === null || isWhenRule(rule)).toBe(true)
      }),
      { numRuns: 1000 },
    )
    expect(rules).toBeGreaterThan(20)
  })
})

describe('quarters', () => {
  it('[WH2] offers every quarter once, and a time that stands already', () => {
    expect(quarters('')).toHaveLength(96)
    expect(new Set(quarters('')).size).toBe(96)
    expect(quarters('')[0]).toBe('06:00')
    expect(quarters('')).toContain('05:45')
    expect(quarters('15:30')).toHaveLength(96)
    expect(quarters('15:10')[0]).toBe('15:10')
  })
})
