import type { Config } from '../config.ts'
import type { Clock } from '../clock.ts'
import type { Snapshot } from '../conference/snapshot.ts'

/** How long before the start a member's link and the code begin to work. */
const BEFORE_START = 2 * 60 * 60 * 1000

/**
 * From when on a member's link works, as ISO 8601; null when it works now. A meeting that has begun, has no time
 * yet, or is a demo lets everybody in.
 */
export function opensAt(snapshot: Snapshot, config: Config, clock: Clock): string | null {
  const { phase, startsAt } = snapshot.conference
  if (config.demo || phase !== 'preparation' || startsAt === null) return null
  const from = new Date(startsAt).getTime() - BEFORE_START
  return clock.now().getTime() >= from ? null : new Date(from).toISOString()
}
