import { useEffect, useRef, type RefObject } from 'react'

/**
 * Gives the focus to one control when a moment opens that a key press led to, so that Enter is the answer to the
 * question on the screen. For the board, where the writer's hands are on the keys; not for pages people read first.
 */
export function useFirstFocus<T extends HTMLElement>(): RefObject<T | null> {
  const control = useRef<T>(null)
  useEffect(() => control.current?.focus({ preventScroll: true }), [])
  return control
}
