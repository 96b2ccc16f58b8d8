import { describe, expect, it } from 'vitest'
import { ManualClock } from '../testkit/manualClock.testkit.ts'
import { allowances, createLimiter } from './limiter.ts'

describe('a limit', () => {
  it('lets a burst through, then a steady rate, for each key by itself', () => {
    const clock = new ManualClock()
    const limiter = createLimiter(clock, { burst: 3, perMinute: 60 })
    const take = (key: string, times: number) => Array.from({ length: times }, () => limiter.take(key))
    expect(take('a', 4)).toEqual([true, true, true, false])
    expect(take('b', 1)).toEqual([true])
    clock.advance(2000)
    expect(take('a', 3)).toEqual([true, true, false])
    clock.advance(3_600_000)
    expect(take('a', 4)).toEqual([true, true, true, false])
  })

  it('forgets keys that are full again', () => {
    const clock = new ManualClock()
    const limiter = createLimiter(clock, { burst: 1, perMinute: 60 })
    expect(limiter.take('first')).toBe(true)
    for (let n = 0; n < 6000; n += 1) limiter.take(`key ${n}`)
    expect(limiter.take('first')).toBe(false)
    clock.advance(1000)
    expect(limiter.take('first')).toBe(true)
  })

  it('[JN5] has room for a community centre behind one address', () => {
    // A join by the code looks up twice; forty of them a minute, after eighty at once.
    expect(allowances.lookups.burst).toBeGreaterThanOrEqual(80 * 3)
    expect(allowances.lookups.perMinute).toBeGreaterThanOrEqual(40 * 3)
  })
})
