import { describe, expect, it } from 'vitest'
import { createArrivals } from './arrivals.ts'

/** A socket on which the server has asked for everything and was answered: frame 1. */
function based() {
  const arrivals = createArrivals()
  arrivals.opened()
  arrivals.sending(true)
  return arrivals
}

describe('arrivals', () => {
  it('counts a change as arrived by the number of its own frame', () => {
    const arrivals = based()
    arrivals.made('a')
    arrivals.sending(false)
    arrivals.made('b')
    arrivals.sending(false)
    arrivals.done()
    expect(arrivals.acknowledged(1)).toEqual([])
    expect(arrivals.acknowledged(2)).toEqual(['a'])
    expect([...arrivals.waiting]).toEqual(['b'])
    expect(arrivals.acknowledged(3)).toEqual(['b'])
  })

  it('believes no frame that was sent before the whole answer', () => {
    const arrivals = createArrivals()
    arrivals.made('offline')
    arrivals.done()
    arrivals.opened()
    arrivals.made('early')
    arrivals.sending(false)
    arrivals.done()
    expect(arrivals.acknowledged(1)).toEqual([])
    arrivals.sending(true)
    expect(arrivals.acknowledged(2)).toEqual(['offline', 'early'])
  })

  it('forgets the frames of an earlier socket', () => {
    const arrivals = based()
    arrivals.made('a')
    arrivals.sending(false)
    arrivals.done()
    arrivals.opened()
    expect(arrivals.acknowledged(9)).toEqual([])
    expect([...arrivals.waiting]).toEqual(['a'])
  })

  it('takes a frame with everything for all that was found', () => {
    const arrivals = based()
    arrivals.found('left behind')
    arrivals.sendingAll(() => arrivals.sending(false))
    arrivals.made('later')
    arrivals.done()
    expect(arrivals.acknowledged(2)).toEqual(['left behind'])
    expect([...arrivals.waiting]).toEqual(['later'])
  })
})
