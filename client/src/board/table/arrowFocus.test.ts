import { describe, expect, it } from 'vitest'
import { spotTowards, type Arrow } from './arrowFocus.ts'

describe('arrows between people', () => {
  const grid = [0, 1, 2, 3, 4, 5].map((i) => ({ x: (i % 3) * 100, y: Math.floor(i / 3) * 60 }))

  it('[TB5] walk a grid as the eye does', () => {
    expect(spotTowards(grid, 0, 'ArrowRight')).toBe(1)
    expect(spotTowards(grid, 0, 'ArrowDown')).toBe(3)
    expect(spotTowards(grid, 5, 'ArrowUp')).toBe(2)
    expect(spotTowards(grid, 5, 'ArrowLeft')).toBe(4)
  })

  it('[TB5] stay where nothing lies that way', () => {
    expect(spotTowards(grid, 0, 'ArrowLeft')).toBeNull()
    expect(spotTowards(grid, 5, 'ArrowDown')).toBeNull()
    expect(spotTowards([], 0, 'ArrowUp')).toBeNull()
  })

  it('[TB5] reach everybody round a circle, and come back', () => {
    for (const count of [2, 3, 8, 12, 16]) {
      const ring = Array.from({ length: count }, (_, i) => {
        const angle = (2 * Math.PI * i) / count
        return { x: 800 * Math.sin(angle), y: -350 * Math.cos(angle) }
      })
      const arrows: readonly Arrow[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']
      const reached = new Set([0])
      for (const at of reached) {
        for (const arrow of arrows) {
          const to = spotTowards(ring, at, arrow)
          if (to !== null) reached.add(to)
        }
      }
      expect(reached.size, `${count}`).toBe(count)
    }
  })
})
