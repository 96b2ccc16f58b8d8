import type { Clock } from '../clock.ts'

/** How long "shall we open the door?" of one phone waits for a second person. */
const WAITS = 10 * 60 * 1000

/** Who inside a sealed room asked to open the door. In memory only: it is asked again after a restart. */
export interface OpenAsks {
  add(room: string, personId: string): void
  /** Whether somebody else than this person asked, not too long ago. */
  hasOther(room: string, personId: string): boolean
  forget(room: string): void
}

export function createOpenAsks(clock: Clock): OpenAsks {
  const asks = new Map<string, Map<string, number>>()
  return {
    add(room, personId) {
      const people = asks.get(room) ?? new Map<string, number>()
      people.set(personId, clock.now().getTime())
      asks.set(room, people)
    },
    hasOther(room, personId) {
      const since = clock.now().getTime() - WAITS
      return [...(asks.get(room) ?? [])].some(([id, at]) => id !== personId && at >= since)
    },
    forget: (room) => void asks.delete(room),
  }
}
