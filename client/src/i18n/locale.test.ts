import { describe, expect, it } from 'vitest'
import { m } from '../messages/compiled/messages.js'
import { locales } from '../messages/compiled/runtime.js'
import * as paraglideRuntime from './paraglideRuntime.ts'
import { firstLocale, isLocale, readLocale, setLocale } from './locale.ts'

describe('locale', () => {
  it('[UI10] takes the first language of the person that exists, and Dutch otherwise', () => {
    expect(firstLocale(['ar', 'en-GB', 'nl'])).toBe('en')
    expect(firstLocale(['NL-be'])).toBe('nl')
    expect(firstLocale(['tr', 'pl'])).toBe('nl')
    expect(firstLocale([])).toBe('nl')
    expect(isLocale('constructor')).toBe(false)
  })

  it('[UI10] messages follow a change at once, plurals included', () => {
    setLocale('nl')
    expect(m.join_is({ naam: 'tante Edith' })).toBe('Ben jij tante Edith?')
    expect([m.a_left({ n: 1 }), m.a_left({ n: 2 })]).toEqual(['nog 1 vraag', 'nog 2 vragen'])
    setLocale('en')
    expect(readLocale()).toBe('en')
    expect(m.join_is({ naam: 'tante Edith' })).toBe('Are you tante Edith?')
    expect(m.door_p2({ n: 2, namen: 'Fatma and Sanne' })).toBe('Fatma and Sanne cannot see along.')
    setLocale('nl')
  })

  it('[UI10] the build speaks the languages that were compiled, and follows a change as they do', () => {
    expect(paraglideRuntime.locales).toEqual(locales)
    expect(paraglideRuntime.getLocale()).toBe('nl')
    paraglideRuntime.overwriteGetLocale(() => 'en')
    expect(paraglideRuntime.getLocale()).toBe('en')
  })
})
