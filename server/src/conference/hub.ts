import type { Action } from '@kringplan/shared/policy/actions'
import type { Answer } from '../http/answer.ts'
import { errorFacts, type Log } from '../log.ts'
import type { Db, Tx } from '../store/tables.ts'
import { loadSnapshot, seatFacts, type SeatFacts, type Snapshot } from './snapshot.ts'
import { maySeat } from './standing.ts'

/** A seat with its conference; `snapshot` is null for a browser that waits to become a board. */
export interface Placed {
  readonly seat: SeatFacts
  readonly snapshot: Snapshot | null
}

/** What happens inside a change. Everything written goes through `tx`; a refusal rolls it back. */
type Change<T> = (tx: Tx, snapshot: Snapshot) => Promise<Answer<T>>

/** What has to be so before a change, and may take a while: done in its turn, with no transaction open. */
type Before = (snapshot: Snapshot) => Promise<Answer<unknown>>

/** Told after every change that was committed, in the order of registration, before the caller is answered. */
type Listener = (conferenceId: string) => void | Promise<void>

/** Keeps the current snapshot of each conference in memory and is the only way to change one. */
export interface Hub {
  /** The policy, synchronous, from memory. Default refuse: a seat that is not loaded may nothing. */
  ask(seatId: string, action: Action): boolean
  /** The seat with its conference, from memory only. */
  peek(seatId: string): Placed | undefined
  /** The seat with its conference, read from the database when it is not in memory yet. */
  find(seatId: string): Promise<Placed | undefined>
  /** The conference of this id. */
  snapshot(conferenceId: string): Promise<Snapshot | undefined>
  /**
   * One change at a time per conference: runs `change` on the current snapshot in one transaction, commits,
   * replaces the snapshot, tells the listeners, and only then answers. `before` comes first, outside the transaction, so
   * that what it waits for holds no other conference up; its refusal is the answer. `by` is the seat that makes it, for the
   * log of the door.
   */
  change<T>(conferenceId: string, change: Change<T>, before?: Before, by?: string | null): Promise<Answer<T>>
  onChange(listener: Listener): void
  /**
   * These seats, which waited to become boards, have ended in the database. Calls `tell` while memory says so, then
   * forgets them.
   */
  endWaiting(seatIds: readonly string[], tell: () => void): void
}

/** Writes down, in the transaction of a change, what it changed. */
export type Recorder = (tx: Tx, before: Snapshot, after: Snapshot, by: string | null) => Promise<void>

/** Carries a refusal out of a transaction, so that it rolls back. */
class Refused extends Error {
  readonly answer: Answer<never>
  constructor(answer: Answer<never>) {
    super('refused')
    this.answer = answer
  }
}

export function createHub(db: Db, log: Log, record: Recorder): Hub {
  const snapshots = new Map<string, Snapshot>()
  const seats = new Map<string, SeatFacts>()
  const queues = new Map<string, Promise<unknown>>()
  const listeners: Listener[] = []

  const keep = (snapshot: Snapshot): Snapshot => {
    snapshots.set(snapshot.conference.id, snapshot)
    for (const seat of snapshot.seats) seats.set(seat.id, seat)
    return snapshot
  }

  const load = async (conferenceId: string): Promise<Snapshot | undefined> => {
    const known = snapshots.get(conferenceId)
    if (known !== undefined) return known
    const read = await loadSnapshot(db, conferenceId)
    // Somebody may have changed the conference meanwhile: what is in memory by now is newer.
    return snapshots.get(conferenceId) ?? (read === undefined ? undefined : keep(read))
  }

  const peek = (seatId: string): Placed | undefined => {
    const seat = seats.get(seatId)
    if (seat === undefined) return undefined
    if (seat.conferenceId === null) return { seat, snapshot: null }
    const snapshot = snapshots.get(seat.conferenceId)
    return snapshot === undefined ? undefined : { seat, snapshot }
  }

  /**
   * Tells every listener, also after one that failed. The change stands, and must be answered so: a device that is told
   * that closing the door failed throws its key away. The rights hold all the same, they are asked on every frame.
   */
  async function tell(conferenceId: string): Promise<void> {
    for (const listener of listeners) {
      try {
        await listener(conferenceId)
      } catch (error) {
        log.error(errorFacts(error), 'not everybody was told of a change')
      }
    }
  }

  async function runChange<T>(
    conferenceId: string,
    change: Change<T>,
    prepare: Before | undefined,
    by: string | null,
  ): Promise<Answer<T>> {
    const before = await load(conferenceId)
    if (before === undefined) return { ok: false, refusal: 'refused' }
    const prepared = await prepare?.(before)
    if (prepared?.ok === false) return prepared
    let answer: Answer<T>
    try {
      const [result, after] = await db.transaction().execute(async (tx) => {
        const outcome = await change(tx, before)
        if (!outcome.ok) throw new Refused(outcome)
        const read = await loadSnapshot(tx, conferenceId)
        if (read === undefined) throw new Error('a conference vanished')
        await record(tx, before, read, by)
        return [outcome, read] as const
      })
      keep(after)
      answer = result
    } catch (error) {
      if (error instanceof Refused) return error.answer
      throw error
    }
    await tell(conferenceId)
    return answer
  }

  return {
    ask(seatId, action) {
      const placed = peek(seatId)
      return placed !== undefined && maySeat(placed.seat, placed.snapshot, action)
    },
    peek,
    async find(seatId) {
      const known = peek(seatId)
      if (known !== undefined) return known
      const row = await db.selectFrom('seats').selectAll().where('id', '=', seatId).executeTakeFirst()
      if (row === undefined) return undefined
      if (row.conferenceId !== null) await load(row.conferenceId)
      else if (!seats.has(seatId)) seats.set(seatId, seatFacts(row))
      return peek(seatId)
    },
    snapshot: load,
    async change(conferenceId, change, prepare, by = null) {
      const before = queues.get(conferenceId) ?? Promise.resolve()
      const mine = before.then(
        () => runChange(conferenceId, change, prepare, by),
        () => runChange(conferenceId, change, prepare, by),
      )
      queues.set(conferenceId, mine)
      try {
        return await mine
      } finally {
        if (queues.get(conferenceId) === mine) queues.delete(conferenceId)
      }
    },
    onChange(listener) {
      listeners.push(listener)
    },
    endWaiting(seatIds, tellThem) {
      const waiting = seatIds.flatMap((id) => {
        const seat = seats.get(id)
        return seat?.conferenceId === null ? [seat] : []
      })
      for (const seat of waiting) seats.set(seat.id, { ...seat, ended: true })
      tellThem()
      for (const { id } of waiting) seats.delete(id)
    },
  }
}
