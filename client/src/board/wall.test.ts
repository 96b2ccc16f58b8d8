import { describe, expect, it } from 'vitest'
import { onPage, pageCount, pageOf } from './paging.ts'
import { IDEAS_PER_PAGE, wallNeighbour } from './wall.ts'

describe('the ideas wall on the board', () => {
  it('[ID8] has at most nine to a page', () => {
    const ideas = Array.from({ length: 20 }, (_, i) => i)
    expect(pageCount(0, IDEAS_PER_PAGE)).toBe(1)
    expect(pageCount(9, IDEAS_PER_PAGE)).toBe(1)
    expect(pageCount(10, IDEAS_PER_PAGE)).toBe(2)
    expect(onPage(ideas, 2, IDEAS_PER_PAGE)).toEqual([18, 19])
    expect(pageOf(9, IDEAS_PER_PAGE)).toBe(1)
  })

  it('[ID8] arrows follow the order of reading and the rows, also to the next page', () => {
    expect(wallNeighbour(0, 'on', 20)).toBe(1)
    expect(wallNeighbour(8, 'on', 20)).toBe(9)
    expect(wallNeighbour(9, 'back', 20)).toBe(8)
    expect(wallNeighbour(1, 'down', 20)).toBe(4)
    expect(wallNeighbour(7, 'down', 20)).toBe(10)
    expect(wallNeighbour(10, 'up', 20)).toBe(7)
  })

  it('[ID8] arrows stay where there is nothing, and reach a last row that is not full', () => {
    expect(wallNeighbour(0, 'back', 4)).toBe(0)
    expect(wallNeighbour(1, 'up', 4)).toBe(1)
    expect(wallNeighbour(3, 'on', 4)).toBe(3)
    expect(wallNeighbour(2, 'down', 4)).toBe(3)
    expect(wallNeighbour(3, 'down', 4)).toBe(3)
  })
})
