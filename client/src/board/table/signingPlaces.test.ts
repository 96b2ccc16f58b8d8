import { describe, expect, it } from 'vitest'
import { MOST_ROUND, roundPlaces } from './signingPlaces.ts'

/** The board's own units, of the box round which people stand. */
const toBoard = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x: x * 18.3, y: y * 9 })

describe('the circle that signs', () => {
  it('[SG8] begins at the top and stays within the page', () => {
    const [first] = roundPlaces(12)
    expect(first).toEqual({ x: 50, y: 8 })
    for (const count of [1, 2, 12, MOST_ROUND]) {
      for (const { x, y } of roundPlaces(count)) {
        expect(x).toBeGreaterThan(6)
        expect(x).toBeLessThan(94)
        expect(y).toBeGreaterThan(5)
        expect(y).toBeLessThan(88)
      }
    }
  })

  it('[SG8] no two people with their names touch, up to as many as stand round', () => {
    for (let count = 2; count <= MOST_ROUND; count += 1) {
      const places = roundPlaces(count).map(toBoard)
      places.forEach((a, i) => {
        places.slice(i + 1).forEach((b) => {
          const isApart = Math.abs(a.x - b.x) >= 180 || Math.abs(a.y - b.y) >= 140
          expect(isApart, `${count}`).toBe(true)
        })
      })
    }
  })
})
