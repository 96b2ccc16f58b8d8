import { createUndo } from '@kringplan/shared/plan/undo'
import type * as Y from 'yjs'
import type { LiveDocument } from '../sync/liveDocument.ts'

/** A document with its one undo history. */
export interface Opened {
  readonly live: LiveDocument
  readonly undo: Y.UndoManager
}

/** A document that is open for as long as a screen wants it. */
export interface Opening {
  /** Opens it; the returned function closes it, and it can be opened again after that. */
  readonly start: () => () => void
  readonly subscribe: (fn: () => void) => () => void
  readonly now: () => Opened | null
}

/** Where there is no document to open. */
export const noOpening: Opening = { start: () => () => {}, subscribe: () => () => {}, now: () => null }

/**
 * Opens a document when a screen starts it, never while a screen is only being drawn.
 * @param leave gets the document before it goes
 */
export function createOpening(open: () => LiveDocument, leave: (live: LiveDocument) => void): Opening {
  const listeners = new Set<() => void>()
  let opened: Opened | null = null
  const set = (next: Opened | null) => {
    opened = next
    for (const fn of listeners) fn()
  }
  return {
    start() {
      const live = open()
      const undo = createUndo(live.doc)
      set({ live, undo })
      return () => {
        set(null)
        leave(live)
        undo.destroy()
        live.destroy()
      }
    },
    subscribe(fn) {
      listeners.add(fn)
      return () => listeners.delete(fn)
    },
    now: () => opened,
  }
}
