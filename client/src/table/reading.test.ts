import type { Reading } from '@kringplan/shared/contract/seatView'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  hasToTell,
  pageIndex,
  readingPages,
  readingReducer,
  shownReading,
  startReading,
  type ReadingEvent,
  type ReadingState,
} from './reading.ts'

const at = (agreement: string | null): Reading => ({ agreement, reader: 'turns' })
type Step = ReadingEvent | ((state: ReadingState) => ReadingEvent)
const after = (steps: readonly Step[], from: ReadingState = startReading(null)) =>
  steps.reduce<ReadingState>(
    (state, step) => readingReducer(state, typeof step === 'function' ? step(state) : step),
    from,
  )
const turned = (to: string) => ({ type: 'turned', to: at(to) }) as const
const heard = (agreement: string) => ({ type: 'heard', reading: at(agreement) }) as const
/** As a device does it: it tells what it wants now. */
const telling = (state: ReadingState) => ({ type: 'telling', what: state.wanted ?? at(null) }) as const
const told = { type: 'told' } as const
const lost = { type: 'lost' } as const

describe('turning the page', () => {
  it('[TB2] shows the own turn at once, and then what the server says', () => {
    const state = after([turned('a')])
    expect(shownReading(state)).toEqual(at('a'))
    expect(hasToTell(state)).toBe(true)
    const done = after([telling, told, heard('a')], state)
    expect(done.wanted).toBeNull()
    expect(shownReading(done)).toEqual(at('a'))
  })

  it('[TB2] turning on while it is told tells the last page, and only that', () => {
    const state = after([turned('a'), telling, turned('b'), turned('c')])
    expect(hasToTell(state)).toBe(false)
    const next = after([told, heard('a')], state)
    expect(shownReading(next)).toEqual(at('c'))
    expect(hasToTell(next)).toBe(true)
    expect(after([telling], next).flight).toEqual(at('c'))
  })

  it('[TB2] what was told is what counts as told, also when the page was turned on in that moment', () => {
    const sent = { type: 'telling', what: at('a') } as const
    const state = after([turned('a'), turned('b'), sent, told])
    expect(state.isStored).toBe(false)
    expect(hasToTell(state)).toBe(true)
    expect(shownReading(after([telling, told, heard('b')], state))).toEqual(at('b'))
  })

  it('[TB2] what somebody else turned to later wins', () => {
    const mine = after([turned('a'), telling, told, heard('a')])
    expect(shownReading(after([heard('d')], mine))).toEqual(at('d'))
    // Theirs came right behind mine: mine is never heard by itself.
    expect(shownReading(after([turned('a'), telling, told, heard('d')]))).toEqual(at('d'))
  })

  it('[TB2] an older page that is still on its way does not turn it back', () => {
    const state = after([heard('a'), turned('b'), telling, heard('a')])
    expect(shownReading(state)).toEqual(at('b'))
  })

  it('[TB2] without a connection this device reads on, and tells when it can', () => {
    const state = after([turned('a'), telling, lost, turned('b'), telling, lost])
    expect(shownReading(state)).toEqual(at('b'))
    expect([hasToTell(state), state.isLost]).toEqual([true, true])
    const back = after([telling, told, heard('b')], state)
    expect([back.wanted, back.isLost]).toEqual([null, false])
  })

  it('[TB2] where the server takes no turns any more its word counts', () => {
    const state = after([heard('a'), turned('b'), telling, { type: 'refused' }])
    expect(shownReading(state)).toEqual(at('a'))
    expect(hasToTell(state)).toBe(false)
  })

  it('[TB2] whatever happens in between, in the end it shows what the server says', () => {
    const page = fc.constantFrom('a', 'b', 'c')
    const step = fc.oneof(page.map(turned), page.map(heard), fc.constantFrom<Step>(telling, told, lost))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), page, (steps, last) => {
        let state = after(steps)
        for (let i = 0; i < 2; i += 1) {
          if (state.flight !== null) state = after([told], state)
          if (hasToTell(state)) state = after([telling, told], state)
        }
        expect(shownReading(after([heard(last)], state))).toEqual(at(last))
      }),
    )
  })
})

describe('the pages', () => {
  const pages = readingPages([{ id: 'a' }, { id: 'b' }])

  it('[TB2] end with the next meeting', () => {
    expect(pages).toEqual(['a', 'b', 'ending'])
    expect(readingPages([])).toEqual(['ending'])
  })

  it('[TB2] an agreement that is taken away while it is read leaves the reading where it was', () => {
    expect(pageIndex(pages, 'b', 0)).toBe(1)
    expect(pageIndex(pages, 'weg', 1)).toBe(1)
    expect(pageIndex(pages, 'weg', 9)).toBe(2)
    expect(pageIndex(pages, null, 0)).toBe(0)
  })
})
