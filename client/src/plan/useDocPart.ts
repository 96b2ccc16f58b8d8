import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

/**
 * What `read` finds in one map of a document: the same object for as long as it says the same. `read` gives what JSON can say,
 * and is the same function each time. Undefined where there is no document, or nothing to read.
 */
export function useDocPart<T>(
  doc: Y.Doc | undefined,
  map: string,
  read: (doc: Y.Doc) => T | undefined,
): T | undefined {
  const subscribe = useCallback(
    (changed: () => void) => {
      const part = doc?.getMap(map)
      part?.observeDeep(changed)
      return () => part?.unobserveDeep(changed)
    },
    [doc, map],
  )
  const text = useSyncExternalStore(subscribe, () =>
    doc === undefined ? undefined : JSON.stringify(read(doc)),
  )
  return useMemo(() => (text === undefined ? undefined : (JSON.parse(text) as T)), [text])
}
