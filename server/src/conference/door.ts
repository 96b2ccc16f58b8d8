import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { openDocument, type OpenDocument } from '@kringplan/shared/contract/openSync'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import { badField, done, refused, type Answer } from '../http/answer.ts'
import type { SeatContext, Services } from '../http/context.ts'
import { toBytes } from '../secrets.ts'
import { canMove, conferenceOf, forgetTalk, move, willMove } from './moves.ts'
import { notInside } from './proof.ts'
import { isAgreed } from './secondPerson.ts'
import type { Snapshot } from './snapshot.ts'
import { changeStopped, eraseOlder } from './stopped.ts'

/*
 * The circle closes the door and opens it again. Nobody else does [PH5].
 */

/**
 * Closes the door. The room is founded before the phase is committed: if the move fails an empty room
 * is left that nobody can reach; the other way round a closed door would have no room. From the table the closer gets the plan as it stood, to carry it in; its
 * document stays unreachable on disk until the next opening, for a closer that vanishes here.
 */
export function closeDoor(
  context: SeatContext,
  input: Parsed<'closeDoor'>,
): Promise<Answer<Output<'closeDoor'>>> {
  const { services } = context
  const needed = (snapshot: Snapshot) =>
    snapshot.conference.setting === 'withDoor' &&
    snapshot.conference.phase === 'presentation' &&
    willMove(context, snapshot, 'draft', input.revision)
  return changeStopped<Output<'closeDoor'>>(context, needed, async (tx, snapshot, standing) => {
    const { id, setting, phase } = snapshot.conference
    if (setting !== 'withDoor') return refused
    const doorTokenHash = toBytes(input.doorTokenHash, 32)
    if (doorTokenHash === undefined) return badField('doorTokenHash')
    const next = canMove(services, snapshot, 'draft', input.revision)
    if (!next.ok) return next
    // A page of before an upgrade: the room would be of another version than the build that its pages go on in.
    if (input.schemaVersion !== SCHEMA_VERSION) return { ok: false, refusal: 'stale' }
    const isAgain = phase === 'presentation'
    if (isAgain && !(await isAgreed(context.seat, tx, snapshot, 'draft'))) {
      return { ok: true, value: { since: '', waiting: true, plan: null } }
    }
    const taken = await tx
      .selectFrom('conferences')
      .select('id')
      .where('room', '=', input.room)
      .where('id', '!=', id)
      .executeTakeFirst()
    if (taken !== undefined) return badField('room')
    const plan = isAgain ? standing() : null
    if (isAgain) await forgetTalk(tx, id)
    const closed = await move(services, tx, snapshot, 'draft', input.revision, {
      room: input.room,
      build: services.builds.now()?.fingerprint ?? null,
      roomSchema: input.schemaVersion,
    })
    if (!closed.ok) return closed
    await services.rooms.found({
      room: input.room,
      conferenceId: id,
      doorTokenHash,
      schemaVersion: input.schemaVersion,
    })
    return { ok: true, value: { since: closed.value.since, waiting: false, plan } }
  })
}

/** "Shall we open the door?", of a phone inside: remembered here for a while, and told to nobody [PH7]. */
export async function askOpen(
  context: SeatContext,
  input: Parsed<'askOpen'>,
): Promise<Answer<Output<'askOpen'>>> {
  const { services, seat } = context
  const refusal = notInside(context, input)
  if (refusal !== null) return refusal
  if (seat.personId === null) return refused
  services.openAsks.add(input.room, seat.personId)
  return done
}

/**
 * Opens the door: the plan as visible text goes into a new document, the ciphertext is erased, and who went outside
 * is in again. The order keeps it whole: nothing is stored in the room any more, the new document is on disk, the
 * phase is committed, and only then the room goes. A plan that is refused here is thrown away unread.
 */
export async function openDoor(
  context: SeatContext,
  input: Parsed<'openDoor'>,
): Promise<Answer<Output<'openDoor'>>> {
  const { services, seat } = context
  const doorToken = toBytes(input.doorToken, 32)
  if (doorToken === undefined) return badField('doorToken')
  let isShut = false
  let happened = false
  let built: { readonly id: string; readonly keep: OpenDocument } | undefined
  // A room of an earlier opening that could not be erased then: there is place for one.
  await eraseOpened(services).catch(() => undefined)
  // Who came in just now stands in the log.
  await services.doorLog.settled()
  try {
    const opened = await context.change<Output<'openDoor'>>(async (tx, snapshot) => {
      const { id, setting, room, docNumber } = snapshot.conference
      if (setting !== 'withDoor' || room !== input.room) return refused
      const next = canMove(services, snapshot, 'present', input.revision)
      if (!next.ok) return next
      const isSecond = services.openAsks.hasOther(room, seat.personId ?? '')
      if (seat.role === 'member' && !isSecond) return refused
      const shut = await services.rooms.shut(room, doorToken, input.head)
      if (shut === 'refused') return refused
      if (shut === 'stale') return { ok: false, refusal: 'stale', field: 'head' }
      isShut = true
      built = { id, keep: openDocument(docNumber) }
      await services.rooms.open.build(id, openDocument(docNumber + 1), input.plan)
      await tx
        .updateTable('seats')
        .set({ standing: 'in' })
        .where('conferenceId', '=', id)
        .where('standing', '=', 'outside')
        .execute()
      return move(services, tx, snapshot, 'present', input.revision, {
        room: null,
        build: null,
        roomSchema: null,
        oldRoom: room,
        docNumber: docNumber + 1,
      })
    })
    happened = opened.ok
    if (!opened.ok) return opened
    services.openAsks.forget(input.room)
    await eraseOpened(services).catch(() => undefined)
    await eraseOlder(services, conferenceOf(context))
    return opened
  } finally {
    if (isShut && !happened) services.rooms.unshut(input.room)
    // The door is still closed: nothing of the plan stays outside it.
    if (built !== undefined && !happened) {
      await services.rooms.open.erase(built.id, built.keep).catch(() => undefined)
    }
  }
}

/** Erases the rooms whose doors were opened. What fails is tried again by the upkeep, also after a restart [OP3]. */
export async function eraseOpened(services: Services): Promise<void> {
  const rows = await services.db
    .selectFrom('conferences')
    .select(['id', 'oldRoom'])
    .where('oldRoom', 'is not', null)
    .execute()
  for (const { id, oldRoom } of rows) {
    if (oldRoom === null) continue
    await services.rooms.eraseSealed(oldRoom)
    await services.db
      .updateTable('conferences')
      .set({ oldRoom: null })
      .where('id', '=', id)
      .where('oldRoom', '=', oldRoom)
      .execute()
  }
}
