import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { transition, type PhaseEvent } from '@kringplan/shared/phase/transition'
import { badField, done, refused, type Answer } from '../http/answer.ts'
import { nowText, type SeatContext, type Services } from '../http/context.ts'
import { toBytes } from '../secrets.ts'
import type { Tx } from '../store/tables.ts'
import type { Snapshot } from './snapshot.ts'

/*
 * The moves of a meeting. The router asked the policy and asks again when the move's turn has come; the hub
 * commits, closes the sockets that may no more, pushes the views, and only then is the mover answered [PH4].
 */

async function move(
  services: Services,
  tx: Tx,
  snapshot: Snapshot,
  event: PhaseEvent,
  revision: number,
  room: string | null,
): Promise<Answer<{ readonly since: string }>> {
  const { id, phase, since } = snapshot.conference
  const next = transition(
    { phase, since, revision: snapshot.conference.revision },
    event,
    revision,
    nowText(services),
  )
  if (!next.ok) return next
  await tx
    .updateTable('conferences')
    .set({ ...next.value, room })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('calls').where('conferenceId', '=', id).execute()
  return { ok: true, value: { since: next.value.since } }
}

/** preparation to information */
export function begin(context: SeatContext, input: Parsed<'begin'>): Promise<Answer<Output<'begin'>>> {
  return context.change(async (tx, snapshot) => {
    const moved = await move(context.services, tx, snapshot, 'begin', input.revision, null)
    return moved.ok ? done : moved
  })
}

/** information to deliberation where everybody stays together. Where there is a door it has to be closed. */
export function draft(context: SeatContext, input: Parsed<'draft'>): Promise<Answer<Output<'draft'>>> {
  return context.change(async (tx, snapshot) => {
    if (snapshot.conference.setting !== 'together') return refused
    const moved = await move(context.services, tx, snapshot, 'draft', input.revision, null)
    return moved.ok ? done : moved
  })
}

/**
 * The circle closes the door. The room is founded before the phase is committed: if the move fails an empty room
 * is left that nobody can reach; the other way round a closed door would have no room.
 */
export function closeDoor(
  context: SeatContext,
  input: Parsed<'closeDoor'>,
): Promise<Answer<Output<'closeDoor'>>> {
  return context.change(async (tx, snapshot) => {
    if (snapshot.conference.setting !== 'withDoor') return refused
    const doorTokenHash = toBytes(input.doorTokenHash, 32)
    if (doorTokenHash === undefined) return badField('doorTokenHash')
    const moved = await move(context.services, tx, snapshot, 'draft', input.revision, input.room)
    if (!moved.ok) return moved
    const taken = await tx
      .selectFrom('conferences')
      .select('id')
      .where('room', '=', input.room)
      .where('id', '!=', snapshot.conference.id)
      .executeTakeFirst()
    if (taken !== undefined) return badField('room')
    await context.services.rooms.found({
      room: input.room,
      conferenceId: snapshot.conference.id,
      doorTokenHash,
      schemaVersion: input.schemaVersion,
    })
    return moved
  })
}

/** Goes outside, with all one's devices. They come back in with a later phase, not by a call. */
export function leave(context: SeatContext): Promise<Answer<Output<'leave'>>> {
  return context.change(async (tx) => {
    const { personId } = context.seat
    if (personId === null) return refused
    await tx
      .updateTable('seats')
      .set({ standing: 'outside' })
      .where('personId', '=', personId)
      .where('standing', '=', 'in')
      .execute()
    return done
  })
}

/** Ends the conference. Its documents, draft included, are erased and shown to nobody. */
export async function end(context: SeatContext, input: Parsed<'end'>): Promise<Answer<Output<'end'>>> {
  const { services, placed } = context
  const ended = await context.change<{ readonly since: string }>((tx, snapshot) =>
    move(services, tx, snapshot, 'end', input.revision, snapshot.conference.room),
  )
  if (!ended.ok) return ended
  const id = placed.snapshot?.conference.id
  // It is over, whatever the disk says: nobody reaches the documents, and the upkeep tries again to erase them.
  if (id !== undefined) await eraseDocuments(services, id).catch(() => undefined)
  return done
}

async function eraseDocuments(services: Services, conferenceId: string): Promise<void> {
  await services.rooms.erase(conferenceId)
  await services.db
    .updateTable('conferences')
    .set({ erased: 1, room: null })
    .where('id', '=', conferenceId)
    .execute()
}

/** Erases what a power cut or a full disk left behind between the end of a conference and the erasing. */
export async function eraseEnded(services: Services): Promise<void> {
  const rows = await services.db
    .selectFrom('conferences')
    .select('id')
    .where('phase', '=', 'closed')
    .where('erased', '=', 0)
    .execute()
  for (const { id } of rows) await eraseDocuments(services, id)
}
