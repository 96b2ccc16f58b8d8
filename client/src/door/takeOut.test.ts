import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { describe, expect, it } from 'vitest'
import { needsSecond, whoOf } from './takeOut.ts'

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

const self = (personId: string) => ({ personId, kind: 'phone' as const })
const boardSelf = { personId: null, kind: 'board' as const }
const nobody: InsideDevice = { id: 'n', personId: null, name: 'gast', kind: 'phone' }

describe('who has to say yes as well', () => {
  it('[GO6] somebody with another device, where there is one', () => {
    expect(needsSecond([edith, kees, wim], self('edith'), 'k')).toBe(true)
    expect(needsSecond([edith, kees, board], self('edith'), 'k')).toBe(true)
    expect(needsSecond([edith, kees, board], boardSelf, 'k')).toBe(true)
  })

  it('[GO6] nobody where only who asks and who goes are inside: a phone that was stolen must not keep the door', () => {
    expect(needsSecond([edith, kees], self('edith'), 'k')).toBe(false)
    expect(needsSecond([board, kees], boardSelf, 'k')).toBe(false)
    expect(needsSecond([edith, board], self('edith'), 'b')).toBe(false)
  })

  it("[GO6] a person's second device is the same person", () => {
    expect(needsSecond([edith, edith2, kees], self('edith'), 'k')).toBe(false)
    expect(needsSecond([edith, edith2, kees], self('kees'), 'e2')).toBe(false)
  })

  it('[GO6] a phone of nobody is no second person, and not the board', () => {
    expect(needsSecond([edith, kees, nobody], self('edith'), 'k')).toBe(false)
    expect(needsSecond([board, kees, nobody], boardSelf, 'k')).toBe(false)
    // One that goes has nothing in common with the board.
    expect(needsSecond([edith, nobody, board], self('edith'), 'n')).toBe(true)
    expect(needsSecond([nobody, kees, edith], { personId: null, kind: 'phone' }, 'k')).toBe(true)
    expect([board, edith, nobody].map(whoOf)).toEqual(['board', 'edith', null])
  })
})
