import type { ClosedView, SeatView } from '@kringplan/shared/contract/seatView'
import { describe, expect, it } from 'vitest'
import type { HeldSeat } from '../seats/seatStore.ts'
import { seatsForRoom } from './seatsForRoom.ts'

const held = (seat: string, more: Partial<HeldSeat> = {}): HeldSeat => ({
  seat,
  role: 'member',
  circle: 'kring',
  name: seat,
  ...more,
})
const closed = (seat: string, room: string): ClosedView => ({
  kind: 'closed',
  room,
  place: '',
  schemaVersion: 1,
  self: { seat, role: 'member', personId: `p-${seat}`, name: `naam ${seat}`, language: 'nl' },
  circle: 'kring',
  demo: false,
  practice: false,
  hasDoor: true,
  coordinators: ['Fatma'],
  professionals: [],
  phase: 'deliberation',
  since: '2026-06-11T16:42:00Z',
  revision: 2,
  call: null,
  ownCalls: [],
  knock: null,
  anew: null,
})

describe('which seat of this browser comes in', () => {
  it('[DR3] who does not know the room yet is found beside who does; no other conference is asked about', async () => {
    const asked: string[] = []
    const seats = await seatsForRoom(
      [
        held('late', { conferenceId: 'K' }),
        held('b', { room: 'R', conferenceId: 'K' }),
        held('other', { room: 'S', conferenceId: 'L' }),
        held('new'),
      ],
      'R',
      async (seat) => {
        asked.push(seat)
        return closed(seat, seat === 'new' ? 'T' : 'R')
      },
    )
    expect(seats.map(({ seat }) => seat)).toEqual(['late', 'b'])
    expect(asked).toEqual(['late', 'b', 'new'])
  })

  it('[DR3] a seat whose page was shut at the closing is found by asking', async () => {
    const views: Readonly<Record<string, SeatView | null>> = {
      a: closed('a', 'R'),
      b: closed('b', 'elsewhere'),
      c: null,
    }
    const seats = await seatsForRoom(
      [held('a'), held('b'), held('c'), held('d', { role: 'coordinator' }), held('e', { role: 'board' })],
      'R',
      async (seat) => views[seat] ?? null,
    )
    expect(seats).toEqual([
      { seat: 'a', name: 'naam a', personId: 'p-a', circle: 'kring', coordinators: ['Fatma'] },
    ])
  })
})
