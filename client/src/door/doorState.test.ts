import { describe, expect, it } from 'vitest'
import { nextCeremony, type Ceremony, type CeremonyEvent } from './ceremony.ts'
import { nextDoorState, type DoorEvent, type DoorState } from './doorState.ts'

const door = (events: readonly DoorEvent[], from: DoorState = { at: 'looking' }) =>
  events.reduce(nextDoorState, from)
const room = (events: readonly CeremonyEvent[], from: Ceremony = { at: 'closing' }) =>
  events.reduce(nextCeremony, from)

describe('whether a device is inside', () => {
  it('[DR1] a key in the page or on the phone is inside; none is outside', () => {
    expect(door([{ type: 'found', what: 'held' }])).toEqual({ at: 'inside' })
    expect(door([{ type: 'found', what: 'stored' }])).toEqual({ at: 'inside' })
    expect(door([{ type: 'found', what: 'none' }])).toEqual({ at: 'outside', forgot: false })
    expect(door([{ type: 'found', what: 'unreadable' }])).toEqual({ at: 'outside', forgot: true })
  })

  it('[DR1] without the half of the server it waits, and comes in when the half comes', () => {
    const waiting = door([{ type: 'found', what: 'noHalf' }])
    expect(waiting).toEqual({ at: 'waiting' })
    expect(door([{ type: 'found', what: 'stored' }], waiting)).toEqual({ at: 'inside' })
  })

  it('[DR1] a late answer of a search puts nobody out who is inside', () => {
    const inside = door([{ type: 'entered' }])
    expect(door([{ type: 'found', what: 'none' }, { type: 'again' }], inside)).toEqual({ at: 'inside' })
    expect(door([{ type: 'found', what: 'none' }])).not.toEqual({ at: 'inside' })
  })

  it('[DR1] a key that the room refuses is turned away until a new one comes', () => {
    const away = door([{ type: 'refused', epoch: 2 }], { at: 'inside' })
    expect(away).toEqual({ at: 'turnedAway', epoch: 2 })
    expect(door([{ type: 'found', what: 'held' }], away)).toEqual(away)
    expect(door([{ type: 'entered' }], away)).toEqual({ at: 'inside' })
  })

  it('[DR1] [GO3] turned away with a key of before, it comes in with a later one that another page of the phone has', () => {
    const away = door([{ type: 'refused', epoch: 2 }], { at: 'inside' })
    expect(door([{ type: 'found', what: 'stored', epoch: 2 }], away)).toEqual(away)
    expect(door([{ type: 'found', what: 'none', epoch: 2 }], away)).toEqual(away)
    expect(door([{ type: 'found', what: 'stored', epoch: 3 }], away)).toEqual({ at: 'inside' })
  })
})

describe('from the closed door to the plan', () => {
  it('[DR2] closing, card, count, plan', () => {
    const events: CeremonyEvent[] = [
      { type: 'closed' },
      { type: 'everybody' },
      { type: 'yes', onlyHere: false },
    ]
    const moments = events.map((_, index) => room(events.slice(0, index + 1)).at)
    expect(moments).toEqual(['card', 'count', 'plan'])
  })

  it('[DR2] a wrong number leads to the names, and from there back to the card', () => {
    const list = room([{ type: 'closed' }, { type: 'everybody' }, { type: 'no' }])
    expect(list).toEqual({ at: 'list' })
    expect(room([{ type: 'cardAgain' }], list)).toEqual({ at: 'card' })
  })

  it('[DR2] a board that is alone is offered the key on paper', () => {
    expect(room([{ type: 'closed' }, { type: 'yes', onlyHere: true }])).toEqual({ at: 'paper' })
    expect(room([{ type: 'done' }], { at: 'paper' })).toEqual({ at: 'plan' })
  })

  it('[DR2] nothing interrupts the closing but its end', () => {
    const early: CeremonyEvent[] = [
      { type: 'everybody' },
      { type: 'yes', onlyHere: false },
      { type: 'no' },
      { type: 'cardAgain' },
      { type: 'paper' },
      { type: 'done' },
    ]
    expect(early.map((event) => room([event]).at)).toEqual(early.map(() => 'closing'))
  })
})
