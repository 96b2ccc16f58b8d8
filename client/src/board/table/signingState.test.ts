import { signatureMark } from '@kringplan/shared/contract/planInput'
import { describe, expect, it } from 'vitest'
import { emptyDraft, gapOf, isTakenBackHere, markOf, paperRows, type SigningDraft } from './signingState.ts'

const look = { picture: 'vogel', colour: 'roze' } as const
const draft = (some: Partial<SigningDraft>): SigningDraft => ({ ...emptyDraft, agrees: true, ...some })

describe('signing on the board', () => {
  it('[SG6] nothing is ticked or chosen beforehand, and what is missing is asked one after another', () => {
    expect(gapOf(emptyDraft)).toBe('agrees')
    expect(markOf({ ...emptyDraft, way: 'picture' }, look)).toBeNull()
    expect(gapOf(draft({}))).toBe('way')
    expect(gapOf(draft({ way: 'typed', text: '  ' }))).toBe('text')
    expect(gapOf(draft({ way: 'drawn' }))).toBe('strokes')
    expect(gapOf(draft({ way: 'picture' }))).toBeNull()
  })

  it('[SG6] every way makes a mark that the contract takes', () => {
    const marks = [
      markOf(draft({ way: 'typed', text: ' oma ' }), look),
      markOf(draft({ way: 'picture' }), look),
      markOf(draft({ way: 'drawn', strokes: [[1, 2]] }), look),
    ]
    expect(marks[0]).toEqual({ way: 'typed', text: 'oma' })
    expect(marks[1]).toEqual({ way: 'picture', ...look })
    for (const mark of marks) expect(signatureMark.safeParse(mark).success).toBe(true)
  })

  it('[SG6] who has no picture cannot place one', () => {
    expect(markOf(draft({ way: 'picture' }), undefined)).toBeNull()
  })

  it('[SG7] here is taken back what was given here', () => {
    expect(
      (['board', 'paper', 'own', 'borrowed'] as const).map((device) => isTakenBackHere({ device })),
    ).toEqual([true, true, false, false])
  })

  it('[SG7] paper is about who has not signed in another way', () => {
    const people = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
    const signed = [
      { personId: 'a', way: 'drawn' },
      { personId: 'b', way: 'paper' },
    ] as const
    expect(paperRows(people, signed).map(({ person, isTicked }) => [person.id, isTicked])).toEqual([
      ['b', true],
      ['c', false],
    ])
  })
})
