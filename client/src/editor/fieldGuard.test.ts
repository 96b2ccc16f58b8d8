import { describe, expect, it } from 'vitest'
import { plainWords } from './fieldGuard.ts'

describe('pasted words', () => {
  it('come in as plain lines', () => {
    expect(plainWords('\r\n een \r\ntwee\u0000\u0007\tdrie\u2028vier\n\n')).toBe('een\ntwee drie\nvier')
  })

  it('keep the words of every language, composed', () => {
    expect(plainWords('Re\u0301na رِيا 👨‍👩‍👧')).toBe('Réna رِيا 👨‍👩‍👧')
  })

  it('lose half characters only', () => {
    expect(plainWords('a\uD83Db')).toBe('ab')
  })
})
