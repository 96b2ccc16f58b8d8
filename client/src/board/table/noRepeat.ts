import type { KeyboardEvent } from 'react'

/** A key that is held down presses the button that it led to no second time. */
export function noRepeat(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault()
}
