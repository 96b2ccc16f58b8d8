/** Where a seat stands, in percent of the box, measured from its top left corner in every script. */
export interface Place {
  readonly x: number
  readonly y: number
}

export interface CirclePlaces {
  readonly places: readonly Place[]
  /** The largest disc that leaves room between neighbours, as a share of the box. */
  readonly disc: number
}

/** More people than this stand in two rings, one inside the other. */
const oneRing = 18
/** The share of the box from its middle to the ring's line. */
export const ringRadius = 0.42
const innerRadius = 0.28
/** Half of the gap where the door is, and the free space that keeps people clear of its ends. */
export const halfGap = 20
const clearOfDoor = 25

/**
 * Divides `count` seats over the circle. Without a door the first seat is at twelve o'clock and the others
 * follow clockwise; with a door they run clockwise from one side of the gap at the bottom to the other.
 * @param wanted the disc a screen would like, as a share of the box
 */
export function circlePlaces(count: number, door: boolean, wanted: number): CirclePlaces {
  const outer = count > oneRing ? Math.ceil(count * 0.58) : count
  const rings: readonly [Ring, Ring] = [
    { seats: outer, radius: ringRadius },
    { seats: count - outer, radius: innerRadius },
  ]
  const places = rings.flatMap(({ seats, radius }) =>
    Array.from({ length: seats }, (_, index) => placeAt(angleOf(index, seats, door), radius)),
  )
  // Where the ring is the door, its line has to stay in sight between two people.
  const share = door ? 0.62 : 0.82
  const room = rings
    .filter(({ seats }) => seats > 1)
    .map(({ seats, radius }) => 2 * radius * Math.sin(((stepOf(seats, door) / 2) * Math.PI) / 180) * share)
  const between = rings[1].seats > 0 ? (ringRadius - innerRadius) * 0.85 : wanted
  return { places, disc: Math.min(wanted, between, ...room) }
}

interface Ring {
  readonly seats: number
  readonly radius: number
}

/** A point on the circle of this radius, at an angle clockwise from twelve o'clock. */
export function placeAt(degrees: number, radius: number): Place {
  const angle = (degrees * Math.PI) / 180
  return { x: 50 + 100 * radius * Math.sin(angle), y: 50 - 100 * radius * Math.cos(angle) }
}

function stepOf(seats: number, door: boolean): number {
  return door ? (360 - 2 * clearOfDoor) / Math.max(1, seats - 1) : 360 / seats
}

function angleOf(index: number, seats: number, door: boolean): number {
  if (!door) return index * stepOf(seats, door)
  return seats === 1 ? 0 : 180 + clearOfDoor + index * stepOf(seats, door)
}
