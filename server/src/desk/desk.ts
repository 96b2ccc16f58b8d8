import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { insertConference } from '../conference/conferences.ts'
import { isOutside } from '../conference/standing.ts'
import { refused, type Answer } from '../http/answer.ts'
import type { DeskContext } from '../http/context.ts'
import { heldSeatOf } from '../seats/held.ts'
import { insertSeat } from '../seats/newSeat.ts'

/** The conferences this coordinator leads, newest first. */
export async function listConferences(context: DeskContext): Promise<Answer<Output<'listConferences'>>> {
  const { db } = context.services
  const coordinator = await db
    .selectFrom('coordinators')
    .select('name')
    .where('id', '=', context.coordinatorId)
    .executeTakeFirstOrThrow()
  const conferences = await db
    .selectFrom('conferences')
    .innerJoin('people', 'people.conferenceId', 'conferences.id')
    .select(['conferences.id', 'circle', 'modelId', 'startsAt', 'phase'])
    .where('people.coordinatorId', '=', context.coordinatorId)
    .orderBy('conferences.createdAt', 'desc')
    .execute()
  return { ok: true, value: { name: coordinator.name, conferences } }
}

/** Makes a conference and takes the coordinator's seat in it on this device. */
export async function createConference(
  context: DeskContext,
  input: Parsed<'createConference'>,
): Promise<Answer<Output<'createConference'>>> {
  const { db } = context.services
  const { name } = await db
    .selectFrom('coordinators')
    .select('name')
    .where('id', '=', context.coordinatorId)
    .executeTakeFirstOrThrow()
  const made = await db
    .transaction()
    .execute((tx) => insertConference(context.services, tx, input, [{ id: context.coordinatorId, name }]))
  if (!made.ok) return made
  const seat = await takeSeat(context, made.value.id)
  return seat.ok ? { ok: true, value: { id: made.value.id, seat: seat.value.seat } } : seat
}

/** The coordinator takes a seat in an own conference on this device, or goes on with the one held here. */
export function enterConference(context: DeskContext): Promise<Answer<Output<'enterConference'>>> {
  return takeSeat(context, context.id)
}

function takeSeat(context: DeskContext, conferenceId: string): Promise<Answer<Output<'enterConference'>>> {
  return context.services.hub.change<Output<'enterConference'>>(conferenceId, async (tx, snapshot) => {
    const me = snapshot.people.find((person) => person.coordinatorId === context.coordinatorId)
    if (me === undefined || snapshot.conference.phase === 'closed') return refused
    const held = heldSeatOf(context.cookies, snapshot, me.id)
    if (held !== undefined) return { ok: true, value: { seat: held.id } }
    const seat = await insertSeat(context, tx, {
      conferenceId,
      role: 'coordinator',
      personId: me.id,
      standing: isOutside(snapshot, me.id) ? 'outside' : 'in',
      language: me.language,
    })
    return { ok: true, value: { seat } }
  })
}
