import { useEffect } from 'react'

/**
 * Makes the page a board: letters in units of the picture, always light, or *extra leesbaar*. Keeps the screen awake
 * where the browser can; without a secure context it cannot, and nothing is said about it.
 */
export function useBoardLook(contrast: boolean): void {
  useEffect(() => {
    document.documentElement.dataset['bord'] = contrast ? 'extra-leesbaar' : ''
  }, [contrast])
  useEffect(() => {
    const stop = keepAwake()
    return () => {
      stop()
      delete document.documentElement.dataset['bord']
    }
  }, [])
}

function keepAwake(): () => void {
  if (!('wakeLock' in navigator)) return () => {}
  let lock: WakeLockSentinel | null = null
  let stopped = false
  const ask = async () => {
    if (document.visibilityState !== 'visible' || stopped) return
    try {
      lock = await navigator.wakeLock.request('screen')
      if (stopped) await lock.release()
    } catch {
      // Low battery, or not allowed here: the screen may turn off, nothing is lost.
    }
  }
  // The browser lets go of the lock by itself whenever the page is hidden.
  const onVisible = () => void ask()
  document.addEventListener('visibilitychange', onVisible)
  void ask()
  return () => {
    stopped = true
    document.removeEventListener('visibilitychange', onVisible)
    void lock?.release()
  }
}
