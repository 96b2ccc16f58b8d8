import fc from 'fast-check'
import { dayParts, type WhenRule } from './when.ts'

/* Rules at random, for the tests of everything that reads them. */

/** A rule to change one thing of: every Friday at 15.30. */
export const fridays: WhenRule = {
  unit: 'week',
  interval: 1,
  weekdays: [5],
  first: '2027-09-03',
  last: null,
  time: '15:30',
  until: null,
  part: null,
}

const pad = (n: number): string => String(n).padStart(2, '0')

/** Days around the clock changes of autumn 2027 and spring 2028, with a leap day among them. */
const days = fc
  .integer({ min: 0, max: 420 })
  .map((n) => new Date(Date.UTC(2027, 5, 1 + n)).toISOString().slice(0, 10))

const times = fc.nat({ max: 24 * 60 - 1 }).map((n) => `${pad(Math.floor(n / 60))}:${pad(n % 60)}`)

const rhythm = fc.oneof(
  fc.record({
    unit: fc.constant('once' as const),
    interval: fc.constant(1),
    weekdays: fc.constant<number[]>([]),
  }),
  fc.record({
    unit: fc.constantFrom('day' as const, 'month' as const),
    interval: fc.integer({ min: 1, max: 5 }),
    weekdays: fc.constant<number[]>([]),
  }),
  fc.record({
    unit: fc.constant('week' as const),
    interval: fc.integer({ min: 1, max: 5 }),
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
  }),
)

const span = fc.oneof(
  fc.constant({ time: null, until: null, part: null }),
  fc.constantFrom(...dayParts).map((part) => ({ time: null, until: null, part })),
  times.map((time) => ({ time, until: null, part: null })),
  fc
    .tuple(times, times)
    .filter(([time, until]) => time < until)
    .map(([time, until]) => ({ time, until, part: null })),
)

/** Valid rules of every kind. */
export const whenRules: fc.Arbitrary<WhenRule> = fc
  .record({ rhythm, span, first: days, last: fc.option(days) })
  .map(({ rhythm: chosen, span: chosenSpan, first, last }) => ({
    ...chosen,
    first,
    last: chosen.unit === 'once' || last === null || last < first ? null : last,
    ...chosenSpan,
  }))
