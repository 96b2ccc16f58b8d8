import { signatureMark } from '@kringplan/shared/contract/planInput'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginStroke, moveStroke, type Strokes } from './strokes.ts'

const place = fc.record({
  x: fc.double({ min: -1, max: 2, noNaN: true }),
  y: fc.double({ min: -1, max: 2, noNaN: true }),
})

describe('a drawn signature', () => {
  it('[SG5] begins with a point, goes on with points, and a dot is a stroke', () => {
    const dot = beginStroke([], { x: 0.5, y: 0.5 })
    expect(dot).toEqual([[300, 100]])
    expect(moveStroke(dot, { x: 0.6, y: 0.5 })).toEqual([[300, 100, 360, 100]])
    expect(beginStroke(dot, { x: 0, y: 0 })).toEqual([
      [300, 100],
      [0, 0],
    ])
    expect(moveStroke([], { x: 0.5, y: 0.5 })).toEqual([])
  })

  it('[SG5] what nobody sees changes nothing', () => {
    const drawn = beginStroke([], { x: 0.5, y: 0.5 })
    expect(moveStroke(drawn, { x: 0.501, y: 0.5 })).toBe(drawn)
  })

  it('[SG5] whatever a hand does, the contract takes it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), place), { minLength: 1, maxLength: 300 }), (moves) => {
        const drawn = moves.reduce<Strokes>(
          (strokes, [isNew, at]) => (isNew || strokes.length === 0 ? beginStroke : moveStroke)(strokes, at),
          [],
        )
        expect(signatureMark.safeParse({ way: 'drawn', strokes: drawn }).success).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('[SG5] a full drawing stays as it is', () => {
    let drawn: Strokes = []
    for (let i = 0; i < 4200; i += 1)
      drawn = (i === 0 ? beginStroke : moveStroke)(drawn, { x: (i % 2) / 2, y: i / 4200 })
    expect(signatureMark.safeParse({ way: 'drawn', strokes: drawn }).success).toBe(true)
    expect(moveStroke(drawn, { x: 1, y: 1 })).toBe(drawn)
    expect(beginStroke(drawn, { x: 1, y: 1 })).toBe(drawn)
    let many: Strokes = []
    for (let i = 0; i < 250; i += 1) many = beginStroke(many, { x: i / 250, y: 0.5 })
    expect(signatureMark.safeParse({ way: 'drawn', strokes: many }).success).toBe(true)
  })
})
