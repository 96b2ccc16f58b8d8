import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { ANEW_AFTER_MS, ANEW_AGAIN_MS } from '@kringplan/shared/contract/seatView'
import { badField, done, refused, type Answer } from '../http/answer.ts'
import { nowText, type SeatContext, type Services } from '../http/context.ts'
import { toBytes } from '../secrets.ts'
import { eraseOpened } from './door.ts'
import type { SeatFacts, Snapshot } from './snapshot.ts'
import { askOf, seatIn } from './standing.ts'

/*
 * Starting anew behind the closed door, when nobody can open the draft any more. It destroys the draft and shows it to
 * nobody; the door stays closed. One device asks, with the room that would come; another person says yes. Whether anybody
 * is still inside is not looked at: the answer would tell it [NW4]. Who is, says no.
 */

/**
 * Asks the circle. Only a device that was inside: a link alone, whoever made it, destroys nothing [NW2]. One asking at a
 * time, and after a no not again at once.
 */
export function askAnew(context: SeatContext, input: Parsed<'askAnew'>): Promise<Answer<Output<'askAnew'>>> {
  const { services } = context
  return context.change(async (tx, snapshot) => {
    const { id, room, roomSchema } = snapshot.conference
    const own = seatIn(snapshot, context.seat.id)
    if (own === undefined || !wasInside(services, own, snapshot)) return refused
    if (toBytes(input.doorTokenHash, 32) === undefined) return badField('doorTokenHash')
    // The pages of this room go on in the build in which it was closed [WB6].
    if (input.schemaVersion !== roomSchema || askOf(snapshot) !== null) return { ok: false, refusal: 'stale' }
    const now = services.clock.now()
    const from = refusedUntil(own, snapshot)
    if (now.getTime() < from) {
      return { ok: false, refusal: 'tooMany', from: new Date(from).toISOString() }
    }
    const taken = await tx
      .selectFrom('conferences')
      .select('id')
      .where('room', '=', input.room)
      .executeTakeFirst()
    if (taken !== undefined || input.room === room) return badField('room')
    const { doorTokenHash } = input
    const asked = {
      room: input.room,
      doorTokenHash,
      seatId: own.id,
      askedAt: now.toISOString(),
      droppedAt: null,
    }
    await tx
      .insertInto('anewAsks')
      .values({ conferenceId: id, ...asked })
      .onConflict((conflict) => conflict.column('conferenceId').doUpdateSet(asked))
      .execute()
    return done
  })
}

/**
 * The yes of another person, from two minutes after the asking: who is inside has had the time to say no. The room of before
 * is erased unread, and the door stays as closed as it was: nobody outside is told more than another name of the room [NW3].
 */
export async function agreeAnew(
  context: SeatContext,
  input: Parsed<'agreeAnew'>,
): Promise<Answer<Output<'agreeAnew'>>> {
  const { services } = context
  // A room of an earlier opening that could not be erased then: there is place for one.
  await eraseOpened(services).catch(() => undefined)
  const begun = await context.change<Output<'agreeAnew'>>(async (tx, snapshot) => {
    const { id, room: before, roomSchema } = snapshot.conference
    const own = seatIn(snapshot, context.seat.id)
    if (own === undefined || !(wasThere(own, snapshot) || wasInside(services, own, snapshot))) return refused
    const ask = askOf(snapshot)
    if (ask?.room !== input.room) return { ok: false, refusal: 'stale' }
    const asker = seatIn(snapshot, ask.seatId)
    if (asker === undefined || isSame(asker, own)) return refused
    const from = Date.parse(ask.askedAt) + ANEW_AFTER_MS
    if (services.clock.now().getTime() < from) {
      return { ok: false, refusal: 'notYet', from: new Date(from).toISOString() }
    }
    const doorTokenHash = toBytes(ask.doorTokenHash, 32)
    if (doorTokenHash === undefined || before === null || roomSchema === null) return refused
    await services.rooms.found({
      room: ask.room,
      conferenceId: id,
      doorTokenHash,
      schemaVersion: roomSchema,
    })
    await tx.deleteFrom('anewAsks').where('conferenceId', '=', id).execute()
    await tx
      .updateTable('conferences')
      .set({ room: ask.room, oldRoom: before })
      .where('id', '=', id)
      .execute()
    services.openAsks.forget(before)
    return done
  })
  if (begun.ok) await eraseOpened(services).catch(() => undefined)
  return begun
}

/** "No": of anybody in the circle, also who asked. Nothing was changed. */
export function dropAnew(
  context: SeatContext,
  input: Parsed<'dropAnew'>,
): Promise<Answer<Output<'dropAnew'>>> {
  return context.change(async (tx, snapshot) => {
    // A member that waits for a yes may knock, no more.
    if (seatIn(snapshot, context.seat.id) === undefined) return refused
    if (askOf(snapshot)?.room !== input.room) return { ok: false, refusal: 'stale' }
    await tx
      .updateTable('anewAsks')
      .set({ droppedAt: nowText(context.services) })
      .where('conferenceId', '=', snapshot.conference.id)
      .execute()
    return done
  })
}

/** Until when this person asks no more, after a no. In milliseconds since 1970. */
function refusedUntil(own: SeatFacts, { anew, seats }: Snapshot): number {
  const asker = seats.find(({ id }) => id === anew?.seatId)
  if (anew === null || anew.droppedAt === null || asker === undefined || !isSame(asker, own)) return 0
  return Date.parse(anew.droppedAt) + ANEW_AGAIN_MS
}

const wasThere = ({ createdAt }: SeatFacts, { conference }: Snapshot): boolean =>
  createdAt <= conference.since

/** Whether this device proved the key of the room. Where the server lost the room nobody can say: then who was there. */
function wasInside({ rooms }: Services, own: SeatFacts, snapshot: Snapshot): boolean {
  const { room } = snapshot.conference
  if (room === null || rooms.epochOf(room) === undefined) return wasThere(own, snapshot)
  return rooms.doorLines(room).some(({ kind, seat }) => kind === 'inside' && seat === own.id)
}

/** Two devices of one person are one person; the board is nobody. */
const isSame = (a: SeatFacts, b: SeatFacts): boolean => a.id === b.id || a.personId === b.personId
