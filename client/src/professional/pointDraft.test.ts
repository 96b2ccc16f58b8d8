import { inputs } from '@kringplan/shared/contract/messages'
import { describe, expect, it } from 'vitest'
import { dirtyFields, follow, openKept } from '../forms/keptFields.ts'
import { emptyPoint, LONGEST_POINT, pointError, tidyPoints, toPoints } from './pointDraft.ts'

describe('points of information', () => {
  it('[SH9] lines without words are not sent, and never more than five', () => {
    const lines = Array.from({ length: 8 }, (_, n) => ({
      kind: 'worry' as const,
      text: n % 4 === 0 ? ' ' : ` p${n} `,
    }))
    const points = toPoints(lines)
    expect(points.map((point) => point.text)).toEqual(['p1', 'p2', 'p3', 'p5', 'p6'])
    expect(inputs.writePoints.safeParse({ points }).success).toBe(true)
  })

  it('[SH9] a line of the longest length passes, one more says so', () => {
    expect(pointError({ kind: 'offer', text: 'é'.repeat(LONGEST_POINT) })).toBeUndefined()
    expect(pointError({ kind: 'offer', text: 'é'.repeat(LONGEST_POINT + 1) })).toBeTypeOf('string')
    expect(pointError(emptyPoint)).toBeUndefined()
  })

  it('[PR4] an empty line more is nothing to save; words are, and what came from elsewhere does not take them away', () => {
    const now = { points: [{ kind: 'worry', text: 'Johan is vaak alleen.' }] }
    const withEmpty = { ...openKept(now), typed: { points: [...now.points, emptyPoint] } }
    expect(dirtyFields(withEmpty, tidyPoints)).toEqual([])
    const withWords = {
      ...openKept(now),
      typed: { points: [...now.points, { kind: 'offer', text: 'Hulp' }] },
    }
    expect(dirtyFields(withWords, tidyPoints)).toEqual(['points'])
    expect(follow(withWords, { points: [] }, tidyPoints).typed.points).toHaveLength(2)
  })
})
