import type { CircleSeat } from '../ui/CircleRing.tsx'
import { lookOf } from '../seats/lookOf.ts'

interface Someone {
  readonly name: string
  readonly picture: string | null
  readonly colour: string | null
  readonly here: boolean
  readonly role?: string
  readonly id?: string
}

/**
 * The seats of the circle as a ring shows them. Who is not in the circle has no picture and no seat.
 * @param you the name of who holds this screen, where their own seat is lit
 */
export function circleSeats(people: readonly Someone[], you?: string): readonly CircleSeat[] {
  const seats: CircleSeat[] = []
  people.forEach((person, index) => {
    if (person.role !== undefined && person.role !== 'member') return
    if (person.role === undefined && person.picture === null && person.name !== you) return
    seats.push({
      id: person.id ?? String(index),
      name: person.name,
      look: lookOf(person),
      state: person.name === you ? 'you' : person.here ? 'here' : 'empty',
    })
  })
  return seats
}

/** Somebody with a name and a look. */
export interface Named {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly picture: string | null
  readonly colour: string | null
}

/** The whole circle, each in their place: at the door nobody's seat is empty. */
export function everybodyHere(people: readonly Named[]): readonly CircleSeat[] {
  const members = people.filter(({ role }) => role === 'member')
  return members.map((person) => ({
    id: person.id,
    name: person.name,
    look: lookOf(person),
    state: 'here',
  }))
}
