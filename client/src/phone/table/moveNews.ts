import { useSyncExternalStore } from 'react'
import type { RefusalInfo } from '../../api/call.ts'

/*
 * What became of a press that did not go as it was meant. Kept beside the screens: a move of somebody else takes the
 * screen away on which it was pressed, and the person still has to be told.
 */

const news = new Map<string, RefusalInfo['refusal']>()
const listeners = new Set<() => void>()

/** Keeps what this seat has to be told; null when it has been. */
export function tellMove(seat: string, refusal: RefusalInfo['refusal'] | null): void {
  if (refusal === null) news.delete(seat)
  else news.set(seat, refusal)
  for (const fn of listeners) fn()
}

/** What this seat has to be told of its last move; null for nothing. */
export function useMoveNews(seat: string): RefusalInfo['refusal'] | null {
  return useSyncExternalStore(subscribe, () => news.get(seat) ?? null)
}

function subscribe(fn: () => void): () => void {
  listeners.add(fn)
  return () => listeners.delete(fn)
}
