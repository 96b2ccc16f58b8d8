import { describe, expect, it } from 'vitest'
import { weekdays } from '../i18n/weekdays.ts'
import { restOfDay, withDay, withQuickWords } from './quickWords.ts'

const quick = ['elke week', 'om de 2 weken', 'één keer', 'altijd']
const days = weekdays('nl').map((day) => day.long)
const say = { on: (day: string) => `op ${day}`, and: (day: string) => `en ${day}` }

describe('quick words', () => {
  it('stand alone, replace one another, and come behind own words', () => {
    expect(withQuickWords('', 'elke week', quick)).toBe('elke week')
    expect(withQuickWords('elke week', 'altijd', quick)).toBe('altijd')
    expect(withQuickWords('na school', 'elke week', quick)).toBe('na school elke week')
  })

  it('are never written twice', () => {
    expect(withQuickWords('Elke week na school', 'elke week', quick)).toBe('Elke week na school')
  })

  it('join days as people say them', () => {
    expect(withDay('', 'maandag', days, say)).toBe('op maandag')
    expect(withDay('elke week', 'maandag', days, say)).toBe('elke week op maandag')
    expect(withDay('elke week op maandag', 'woensdag', days, say)).toBe('elke week op maandag en woensdag')
    expect(withDay('elke maandag', 'maandag', days, say)).toBe('elke maandag')
  })

  it('finish the day that is being typed, when it can be only one', () => {
    expect(restOfDay('elke woe', days)).toBe('nsdag')
    expect(restOfDay('elke Woe', days)).toBe('nsdag')
    expect(restOfDay('elke woensdag', days)).toBe('')
    expect(restOfDay('elke z', days)).toBe('')
    expect(restOfDay('elke week', days)).toBe('')
    expect(restOfDay('op woe ', days)).toBe('')
    expect(restOfDay('', days)).toBe('')
  })

  it('know the week in both languages', () => {
    expect(days).toEqual(['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'])
    expect(weekdays('en')[0]?.long).toBe('Monday')
    expect(new Set(weekdays('nl').map((day) => day.short)).size).toBe(7)
  })
})
