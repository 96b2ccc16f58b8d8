import { deviceMark, type LogPerson } from '@kringplan/shared/log/doorLog'
import { isDoorClosed } from '@kringplan/shared/policy/can'
import type { Clock } from '../clock.ts'
import type { Hub } from '../conference/hub.ts'
import { errorFacts, type Log } from '../log.ts'
import type { Db } from '../store/tables.ts'
import { personOfSeat } from './lines.ts'
import { writeLines } from './store.ts'

/**
 * What happens at the closed door beside the changes of a conference: a device proved the key, or tried and was refused.
 * Written a moment after, so that nobody's answer waits for it, by no queue that outsiders stand in, and told to nobody:
 * no view, socket or line of the server's own log says that there is something to read [LG4].
 */
export interface DoorLog {
  /** A device proved the key of this room. The first time behind this door is a line. */
  proved(seatId: string, room: string): void
  /** A device tried this room, or what belongs to it, and was refused. Nothing while no door is closed. */
  tried(seatId: string, room?: string): void
  /** A device inside made a link for somebody far away. */
  invited(seatId: string, room: string, who: LogPerson): void
  /** When all of it is written. */
  settled(): Promise<void>
}

export function createDoorLog(db: Db, hub: Pick<Hub, 'peek'>, clock: Clock, log: Log): DoorLog {
  let queue: Promise<void> = Promise.resolve()
  /** Room and seat, for who comes back after each lost connection. The table is asked after a restart. */
  const inside = new Set<string>()
  /** When a device was written down as refused last: no flood of tries becomes a flood of questions to the table. */
  const refused = new Map<string, number>()

  const write = (
    seatId: string,
    kind: 'inside' | 'tried' | 'invited',
    room?: string,
    invited?: LogPerson,
  ): void => {
    const placed = hub.peek(seatId)
    const snapshot = placed?.snapshot ?? null
    if (placed === undefined || snapshot === null || !isDoorClosed(snapshot.conference)) return
    const { id, since } = snapshot.conference
    if (room !== undefined && room !== snapshot.conference.room) return
    const at = clock.now().toISOString()
    const job = async () => {
      await db.transaction().execute(async (tx) => {
        const now = await tx.selectFrom('conferences').select('room').where('id', '=', id).executeTakeFirst()
        // The door opened, or the meeting ended, meanwhile.
        if (now?.room !== snapshot.conference.room) return
        if (kind === 'inside') {
          const anew = await tx
            .selectFrom('doorLog')
            .select('seq')
            .where('conferenceId', '=', id)
            .where('kind', '=', 'anew')
            .orderBy('seq', 'desc')
            .executeTakeFirst()
          const told = await tx
            .selectFrom('doorLog')
            .select('seq')
            .where('conferenceId', '=', id)
            .where('kind', '=', kind)
            .where('device', '=', deviceMark(seatId))
            .where('at', '>=', since)
            .where('seq', '>', anew?.seq ?? 0)
            .executeTakeFirst()
          if (told !== undefined) return
        }
        const own = personOfSeat(placed.seat, snapshot)
        const whose = invited === undefined ? { who: own, by: null } : { who: invited, by: own }
        await writeLines(tx, id, at, [{ kind, ...whose, seat: seatId }])
      })
    }
    queue = queue.then(job).catch((error: unknown) => {
      // When it failed would tell when somebody was busy inside: said of outsiders' tries only.
      if (kind === 'tried') log.error(errorFacts(error), 'a line of the door was not written')
      else inside.delete(`${snapshot.conference.room} ${seatId}`)
    })
  }

  return {
    proved(seatId, room) {
      const name = `${room} ${seatId}`
      if (inside.has(name)) return
      inside.add(name)
      write(seatId, 'inside', room)
    },
    tried(seatId, room) {
      const snapshot = hub.peek(seatId)?.snapshot ?? null
      if (snapshot === null || !isDoorClosed(snapshot.conference)) return
      const now = clock.now().getTime()
      if (now - (refused.get(seatId) ?? -Infinity) < 60_000) return
      // Old ones say nothing any more.
      for (const [seat, at] of refused) if (now - at >= 60_000) refused.delete(seat)
      refused.set(seatId, now)
      write(seatId, 'tried', room)
    },
    invited: (seatId, room, who) => write(seatId, 'invited', room, who),
    settled: () => queue,
  }
}
