import { useLayoutEffect, useState, useSyncExternalStore, type RefObject } from 'react'

/** How tight a card is set: 0 is as drawn, each step has smaller letters, the last also fewer lines. */
export const tightness = [0, 1, 2, 3] as const
export type Fit = (typeof tightness)[number]

/** One step tighter; stays at the tightest. */
export function tighter(fit: Fit): Fit {
  return tightness[Math.min(fit + 1, tightness.length - 1)] ?? fit
}

/**
 * The least tight setting in which everything in `body` stands inside `box`. Begins again when `content` (all that the
 * card shows, as text) or the size of the picture changes; measured before anybody sees it.
 */
export function useFit(
  box: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
  content: string,
): Fit {
  const key = `${useSyncExternalStore(onLayout, layoutNow)} ${content}`
  const [found, setFound] = useState<{ readonly key: string; readonly fit: Fit }>({ key, fit: 0 })
  const fit = found.key === key ? found.fit : 0
  useLayoutEffect(() => {
    const room = box.current?.clientHeight ?? 0
    const needed = body.current?.scrollHeight ?? 0
    // At most three times: the tightest setting has no next.
    // oxlint-disable-next-line react/set-state-in-effect
    if (needed > room && tighter(fit) !== fit) setFound({ key, fit: tighter(fit) })
  }, [box, body, key, fit])
  return fit
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
