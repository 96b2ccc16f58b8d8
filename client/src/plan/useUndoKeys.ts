import { useEffect } from 'react'
import type * as Y from 'yjs'

/** Ctrl+Z or Cmd+Z, and nothing else held. */
export function isUndoKey(event: KeyboardEvent): boolean {
  return (
    event.key.toLowerCase() === 'z' &&
    (event.ctrlKey || event.metaKey) &&
    !event.shiftKey &&
    !event.altKey &&
    !event.isComposing
  )
}

/** Ctrl+Y, Ctrl+Shift+Z or Cmd+Shift+Z. */
function isRedoKey(event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return false
  const key = event.key.toLowerCase()
  return key === 'y' ? !event.shiftKey : key === 'z' && event.shiftKey
}

/**
 * Lets Ctrl+Z take back the last own change anywhere on the screen: words in any field, people, moving, removing.
 * A plain input of the page (a free name) keeps the undo of its own.
 */
export function useUndoKeys(undo: Y.UndoManager): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isOwnInput(event.target)) return
      if (isUndoKey(event)) undo.undo()
      else if (isRedoKey(event)) undo.redo()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [undo])
}

function isOwnInput(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
