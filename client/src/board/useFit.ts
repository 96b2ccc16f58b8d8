import { useEffect, useLayoutEffect, useState, useSyncExternalStore, type RefObject } from 'react'

/** How tight a card is set: 0 is as drawn, each step has smaller letters, the last also fewer lines. */
export const tightness = [0, 1, 2, 3] as const
export type Fit = (typeof tightness)[number]

/** One step tighter; stays at the tightest. */
export function tighter(fit: number, tightest: number): number {
  return Math.min(fit + 1, tightest)
}

/**
 * The least tight setting in which everything in `body` stands inside `box`. Begins again when `content` (all that the
 * card shows, as text), the room or the size of the picture changes; measured before anybody sees it.
 */
export function useFit(
  box: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
  content: string,
): Fit {
  return tightness[useTightness(box, body, content, tightness.length - 1)] ?? 0
}

/** As `useFit`, with as many steps as the style sheet has: 0 is as drawn, `tightest` the last. */
export function useTightness(
  box: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
  content: string,
  tightest: number,
): number {
  const key = `${useSyncExternalStore(onLayout, layoutNow)} ${useRoom(box)} ${content}`
  const [found, setFound] = useState<{ readonly key: string; readonly fit: number }>({ key, fit: 0 })
  const fit = found.key === key ? found.fit : 0
  useLayoutEffect(() => {
    const room = box.current?.clientHeight ?? 0
    const needed = body.current?.scrollHeight ?? 0
    // Only so many times: the tightest setting has no next.
    // oxlint-disable-next-line react/set-state-in-effect
    if (needed > room && fit < tightest) setFound({ key, fit: tighter(fit, tightest) })
  }, [box, body, key, fit, tightest])
  return fit
}

/** The height of a box: it is lower while somebody asks something above it. */
function useRoom(box: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const observer = new ResizeObserver(() => setRoom(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return room
}

let fontsLoaded = 0

function layoutNow(): string {
  return `${window.innerWidth}x${window.innerHeight}/${fontsLoaded}`
}

function onLayout(listener: () => void): () => void {
  const onFonts = () => {
    fontsLoaded += 1
    listener()
  }
  window.addEventListener('resize', listener)
  document.fonts.addEventListener('loadingdone', onFonts)
  return () => {
    window.removeEventListener('resize', listener)
    document.fonts.removeEventListener('loadingdone', onFonts)
  }
}
