import { describe, expect, it } from 'vitest'
import { boardReducer, startState, type BoardEvent, type BoardState } from './boardState.ts'
import { fitNames } from './whoNames.ts'
import { stepFrom, steps } from './steps.ts'

const after = (events: readonly BoardEvent[], from: BoardState = startState(8)) =>
  events.reduce(boardReducer, from)

describe('what the screen of the board remembers', () => {
  it('[BO8] the offer to put back stays until the next action', () => {
    const removed = after([{ type: 'removed', id: 'a', number: 4 }])
    expect(removed.removed).toEqual({ id: 'a', number: 4 })
    expect(after([{ type: 'select', id: 'b', page: 0 }], removed).removed).toEqual({ id: 'a', number: 4 })
    expect(after([{ type: 'digit', digit: '1' }], removed).removed).toBeNull()
    expect(after([{ type: 'title', id: 'n', page: 0, held: ['n'] }], removed).removed).toBeNull()
    expect(after([{ type: 'acted' }], removed).removed).toBeNull()
  })

  it('[BO5] anything else ends a half-typed number', () => {
    const half = after([{ type: 'digit', digit: '1' }])
    expect(half.jump).toBe('1')
    expect(after([{ type: 'page', page: 1 }], half).jump).toBe('')
    expect(after([{ type: 'cover', cover: 'rest' }], half).jump).toBe('')
  })

  it('[ID8] what lies over the wall goes and shows the wall again; an agreement that is opened leads to the plan', () => {
    const wall = after([{ type: 'wall', wall: 'writing' }])
    expect(wall.wall).toBe('writing')
    const covered = after([{ type: 'cover', cover: 'help' }, { type: 'overview' }], wall)
    expect(covered).toMatchObject({ wall: 'writing', cover: 'none' })
    expect(after([{ type: 'form', id: 'a', step: 'who' }], wall).wall).toBe('off')
    expect(after([{ type: 'title', id: 'n', page: 0, held: ['n'] }], wall).wall).toBe('off')
    expect(after([{ type: 'wall', wall: 'off' }], wall).wall).toBe('off')
  })

  it('[BO8] the same selection is the same state: focus alone re-renders nothing', () => {
    const state = after([{ type: 'select', id: 'a', page: 0 }])
    expect(boardReducer(state, { type: 'select', id: 'a', page: 0 })).toBe(state)
    expect(boardReducer(state, { type: 'acted' })).toBe(state)
  })

  it('[BO8] Tab walks through the questions and leaves at both ends', () => {
    expect(steps.map((step) => stepFrom(step, 1))).toEqual([...steps.slice(1), null])
    expect(stepFrom('what', -1)).toBeNull()
  })

  it('[BO7] names that do not fit are counted, and one always shows', () => {
    const place = { width: 380, lines: 1, letter: 13, disc: 66 }
    expect(fitNames(['Johan', 'vader'], place)).toBe(2)
    expect(fitNames(['Johan', 'vader', 'tante Mieke'], { ...place, width: 370 })).toBe(1)
    expect(fitNames(['Johan', 'vader', 'moeder'], { ...place, lines: 2 })).toBe(3)
    expect(fitNames(['een heel erg lange naam van een mens'], place)).toBe(1)
    expect(fitNames([], place)).toBe(0)
  })
})
