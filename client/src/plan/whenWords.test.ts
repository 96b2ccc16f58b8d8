import { fridays } from '@kringplan/shared/plan/whenRule.testkit'
import { expect, it } from 'vitest'
import { setLocale } from '../i18n/locale.ts'
import { whenWords } from './whenWords.ts'

it('[WH7] the own words, and those of the rule only where there are none, in the language of the screen', () => {
  setLocale('nl')
  expect(whenWords({ when: 'na school', rule: fridays })).toBe('na school')
  expect(whenWords({ when: '', rule: fridays })).toBe('elke vrijdag om 15.30 uur, vanaf 3 september 2027')
  expect(whenWords({ when: '', rule: null })).toBe('')
  setLocale('en')
  expect(whenWords({ when: '', rule: fridays })).toBe('every Friday at 15:30, starting 3 September 2027')
})
