/** How many ideas stand on a page of the wall, and in a row of it: as they are read, row by row. */
export const IDEAS_PER_PAGE = 9
const columns = 3

export type WallDirection = 'back' | 'on' | 'up' | 'down'

/**
 * Where an arrow leads from the idea at `index`: on and back in the order of reading, up and down a row, also to
 * another page. Stays where there is nothing.
 */
export function wallNeighbour(index: number, direction: WallDirection, total: number): number {
  const target = index + { back: -1, on: 1, up: -columns, down: columns }[direction]
  if (target < 0) return index
  if (target < total) return target
  // Below, in a last row that is not full, its last idea is the nearest.
  const isRowBelow = Math.floor((total - 1) / columns) > Math.floor(index / columns)
  return direction === 'down' && isRowBelow ? total - 1 : index
}
