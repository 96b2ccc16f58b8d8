import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { describe, expect, it } from 'vitest'
import { needsSecond } from './takeOut.ts'

const phone = (id: string, personId: string): InsideDevice => ({
  id,
  personId,
  name: personId,
  kind: 'phone',
})
const board: InsideDevice = { id: 'b', personId: null, name: 'bord', kind: 'board' }
const [edith, edith2, kees, wim] = [
  phone('e', 'edith'),
  phone('e2', 'edith'),
  phone('k', 'kees'),
  phone('w', 'wim'),
]

describe('who has to say yes as well', () => {
  it('[GO6] somebody with another device, where there is one', () => {
    expect(needsSecond([edith, kees, wim], { personId: 'edith' }, 'k')).toBe(true)
    expect(needsSecond([edith, kees, board], { personId: 'edith' }, 'k')).toBe(true)
    expect(needsSecond([edith, kees, board], { personId: null }, 'k')).toBe(true)
  })

  it('[GO6] nobody where only who asks and who goes are inside: a phone that was stolen must not keep the door', () => {
    expect(needsSecond([edith, kees], { personId: 'edith' }, 'k')).toBe(false)
    expect(needsSecond([board, kees], { personId: null }, 'k')).toBe(false)
    expect(needsSecond([edith, board], { personId: 'edith' }, 'b')).toBe(false)
  })

  it("[GO6] a person's second device is the same person", () => {
    expect(needsSecond([edith, edith2, kees], { personId: 'edith' }, 'k')).toBe(false)
    expect(needsSecond([edith, edith2, kees], { personId: 'kees' }, 'e2')).toBe(false)
  })
})
