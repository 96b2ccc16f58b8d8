import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoWeekday, isWhenRule, placeInMonth, type WhenRule } from './when.ts'
import { whenRule } from './whenSchema.ts'
import { fridays, whenRules } from './whenRule.testkit.ts'

const bothSay = (value: unknown): readonly boolean[] => [isWhenRule(value), whenRule.safeParse(value).success]

const values: Readonly<Record<keyof WhenRule, fc.Arbitrary<unknown>>> = {
  unit: fc.constantFrom('once', 'day', 'week', 'month', 'year', '', null),
  interval: fc.oneof(fc.integer({ min: -1, max: 54 }), fc.double(), fc.constantFrom('1', null)),
  weekdays: fc.oneof(fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 8 }), fc.anything()),
  first: fc.constantFrom(
    '2027-06-16',
    '2028-02-29',
    '2027-02-29',
    '2027-13-01',
    '27-06-16',
    '2027-06-31',
    '0000-01-01',
    '9999-12-31',
    7,
  ),
  last: fc.constantFrom(null, '2027-06-15', '2027-06-16', '2029-01-01', '2027-1-1', undefined),
  time: fc.constantFrom(null, '15:30', '00:00', '24:00', '9:00', '15:60', 15, '15:30:00', '15:30\n'),
  until: fc.constantFrom(null, '15:30', '15:31', '23:59', '24:00', ''),
  part: fc.constantFrom(null, 'morning', 'evening', 'night', 1),
}

const keys = Object.keys(fridays) as readonly (keyof WhenRule)[]

/** A valid rule in which one or two things, or none, were put in another's place. */
const bent = fc
  .tuple(whenRules, fc.record(values), fc.subarray([...keys], { maxLength: 2 }))
  .map(([rule, other, which]) => ({ ...rule, ...Object.fromEntries(which.map((key) => [key, other[key]])) }))

describe('isWhenRule', () => {
  it('[WH2] says of every value the same as the schema', () => {
    const said = new Map<unknown, number>()
    const property = fc.property(fc.oneof(bent, fc.record(values), fc.anything()), (value) => {
      const [byHand, bySchema] = bothSay(value)
      expect(byHand).toBe(bySchema)
      said.set(byHand, (said.get(byHand) ?? 0) + 1)
    })
    fc.assert(property, { numRuns: 3000 })
    // Neither of them says the same of everything.
    expect(said.get(true)).toBeGreaterThan(100)
    expect(said.get(false)).toBeGreaterThan(100)
  })

  it('[WH2] both take every rule that a person can choose', () => {
    fc.assert(
      fc.property(whenRules, (rule) => {
        expect(bothSay(rule)).toEqual([true, true])
        expect(bothSay(JSON.parse(JSON.stringify(rule)))).toEqual([true, true])
      }),
    )
  })

  const wrong: readonly (readonly [string, object])[] = [
    ['a weekday twice', { weekdays: [5, 5] }],
    ['weekdays out of order', { weekdays: [5, 1] }],
    ['weekdays in a month', { unit: 'month' }],
    ['an eighth day', { weekdays: [8] }],
    ['every other once', { unit: 'once', weekdays: [], interval: 2 }],
    ['a last day of once', { unit: 'once', weekdays: [], last: '2027-09-03' }],
    ['a last day before the first', { last: '2027-09-02' }],
    ['an end without a time', { time: null, until: '16:00' }],
    ['an end at the time', { until: '15:30' }],
    ['a time and a part of the day', { part: 'afternoon' }],
    ['a day that is none', { first: '2027-02-30' }],
    ['no interval', { interval: 0 }],
    ['half an interval', { interval: 1.5 }],
    ['too long an interval', { interval: 53 }],
    ['one thing more', { note: '' }],
    ['one thing less', { part: undefined }],
  ]
  it.each(wrong)('[WH2] both refuse %s', (_, change) => {
    expect(bothSay(fridays)).toEqual([true, true])
    expect(bothSay({ ...fridays, ...change })).toEqual([false, false])
  })

  it('[WH2] both refuse a rule that lacks a key', () => {
    for (const key of keys) {
      const { [key]: _, ...less } = fridays
      expect(bothSay(less), key).toEqual([false, false])
    }
  })
})

describe('days', () => {
  it('[WH3] a weekday and its place in the month', () => {
    expect(isoWeekday('2027-10-31')).toBe(7)
    expect(isoWeekday('2027-11-01')).toBe(1)
    const places = ['2027-10-01', '2027-10-07', '2027-10-08', '2027-10-28', '2027-10-29'].map(placeInMonth)
    expect(places).toEqual([1, 1, 2, 4, -1])
  })

  it('[WH3] the fifth weekday of a month is its last', () => {
    for (let n = 0; n < 1500; n += 1) {
      const day = new Date(Date.UTC(2027, 0, 1 + n))
      const nextWeek = new Date(day.getTime() + 7 * 86_400_000)
      if (placeInMonth(day.toISOString().slice(0, 10)) === -1)
        expect(nextWeek.getUTCMonth()).not.toBe(day.getUTCMonth())
    }
  })
})
