import type { Agreement } from '@kringplan/shared/plan/agreement'
import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { DocStatus, LiveDocument } from '../sync/liveDocument.ts'
import { planStore } from './planStore.ts'

/** The agreements that stand in the plan, in order. An agreement nobody touched is the same object as before. */
export function useAgreements(doc: Y.Doc): readonly Agreement[] {
  const store = planStore(doc)
  return useSyncExternalStore(store.subscribe, store.visible)
}

/** One agreement, also when it was taken away (`removed`); undefined when it was never there. */
export function useAgreement(doc: Y.Doc, id: string): Agreement | undefined {
  const store = planStore(doc)
  return useSyncExternalStore(
    store.subscribe,
    useCallback(() => store.one(id), [store, id]),
  )
}

/** The devices inside, by name; empty in an open document. */
export function useInside(doc: Y.Doc): readonly InsideDevice[] {
  const store = planStore(doc)
  return useSyncExternalStore(store.subscribe, store.inside)
}

/** Whether editors may be bound: the document says a version that this page knows. [PL1] */
export function useKnownSchema(doc: Y.Doc): boolean {
  const store = planStore(doc)
  return useSyncExternalStore(store.subscribe, store.schema) === 'known'
}

/** Whether the document is of a version that this page does not know: the page must be loaded anew. */
export function useOtherSchema(doc: Y.Doc): boolean {
  const store = planStore(doc)
  return useSyncExternalStore(store.subscribe, store.schema) === 'other'
}

/** What the document says about its connection and about whether one's words have arrived. */
export function useDocStatus(live: LiveDocument): DocStatus {
  const getStatus = useCallback(() => live.getStatus(), [live])
  return useSyncExternalStore(
    useCallback((fn: () => void) => live.subscribe(fn), [live]),
    getStatus,
    getStatus,
  )
}
