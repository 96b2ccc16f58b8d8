import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FAR_LINK_LIVES } from '@kringplan/shared/contract/farLink'
import { tellAtEnd } from './farEnd.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function start(end = Date.now() + FAR_LINK_LIVES) {
  const page = new EventTarget()
  const tell = vi.fn<() => void>()
  const stop = tellAtEnd(end, tell, {
    now: () => Date.now(),
    setTimeout: (then, ms) => setTimeout(then, ms),
    clearTimeout: (timer) => clearTimeout(timer),
    page: page as unknown as Document,
  })
  return { tell, stop, look: () => page.dispatchEvent(new Event('visibilitychange')) }
}

describe('the end of a link for somebody far away, on the phone that made it', () => {
  it('[JN8] is told once, when its ten minutes are over and not before', () => {
    const { tell, look } = start()
    vi.advanceTimersByTime(FAR_LINK_LIVES - 1)
    look()
    expect(tell).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(tell).toHaveBeenCalledTimes(1)
    look()
    vi.advanceTimersByTime(FAR_LINK_LIVES)
    expect(tell).toHaveBeenCalledTimes(1)
  })

  it('[JN8] is told to a phone that slept when somebody looks at it again', () => {
    const { tell, look } = start()
    // Its clock went on, its timers did not.
    vi.setSystemTime(Date.now() + FAR_LINK_LIVES)
    expect(tell).not.toHaveBeenCalled()
    look()
    expect(tell).toHaveBeenCalledTimes(1)
  })

  it('[JN8] is not told to who went away', () => {
    const { tell, stop, look } = start()
    stop()
    vi.advanceTimersByTime(2 * FAR_LINK_LIVES)
    look()
    expect(tell).not.toHaveBeenCalled()
  })
})
