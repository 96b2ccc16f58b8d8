import type { Reading } from '@kringplan/shared/contract/seatView'

/** Where a phone is while the plan is read aloud: an agreement's id, `ENDING`, or null before the first. */
export interface ReadPlace {
  readonly at: string | null
  /** The same as where they are reading now. */
  readonly isWithThem: boolean
  readonly next: string | null
  readonly previous: string | null
}

/**
 * Where this phone is. It follows the others until it pages by itself, and follows again as soon as it is where they
 * are; what is no longer in the plan counts as nowhere. [TB21]
 * @param row everything that is read, in its order (`readingPages`)
 * @param own where this phone paged to by itself; null while it follows
 */
export function readPlace(row: readonly string[], reading: Reading | null, own: string | null): ReadPlace {
  const theirs = inRow(row, reading?.agreement ?? null)
  const at = inRow(row, own) ?? theirs
  const index = at === null ? -1 : row.indexOf(at)
  return {
    at,
    isWithThem: at === theirs,
    next: row[index + 1] ?? null,
    previous: index > 0 ? (row[index - 1] ?? null) : null,
  }
}

function inRow(row: readonly string[], at: string | null): string | null {
  return at !== null && row.includes(at) ? at : null
}
