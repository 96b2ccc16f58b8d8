import type { ClosedView } from '@kringplan/shared/contract/seatView'

const first = new Map<string, string>()

/** Whether this page saw another room behind this very door before: the circle started anew [NW3]. */
export function sawAnother({ self, since, room }: Pick<ClosedView, 'self' | 'since' | 'room'>): boolean {
  const door = `${self.seat} ${since}`
  const known = first.get(door) ?? room
  first.set(door, known)
  return known !== room
}
