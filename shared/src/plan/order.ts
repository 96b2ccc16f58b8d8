import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/** Something with a place in a row. Rows are sorted by (order, id), so equal keys have one order everywhere. */
export interface Placed {
  readonly id: string
  readonly order: string
}

/** Sorts by order key, then id. Compares code units, never locale: the same on every device. */
export function byOrder(a: Placed, b: Placed): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * Whether there can be a key beside this one. An agreement may have lost its key (put back by a redo after somebody else
 * had moved it), and a device may have written any other: that keeps nobody from adding and moving.
 */
function hasKey({ order }: Placed): boolean {
  try {
    generateKeyBetween(order, null)
    return true
  } catch {
    return false
  }
}

/** The key for a new last place. */
export function orderAtEnd(row: readonly Placed[]): string {
  const last = row.filter(hasKey).sort(byOrder).at(-1)
  return generateKeyBetween(last?.order ?? null, null)
}

/**
 * The keys to write so that `id` comes to stand at `index` (0 first, beyond the end is last). Usually one key.
 * Two devices that add at the same moment make equal keys; where the gap to move into is such a pair, the
 * followers get new keys too, so that nothing is ever stuck; so do followers without a good key.
 */
export function ordersForMove(
  row: readonly Placed[],
  id: string,
  index: number,
): readonly { id: string; order: string }[] {
  const others = row.filter((item) => item.id !== id).sort(byOrder)
  const at = Math.max(0, Math.min(index, others.length))
  const before = others.slice(0, at).filter(hasKey).at(-1)?.order ?? null
  const isAfter = (item: Placed) => hasKey(item) && (before === null || item.order > before)
  const after = others.slice(at).find(isAfter)
  const crowded = others.slice(at, after === undefined ? others.length : others.indexOf(after))
  const keys = generateNKeysBetween(before, after?.order ?? null, 1 + crowded.length)
  return [id, ...crowded.map((item) => item.id)].map((itemId, i) => ({ id: itemId, order: keys[i] ?? '' }))
}
