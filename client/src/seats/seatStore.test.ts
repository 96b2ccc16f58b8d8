import { describe, expect, it } from 'vitest'
import { forgetSeat, readSeats, rememberSeat, SEATS_KEY, seatLocale, type SeatStorage } from './seatStore.ts'

function memory(first?: string): SeatStorage & { text(): string } {
  const kept = new Map<string, string>(first === undefined ? [] : [[SEATS_KEY, first]])
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    text: () => kept.get(SEATS_KEY) ?? '',
  }
}

describe('seatStore', () => {
  it('[SH2] the seat used last stands first, and what is known of it is kept', () => {
    const storage = memory()
    rememberSeat({ seat: 'a', role: 'member', circle: 'De kring van Johan', name: 'opa' }, storage)
    rememberSeat({ seat: 'b', role: 'professional', circle: 'De kring van Johan', name: 'Sanne' }, storage)
    rememberSeat({ seat: 'a', locale: 'en' }, storage)
    expect(readSeats(storage).map((held) => held.seat)).toEqual(['a', 'b'])
    expect(readSeats(storage)[0]).toMatchObject({ name: 'opa', locale: 'en' })
    expect(seatLocale('a', storage)).toBe('en')
    expect(seatLocale('b', storage)).toBeUndefined()
  })

  it('[SH2] the room comes with the closed door and stays', () => {
    const storage = memory()
    rememberSeat({ seat: 'a', room: 'r1' }, storage)
    rememberSeat({ seat: 'a', name: 'oma' }, storage)
    expect(readSeats(storage)[0]).toMatchObject({ room: 'r1', name: 'oma' })
  })

  it('[SH2] a seat that ended is forgotten', () => {
    const storage = memory()
    rememberSeat({ seat: 'a' }, storage)
    rememberSeat({ seat: 'b' }, storage)
    forgetSeat('b', storage)
    expect(readSeats(storage).map((held) => held.seat)).toEqual(['a'])
  })

  it('[SH2] what cannot be read counts as nothing, and nothing throws', () => {
    for (const odd of ['', '{', '7', '[1,null,{"seat":1}]']) expect(readSeats(memory(odd))).toEqual([])
    const closed: SeatStorage = {
      getItem: () => {
        throw new Error('no')
      },
      setItem: () => {
        throw new Error('no')
      },
    }
    expect(readSeats(closed)).toEqual([])
    expect(() => rememberSeat({ seat: 'a' }, closed)).not.toThrow()
  })

  it('[SH2] a shared laptop does not collect seats for ever', () => {
    const storage = memory()
    for (let n = 0; n < 60; n += 1) rememberSeat({ seat: `s${n}` }, storage)
    expect(readSeats(storage)).toHaveLength(40)
    expect(readSeats(storage)[0]?.seat).toBe('s59')
  })
})
