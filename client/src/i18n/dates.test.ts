import { describe, expect, it } from 'vitest'
import { sayClock, sayDay, sayMoment, sayTime } from './dates.ts'
import { sayNames } from './lists.ts'

const now = new Date('2027-05-01T08:00:00Z')

describe('dates', () => {
  it('[UI1] says a day the way people do, with a year only when it is another one', () => {
    expect(sayDay('2027-07-03T08:00:00Z', 'nl', now)).toBe('zaterdag 3 juli')
    expect(sayDay('2028-07-03T08:00:00Z', 'nl', now)).toBe('maandag 3 juli 2028')
    expect(sayDay('2027-07-03T08:00:00Z', 'en', now)).toBe('Saturday 3 July')
  })

  it('[UI1] says the time of the place of the meeting, summer and winter', () => {
    expect(sayClock('2027-07-03T08:00:00Z', 'nl')).toBe('10.00 uur')
    expect(sayClock('2027-01-03T08:05:00Z', 'nl')).toBe('9.05 uur')
    expect(sayTime('2027-07-03T16:42:00Z', 'nl')).toBe('18.42')
    expect(sayClock('2027-07-03T16:42:00Z', 'en')).toBe('18:42')
    expect(sayTime('2027-07-02T22:30:00Z', 'nl')).toBe('0.30')
  })

  it('[UI1] joins day and time', () => {
    expect(sayMoment('2027-06-11T15:30:00Z', 'nl', now)).toBe('vrijdag 11 juni, 17.30 uur')
  })

  it('[UI1] joins names', () => {
    expect(sayNames(['Fatma'], 'nl')).toBe('Fatma')
    expect(sayNames(['Fatma', 'Sanne'], 'nl')).toBe('Fatma en Sanne')
    expect(sayNames(['opa', 'oma', 'Wim'], 'en')).toBe('opa, oma and Wim')
  })
})
