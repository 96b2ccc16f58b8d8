import { useEffect, useState } from 'react'

/** What the end of a link is watched with; tests bring their own. */
export interface Watch {
  readonly now: () => number
  readonly setTimeout: (tell: () => void, ms: number) => unknown
  readonly clearTimeout: (timer: never) => void
  /** A phone that slept stops its timers: looked again when somebody looks at it. */
  readonly page: Pick<Document, 'addEventListener' | 'removeEventListener'>
}

/** Tells once when this moment of the device's own clock has come. Returns how to stop. */
export function tellAtEnd(end: number, tell: () => void, watch: Watch = ownWatch()): () => void {
  let timer: unknown
  const stop = () => {
    watch.clearTimeout(timer as never)
    watch.page.removeEventListener('visibilitychange', look)
  }
  function look(): void {
    watch.clearTimeout(timer as never)
    const left = end - watch.now()
    if (left > 0) {
      timer = watch.setTimeout(look, left)
      return
    }
    stop()
    tell()
  }
  watch.page.addEventListener('visibilitychange', look)
  look()
  return stop
}

/** Whether this moment has come. */
export function useIsOver(end: number): boolean {
  const [over, setOver] = useState<number>()
  useEffect(() => tellAtEnd(end, () => setOver(end)), [end])
  return over === end
}

const ownWatch = (): Watch => ({
  now: () => Date.now(),
  setTimeout: (tell, ms) => setTimeout(tell, ms),
  clearTimeout: (timer) => clearTimeout(timer),
  page: document,
})
