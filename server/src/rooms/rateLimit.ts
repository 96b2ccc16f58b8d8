/** Whether one more piece of this cost still fits. */
export type RateLimit = (now: number, cost: number) => boolean

/** A steady rate with a burst: a bucket that fills by `perSecond` up to `burst`. `now` is in milliseconds. */
export function createRateLimit(rate: { readonly perSecond: number; readonly burst: number }): RateLimit {
  let left = rate.burst
  let filledAt: number | null = null
  return (now, cost) => {
    const passed = Math.max(0, now - (filledAt ?? now))
    filledAt = now
    left = Math.min(rate.burst, left + (passed / 1000) * rate.perSecond)
    if (left < cost) return false
    left -= cost
    return true
  }
}
