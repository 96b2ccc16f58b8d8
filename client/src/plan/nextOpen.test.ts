import { describe, expect, it } from 'vitest'
import type { Agreement } from '@kringplan/shared/plan/agreement'
import { nextOpen } from './nextOpen.ts'

const empty: Agreement = {
  id: 'a',
  order: 'a0',
  removed: false,
  what: '',
  who: [],
  where: '',
  when: '',
  rule: null,
  fallback: '',
  fallbackWho: [],
}

describe('the next open question', () => {
  it('is the first one after this that has no answer', () => {
    expect(nextOpen({ ...empty, what: 'koken' }, 'what')).toBe('who')
    expect(nextOpen({ ...empty, who: [{ kind: 'everybody' }], where: 'thuis' }, 'what')).toBe('when')
  })

  it('never goes back to what was skipped, so that it ends', () => {
    expect(nextOpen(empty, 'fallback')).toBeNull()
    expect(nextOpen({ ...empty, fallback: 'bellen' }, 'when')).toBeNull()
  })
})
