import { describe, expect, it } from 'vitest'
import { circlePlaces } from './circlePlaces.ts'

const distance = (a: { x: number; y: number }, b: { x: number; y: number }) =>
  Math.hypot(a.x - b.x, a.y - b.y)

describe('circlePlaces', () => {
  it('[UI4] starts at twelve o clock, and leaves the door free at the bottom', () => {
    const plain = circlePlaces(12, false, 0.15)
    expect(plain.places[0]).toEqual({ x: 50, y: 8 })
    expect(plain.places.some((place) => distance(place, { x: 50, y: 92 }) < 10)).toBe(true)

    const door = circlePlaces(12, true, 0.15)
    expect(door.places).toHaveLength(12)
    expect(door.places.every((place) => distance(place, { x: 50, y: 92 }) > 15)).toBe(true)
  })

  it('[UI4] discs never touch, for one person or forty', () => {
    for (let count = 1; count <= 40; count += 1) {
      for (const door of [true, false]) {
        const { places, disc } = circlePlaces(count, door, 0.15)
        expect(places).toHaveLength(count)
        expect(disc).toBeGreaterThan(0.04)
        const near = places.flatMap((a, i) => places.slice(i + 1).map((b) => distance(a, b)))
        expect(Math.min(Infinity, ...near), `${count} ${door}`).toBeGreaterThan(disc * 100)
      }
    }
  })
})
