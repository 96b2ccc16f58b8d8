import { ruleOf } from '@kringplan/shared/plan/planDoc'
import type { WhenRule } from '@kringplan/shared/plan/when'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

/** The chosen rhythm of an agreement, or of the next meeting (`ENDING`), as it stands in the plan now. */
export function useRule(doc: Y.Doc, id: string): WhenRule | null {
  const subscribe = useCallback(
    (changed: () => void) => {
      doc.on('update', changed)
      return () => doc.off('update', changed)
    },
    [doc],
  )
  // As text it is equal when it says the same.
  const json = useSyncExternalStore(subscribe, () => JSON.stringify(ruleOf(doc, id)))
  return useMemo(() => JSON.parse(json) as WhenRule | null, [json])
}
