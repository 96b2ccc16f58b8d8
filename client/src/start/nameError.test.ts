import { personName } from '@kringplan/shared/contract/fields'
import { describe, expect, it } from 'vitest'
import { nameError } from './nameError.ts'

describe('a typed name', () => {
  it('[SH10] what passes here passes on the server, and what does not has a sentence', () => {
    for (const good of ['Ria', 'رِيا', ' tante  Edith ', 'é'.repeat(40)]) {
      expect(nameError(good, [])).toBeUndefined()
      expect(personName.safeParse(good).success).toBe(true)
    }
    for (const bad of ['', '  ', '...', 'x'.repeat(41)]) expect(nameError(bad, [])).toBeTypeOf('string')
  })

  it('[SH10] a name that somebody has is asked for anew', () => {
    expect(nameError('OPA', [{ name: 'opa' }])).toBeTypeOf('string')
    expect(nameError('opa Jan', [{ name: 'opa' }])).toBeUndefined()
  })
})
