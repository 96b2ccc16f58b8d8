/** How many agreements stand on a page. The less, the larger the letters: key + goes to fewer, - to more. */
export const densities = [8, 6, 4] as const
export type Density = (typeof densities)[number]

/** Two columns, filled top to bottom first, as on a sheet of paper. */
const columns = 2

/** The density a board starts with: small or low pictures start with larger letters. */
export function startDensity(width: number, height: number): Density {
  return width < 1440 || height < 810 ? 6 : 8
}

/** One step larger (`+`) or smaller (`-`); stays at the ends. */
export function changeDensity(density: Density, step: 'larger' | 'smaller'): Density {
  const at = densities.indexOf(density) + (step === 'larger' ? 1 : -1)
  return densities[Math.max(0, Math.min(densities.length - 1, at))] ?? density
}

/** How many pages so many agreements, or ideas, fill: at least one. */
export function pageCount(total: number, density: number): number {
  return Math.max(1, Math.ceil(total / density))
}

/** The page (0 first) on which the agreement with this index stands. */
export function pageOf(index: number, density: number): number {
  return Math.max(0, Math.floor(index / density))
}

/** The items of one page, in order. */
export function onPage<T>(items: readonly T[], page: number, density: number): readonly T[] {
  return items.slice(page * density, (page + 1) * density)
}

export type Direction = 'up' | 'down' | 'start' | 'end'

/**
 * Where an arrow leads from the agreement at `index`: up and down in the row of numbers (also to another page),
 * sideways to the other column. Stays where there is nothing. `null` (nothing chosen yet) leads to the first.
 */
export function neighbour(
  index: number | null,
  direction: Direction,
  total: number,
  density: Density,
): number | null {
  if (total === 0) return null
  if (index === null) return 0
  const rows = density / columns
  const step = { up: -1, down: 1, start: -rows, end: rows }[direction]
  const target = index + step
  if (target >= 0 && target < total) return target
  if (direction === 'end')
    return total - 1 > index && pageOf(total - 1, density) > pageOf(index, density) ? total - 1 : index
  return index
}

/**
 * The order to show while somebody types here: everything keeps its place, what is new goes last, what was taken
 * away leaves its place empty. Nothing jumps under the eyes of who is reading.
 */
export function holdPlaces(held: readonly string[], now: readonly string[]): readonly string[] {
  const known = new Set(held)
  return [...held, ...now.filter((id) => !known.has(id))]
}
