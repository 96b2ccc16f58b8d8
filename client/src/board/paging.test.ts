import { describe, expect, it } from 'vitest'
import { changeDensity, holdPlaces, neighbour, onPage, pageCount, pageOf, startDensity } from './paging.ts'

describe('the pages of the board', () => {
  it('[BO3] a large picture starts with 8, smaller ones with 6', () => {
    expect(startDensity(1920, 1080)).toBe(8)
    expect(startDensity(1280, 720)).toBe(6)
    expect(startDensity(1024, 768)).toBe(6)
  })

  it('[BO3] plus and minus walk between 8, 6 and 4 and stop at the ends', () => {
    expect(changeDensity(8, 'larger')).toBe(6)
    expect(changeDensity(6, 'larger')).toBe(4)
    expect(changeDensity(4, 'larger')).toBe(4)
    expect(changeDensity(4, 'smaller')).toBe(6)
    expect(changeDensity(8, 'smaller')).toBe(8)
  })

  it('[BO3] eighteen agreements fill three pages, each once', () => {
    const all = Array.from({ length: 18 }, (_, index) => index)
    expect(pageCount(18, 8)).toBe(3)
    expect(pageCount(0, 8)).toBe(1)
    expect([0, 1, 2].flatMap((page) => onPage(all, page, 8))).toEqual(all)
    expect(all.every((index) => onPage(all, pageOf(index, 8), 8).includes(index))).toBe(true)
  })

  it('[BO3] arrows follow the columns: down is the next number, sideways the other column', () => {
    expect(neighbour(0, 'down', 8, 8)).toBe(1)
    expect(neighbour(0, 'end', 8, 8)).toBe(4)
    expect(neighbour(4, 'start', 8, 8)).toBe(0)
    expect(neighbour(0, 'up', 8, 8)).toBe(0)
    expect(neighbour(7, 'down', 8, 8)).toBe(7)
    expect(neighbour(7, 'down', 9, 8)).toBe(8)
    expect(neighbour(6, 'end', 9, 8)).toBe(8)
    expect(neighbour(null, 'down', 8, 8)).toBe(0)
    expect(neighbour(null, 'down', 0, 8)).toBeNull()
  })

  it('[BO4] nothing moves while somebody types here', () => {
    expect(holdPlaces(['a', 'b', 'c'], ['c', 'x', 'a'])).toEqual(['a', 'b', 'c', 'x'])
    expect(holdPlaces(['a'], ['a'])).toEqual(['a'])
  })
})
