import { useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

/** Whether there is a change of this device to take back. */
export function useCanUndo(undo: Y.UndoManager): boolean {
  return useSyncExternalStore(
    (fn) => {
      undo.on('stack-item-added', fn)
      undo.on('stack-item-popped', fn)
      undo.on('stack-cleared', fn)
      return () => {
        undo.off('stack-item-added', fn)
        undo.off('stack-item-popped', fn)
        undo.off('stack-cleared', fn)
      }
    },
    () => undo.undoStack.length > 0,
  )
}
