import { deviceMark, type LogPerson, type WaitingLine } from '@kringplan/shared/log/doorLog'
import { isDoorClosed } from '@kringplan/shared/policy/can'
import type { Clock } from '../clock.ts'
import type { Hub } from '../conference/hub.ts'
import type { SeatFacts, Snapshot } from '../conference/snapshot.ts'
import { errorFacts, type Log } from '../log.ts'
import type { DoorLine, Rooms } from '../rooms/rooms.ts'
import type { Db } from '../store/tables.ts'
import { personOfSeat, type NewLine } from './lines.ts'
import { writeLines } from './store.ts'

/**
 * What happens at the closed door beside the changes of a conference: a device proved the key, or tried and was refused.
 * Written a moment after, so that nobody's answer waits for it, by no queue that outsiders stand in, and told to nobody:
 * no view, socket or line of the server's own log says that there is something to read [LG4].
 *
 * What tells of the inside stays beside the ciphertext while the door is closed, and comes into the log when it opens:
 * until then no row of kringplan.db, and so no backup of it, depends on who is inside [LG6].
 */
export interface DoorLog {
  /** A device proved the key of this room. The first time behind this door is a line. */
  proved(seatId: string, room: string): void
  /** A device tried this room, or what belongs to it, and was refused. Nothing while no door is closed. */
  tried(seatId: string, room?: string): void
  /** A device inside makes a link for somebody far away. Rejects where that was not kept: then there is no link. */
  invited(seatId: string, room: string, who: LogPerson): Promise<void>
  /** What waits for this room's door to open, oldest first. */
  waiting(room: string): readonly WaitingLine[]
  /** When all of it is written. */
  settled(): Promise<void>
}

export function createDoorLog(
  db: Db,
  hub: Pick<Hub, 'peek'>,
  rooms: Pick<Rooms, 'keepLine' | 'doorLines'>,
  clock: Clock,
  log: Log,
): DoorLog {
  let queue: Promise<void> = Promise.resolve()
  /** Room and seat, for who comes back after each lost connection. The table is asked after a restart. */
  const inside = new Set<string>()
  /** When a device was written down as refused last: no flood of tries becomes a flood of questions to the table. */
  const refused = new Map<string, number>()

  /** The seat and its conference, when its door is closed, and with this room where one is named. */
  const behindDoor = (seatId: string, room?: string): { seat: SeatFacts; snapshot: Snapshot } | undefined => {
    const placed = hub.peek(seatId)
    const snapshot = placed?.snapshot ?? null
    if (placed === undefined || snapshot === null || !isDoorClosed(snapshot.conference)) return undefined
    return room === undefined || room === snapshot.conference.room
      ? { seat: placed.seat, snapshot }
      : undefined
  }

  /** Rejects where the line was not kept. What comes after it is kept all the same. */
  const keep = (
    seatId: string,
    room: string,
    kind: 'inside' | 'invited',
    invited?: LogPerson,
  ): Promise<void> => {
    const placed = behindDoor(seatId, room)
    if (placed === undefined) return Promise.reject(new Error('no closed door'))
    const own = personOfSeat(placed.seat, placed.snapshot)
    const whose = invited === undefined ? { who: own, by: null } : { who: invited, by: own }
    const said = JSON.stringify({ at: clock.now().toISOString(), ...whose })
    const job = () => rooms.keepLine(room, { seat: seatId, kind, once: kind === 'inside', said })
    const kept = queue.then(job)
    // A line of the server's own log would tell when somebody was busy inside.
    queue = kept.catch(() => undefined)
    return kept
  }

  return {
    proved(seatId, room) {
      const name = `${room} ${seatId}`
      if (inside.has(name)) return
      inside.add(name)
      keep(seatId, room, 'inside').catch(() => inside.delete(name))
    },
    tried(seatId, room) {
      const placed = behindDoor(seatId)
      if (placed === undefined) return
      const at = clock.now()
      const now = at.getTime()
      if (now - (refused.get(seatId) ?? -Infinity) < 60_000) return
      // Old ones say nothing any more.
      for (const [seat, then] of refused) if (now - then >= 60_000) refused.delete(seat)
      refused.set(seatId, now)
      const { id, room: ofNow } = placed.snapshot.conference
      if (room !== undefined && room !== ofNow) return
      const who = personOfSeat(placed.seat, placed.snapshot)
      const job = async () => {
        await db.transaction().execute(async (tx) => {
          const row = await tx
            .selectFrom('conferences')
            .select('room')
            .where('id', '=', id)
            .executeTakeFirst()
          // The door opened, or the meeting ended, meanwhile.
          if (row?.room !== ofNow) return
          await writeLines(tx, id, at.toISOString(), [{ kind: 'tried', who, seat: seatId, by: null }])
        })
      }
      queue = queue.then(job).catch((error: unknown) => {
        log.error(errorFacts(error), 'a line of the door was not written')
      })
    },
    invited: (seatId, room, who) => keep(seatId, room, 'invited', who),
    waiting: (room) =>
      linesThatWait(rooms.doorLines(room)).map(({ at, kind, who, seat, by }) => ({
        at,
        kind,
        who,
        device: seat === null ? null : deviceMark(seat),
        by,
      })),
    settled: () => queue,
  }
}

/** The kept lines as they go into the log. */
export function linesThatWait(kept: readonly DoorLine[]): readonly (NewLine & { readonly at: string })[] {
  return kept.map(({ seat, kind, said }) => {
    const line = JSON.parse(said) as Pick<NewLine, 'who' | 'by'> & { readonly at: string }
    return { ...line, kind: kind as NewLine['kind'], seat }
  })
}
