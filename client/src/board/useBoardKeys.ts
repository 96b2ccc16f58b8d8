import type { Phase } from '@kringplan/shared/phase/phases'
import { useEffect, useRef } from 'react'
import { readKey, type BoardAction } from './keymap.ts'

/**
 * Listens to the keys of the board, outside text. The handler says whether it took the key; what it does not take
 * stays the browser's: Enter on a button presses that button.
 */
export function useBoardKeys(
  singleKeys: boolean,
  handle: (action: BoardAction, event: KeyboardEvent) => boolean,
  phase?: Phase,
): void {
  const latest = useRef(handle)
  useEffect(() => {
    latest.current = handle
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isText(event.target)) return
      const action = readKey(event, singleKeys, phase)
      if (action !== null && latest.current(action, event)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [singleKeys, phase])
}

/** Whether keys belong to a text here: then letters are letters. */
export function isText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type))
  )
}

/** Whether Enter belongs to what has the focus: a button or link that is not an agreement's own. */
export function ownsEnter(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('button, a[href], summary, dialog') !== null &&
    target.closest('[data-agreement]') === null
  )
}
