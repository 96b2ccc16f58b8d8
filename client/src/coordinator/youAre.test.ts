import { expect, it } from 'vitest'
import { setLocale } from '../i18n/locale.ts'
import { youAre } from './youAre.ts'

it('[UI1] a coordinator without a name is not called coordinator twice', () => {
  setLocale('nl')
  expect(youAre('Fatma')).toBe('Jij bent Fatma, coördinator')
  expect(youAre('de coördinator')).toBe('Jij bent de coördinator')
})
