import type { Clock } from '../clock.ts'
import type { Recorder } from '../conference/hub.ts'
import type { Rooms } from '../rooms/rooms.ts'
import { linesThatWait } from './doorLog.ts'
import { linesOf } from './lines.ts'
import { writeLines } from './store.ts'

/**
 * Writes what a change has to say in the log of the door, in its transaction. Where a room is left (the door opens, or the
 * circle starts anew) what waited beside its ciphertext comes first, with its own times [LG6].
 */
export function recordLines(rooms: Pick<Rooms, 'doorLines'>, clock: Clock): Recorder {
  return async (tx, before, after, by) => {
    const { id, phase, room } = after.conference
    const left = before.conference.room
    if (left !== null && left !== room && phase !== 'closed') {
      for (const line of linesThatWait(rooms.doorLines(left))) await writeLines(tx, id, line.at, [line])
    }
    await writeLines(tx, id, clock.now().toISOString(), linesOf(before, after, by))
  }
}
