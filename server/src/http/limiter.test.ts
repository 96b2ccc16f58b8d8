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

  it('stays small and quick while somebody invents keys', () => {
    const clock = new ManualClock()
    const limiter = createLimiter(clock, { burst: 2, perMinute: 1 })
    const started = performance.now()
    for (let n = 0; n < 60_000; n += 1) limiter.take(`key ${n}`)
    expect(limiter.size).toBeLessThanOrEqual(20_000)
    expect(performance.now() - started).toBeLessThan(3000)
    // Who is still busy is not forgotten before who was quiet.
    limiter.take('busy')
    limiter.take('busy')
    for (let n = 0; n < 9000; n += 1) limiter.take(`other ${n}`)
    expect(limiter.take('busy')).toBe(false)
  })

  it('can be looked at without taking', () => {
    const limiter = createLimiter(new ManualClock(), { burst: 1, perMinute: 1 })
    expect([limiter.has('a'), limiter.has('a'), limiter.take('a'), limiter.has('a')]).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  it('[JN5] has room for a community centre behind one address', () => {
    // A join by the code looks up twice; forty of them a minute, after eighty at once.
    expect(allowances.lookups.burst).toBeGreaterThanOrEqual(80 * 3)
    expect(allowances.lookups.perMinute).toBeGreaterThanOrEqual(40 * 3)
  })
})
