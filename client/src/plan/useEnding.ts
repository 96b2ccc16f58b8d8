import { endingOf, readEnding, type Ending } from '@kringplan/shared/plan/planDoc'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

/** How the plan goes on: next meeting and who watches. As long as it says the same the same object. */
export function useEnding(doc: Y.Doc): Ending {
  const text = useSyncExternalStore(
    useCallback(
      (fn: () => void) => {
        const map = endingOf(doc)
        map.observeDeep(fn)
        return () => map.unobserveDeep(fn)
      },
      [doc],
    ),
    useCallback(() => JSON.stringify(readEnding(doc)), [doc]),
  )
  return useMemo(() => JSON.parse(text) as Ending, [text])
}
