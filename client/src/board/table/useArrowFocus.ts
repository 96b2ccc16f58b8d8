import { useEffect, type RefObject } from 'react'
import { spotTowards, type Arrow } from './arrowFocus.ts'

const arrows: readonly string[] = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
] satisfies readonly Arrow[]

/**
 * Arrows walk from one button to another in this part of the page; from elsewhere the first one leads into it. Tab goes
 * past every button all the same.
 */
export function useArrowFocus(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return
      if (!arrows.includes(event.key) || isChoosing(event.target)) return
      const buttons = [...(part.current?.querySelectorAll<HTMLElement>('button:enabled') ?? [])]
      const at = buttons.indexOf(document.activeElement as HTMLElement)
      const spots = buttons.map((button) => {
        const { left, top, width, height } = button.getBoundingClientRect()
        return { x: left + width / 2, y: top + height / 2 }
      })
      const to = at < 0 ? 0 : spotTowards(spots, at, event.key as Arrow)
      if (to === null || buttons[to] === undefined) return
      buttons[to].focus()
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [part])
}

/** Arrows belong to what is typed or chosen here. */
function isChoosing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea, [contenteditable]')
}
