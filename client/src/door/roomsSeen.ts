import type { ClosedView } from '@kringplan/shared/contract/seatView'

const first = new Map<string, string>()
const latest = new Map<string, string>()
const doorOf = (seat: string, since: string) => `${seat} ${since}`

/** Whether this page saw another room behind this very door before: the circle started anew [NW3]. */
export function sawAnother({ self, since, room }: Pick<ClosedView, 'self' | 'since' | 'room'>): boolean {
  const door = doorOf(self.seat, since)
  const known = first.get(door) ?? room
  first.set(door, known)
  latest.set(door, room)
  return known !== room
}

/** Whether this page has heard of another room than this one behind this very door. */
export function wasReplaced(seat: string, since: string, room: string): boolean {
  return (latest.get(doorOf(seat, since)) ?? room) !== room
}
