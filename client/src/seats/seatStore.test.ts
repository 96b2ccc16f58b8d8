import { describe, expect, it } from 'vitest'
import { memoryStorage } from './memoryStorage.testkit.ts'
import {
  forgetSeat,
  forgetSeatRoom,
  readSeats,
  rememberSeat,
  seatLocale,
  type SeatStorage,
} from './seatStore.ts'

describe('seatStore', () => {
  it('[SH2] the seat used last stands first, and what is known of it is kept', () => {
    const storage = memoryStorage()
    rememberSeat({ seat: 'a', role: 'member', circle: 'De kring van Johan', name: 'opa' }, storage)
    rememberSeat({ seat: 'b', role: 'professional', circle: 'De kring van Johan', name: 'Sanne' }, storage)
    rememberSeat({ seat: 'a', locale: 'en' }, storage)
    expect(readSeats(storage).map((held) => held.seat)).toEqual(['a', 'b'])
    expect(readSeats(storage)[0]).toMatchObject({ name: 'opa', locale: 'en' })
    expect(seatLocale('a', storage)).toBe('en')
    expect(seatLocale('b', storage)).toBeUndefined()
  })

  it('[SH2] the room comes with the closed door and stays', () => {
    const storage = memoryStorage()
    rememberSeat({ seat: 'a', room: 'r1' }, storage)
    rememberSeat({ seat: 'a', name: 'oma' }, storage)
    expect(readSeats(storage)[0]).toMatchObject({ room: 'r1', name: 'oma' })
    forgetSeatRoom('a', 'another', storage)
    expect(readSeats(storage)[0]?.room).toBe('r1')
    forgetSeatRoom('a', 'r1', storage)
    expect(readSeats(storage)[0]).not.toHaveProperty('room')
  })

  it('[SH2] a seat that ended is forgotten', () => {
    const storage = memoryStorage()
    rememberSeat({ seat: 'a' }, storage)
    rememberSeat({ seat: 'b' }, storage)
    forgetSeat('b', storage)
    expect(readSeats(storage).map((held) => held.seat)).toEqual(['a'])
  })

  it('[SH2] what cannot be read counts as nothing, and nothing throws', () => {
    const storage = memoryStorage()
    for (const [index, odd] of ['', '{', '7', '[]', 'null', '{"seat":1}'].entries())
      storage.setItem(`kringplan.seat.${index}`, odd)
    storage.setItem('something else', '{"seat":"s","role":"member","circle":"","name":""}')
    expect(readSeats(storage)).toEqual([])
    const closed: SeatStorage = {
      length: 1,
      key: () => {
        throw new Error('no')
      },
      removeItem: () => {
        throw new Error('no')
      },
      getItem: () => {
        throw new Error('no')
      },
      setItem: () => {
        throw new Error('no')
      },
    }
    expect(readSeats(closed)).toEqual([])
    expect(() => rememberSeat({ seat: 'a' }, closed)).not.toThrow()
    expect(() => forgetSeat('a', closed)).not.toThrow()
  })

  it('[SH2] two tabs that remember at the same moment keep both seats', () => {
    const storage = memoryStorage()
    const between: SeatStorage = {
      ...bound(storage),
      // The other tab writes after this one has read, and before it writes.
      setItem: (key, value) => {
        rememberSeat({ seat: 'b' }, storage)
        storage.setItem(key, value)
      },
    }
    rememberSeat({ seat: 'a' }, between)
    expect(
      readSeats(storage)
        .map(({ seat }) => seat)
        .toSorted(),
    ).toEqual(['a', 'b'])
  })

  it('[SH2] a shared laptop does not collect seats for ever', () => {
    const storage = memoryStorage()
    for (let n = 0; n < 60; n += 1) rememberSeat({ seat: `s${n}` }, storage)
    expect(readSeats(storage)).toHaveLength(40)
    expect(readSeats(storage)[0]?.seat).toBe('s59')
  })
})

function bound(storage: Storage): SeatStorage {
  return {
    get length() {
      return storage.length
    },
    key: (index) => storage.key(index),
    getItem: (key) => storage.getItem(key),
    setItem: (key, value) => storage.setItem(key, value),
    removeItem: (key) => storage.removeItem(key),
  }
}
