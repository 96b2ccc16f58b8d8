import { describe, expect, it } from 'vitest'
import { sayDate, sayOnce, sayRule, sayTimeOfDay } from './sayWhen.ts'
import { isWhenRule, type WhenRule } from './when.ts'

const wednesday: WhenRule = {
  unit: 'week',
  interval: 1,
  weekdays: [3],
  first: '2027-06-16',
  last: null,
  time: '15:00',
  until: null,
  part: null,
}

const cases: readonly (readonly [Partial<WhenRule>, string, string])[] = [
  [{}, 'elke woensdag om 15.00 uur, vanaf 16 juni 2027', 'every Wednesday at 15:00, starting 16 June 2027'],
  [
    { weekdays: [] },
    'elke woensdag om 15.00 uur, vanaf 16 juni 2027',
    'every Wednesday at 15:00, starting 16 June 2027',
  ],
  [
    { weekdays: [1, 3, 5], time: '08:30', last: '2027-12-31' },
    'elke maandag, woensdag en vrijdag om 8.30 uur, vanaf 16 juni 2027 tot en met 31 december 2027',
    'every Monday, Wednesday and Friday at 08:30, starting 16 June 2027 until 31 December 2027',
  ],
  [
    { interval: 2, weekdays: [6], first: '2027-06-19', time: '10:00', until: '18:30' },
    'om de 2 weken op zaterdag, van 10.00 tot 18.30 uur, vanaf 19 juni 2027',
    'every 2 weeks on Saturday, from 10:00 to 18:30, starting 19 June 2027',
  ],
  [
    { weekdays: [5], first: '2027-06-18', time: null, part: 'afternoon' },
    'elke vrijdag in de middag, vanaf 18 juni 2027',
    'every Friday in the afternoon, starting 18 June 2027',
  ],
  [
    { weekdays: [1, 2, 3, 4, 5, 6, 7], time: null },
    'elke dag, vanaf 16 juni 2027',
    'every day, starting 16 June 2027',
  ],
  [
    { unit: 'day', weekdays: [], time: '19:45' },
    'elke dag om 19.45 uur, vanaf 16 juni 2027',
    'every day at 19:45, starting 16 June 2027',
  ],
  [
    { unit: 'day', interval: 3, weekdays: [], time: null, part: 'evening' },
    'om de 3 dagen in de avond, vanaf 16 juni 2027',
    'every 3 days in the evening, starting 16 June 2027',
  ],
  [
    { unit: 'month', weekdays: [], first: '2027-07-03', time: null },
    'elke eerste zaterdag van de maand, vanaf 3 juli 2027',
    'every first Saturday of the month, starting 3 July 2027',
  ],
  [
    { unit: 'month', weekdays: [], first: '2027-07-31', time: '00:00' },
    'elke laatste zaterdag van de maand om 0.00 uur, vanaf 31 juli 2027',
    'every last Saturday of the month at 00:00, starting 31 July 2027',
  ],
  [
    { unit: 'month', interval: 2, weekdays: [], first: '2027-06-16', time: null },
    'om de 2 maanden op de derde woensdag, vanaf 16 juni 2027',
    'every 2 months on the third Wednesday, starting 16 June 2027',
  ],
  [
    { unit: 'once', weekdays: [], first: '2027-07-03', time: null, part: 'afternoon' },
    'één keer, op zaterdag 3 juli 2027, in de middag',
    'once, on Saturday 3 July 2027, in the afternoon',
  ],
  [
    { unit: 'once', weekdays: [], first: '2027-07-03', time: '10:00' },
    'één keer, op zaterdag 3 juli 2027 om 10.00 uur',
    'once, on Saturday 3 July 2027 at 10:00',
  ],
]

describe('a rule as people say it', () => {
  it.each(cases)('[WH4] %j', (change, nl, en) => {
    const rule = { ...wednesday, ...change }
    expect(isWhenRule(rule)).toBe(true)
    expect(sayRule(rule, 'nl')).toBe(nl)
    expect(sayRule(rule, 'en')).toBe(en)
  })

  it('[WH4] says a day and a time by themselves', () => {
    expect([sayDate('2027-07-03', 'nl'), sayDate('2027-07-03', 'en')]).toEqual(['3 juli 2027', '3 July 2027'])
    expect([sayTimeOfDay('09:30', 'nl'), sayTimeOfDay('09:30', 'en')]).toEqual(['9.30 uur', '09:30'])
  })

  it('[WH4] names the one day without a rhythm', () => {
    const meeting: WhenRule = {
      ...wednesday,
      unit: 'once',
      weekdays: [],
      first: '2027-09-29',
      time: '19:00',
      until: '21:00',
    }
    expect(sayOnce(meeting, 'nl')).toBe('op woensdag 29 september 2027, van 19.00 tot 21.00 uur')
    expect(sayOnce(meeting, 'en')).toBe('on Wednesday 29 September 2027, from 19:00 to 21:00')
  })
})
