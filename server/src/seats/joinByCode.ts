import { parseCode } from '@kringplan/shared/contract/codes'
import type { Joined } from '@kringplan/shared/contract/joining'
import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { isDoorClosed } from '@kringplan/shared/policy/can'
import type { Snapshot } from '../conference/snapshot.ts'
import { takesPart } from '../conference/standing.ts'
import type { Answer } from '../http/answer.ts'
import type { PublicContext } from '../http/context.ts'
import { askForSeat } from './askForSeat.ts'
import { heldSeatOf } from './held.ts'
import { opensAt } from './window.ts'

const tooMany = { ok: false, refusal: 'tooMany' } as const
const unknownCode = { ok: false, refusal: 'unknownCode' } as const

/** Whether the code of this conference, or a ticket of its door, works now. Not in use and not there are the same to who asks [JN4]. */
function works(context: PublicContext, snapshot: Snapshot, typed: string): boolean {
  const { phase, room } = snapshot.conference
  const ticket = context.services.doorTickets.find(typed)
  if (ticket !== undefined) return isDoorClosed(snapshot.conference) && ticket.room === room
  return (
    phase !== 'closed' &&
    !isDoorClosed(snapshot.conference) &&
    opensAt(snapshot, context.services.config, context.services.clock) === null
  )
}

async function findByCode(context: PublicContext, typed: string): Promise<Answer<Snapshot>> {
  const { db, hub, limits } = context.services
  if (!limits.lookups.take(context.address)) return tooMany
  // Before looking: who has guessed too often is not told a good guess from a bad one.
  if (!limits.wrongCodes.has(context.address)) return tooMany
  const code = parseCode(typed)
  const row =
    code === null
      ? undefined
      : await db.selectFrom('conferences').select('id').where('joinCode', '=', code).executeTakeFirst()
  const id = row?.id ?? context.services.doorTickets.find(typed)?.conferenceId
  const snapshot = id === undefined ? undefined : await hub.snapshot(id)
  if (snapshot !== undefined && works(context, snapshot, typed)) return { ok: true, value: snapshot }
  limits.wrongCodes.take(context.address)
  return unknownCode
}

/** The code on the board: which circle, which names. Asks nothing of the room yet. */
export async function peekCode(
  context: PublicContext,
  input: Parsed<'peekCode'>,
): Promise<Answer<Output<'peekCode'>>> {
  const found = await findByCode(context, input.code)
  if (!found.ok) return found
  const snapshot = found.value
  return {
    ok: true,
    value: {
      circle: snapshot.conference.circle,
      names: snapshot.people
        .filter(({ role }) => role === 'member')
        .map(({ id, name }) => {
          // A browser that forgot which seats it holds, and not their cookies, is no other phone of that person.
          const isOwn = heldSeatOf(context.cookies, snapshot, id) !== undefined
          return { id, name, taken: !isOwn && takesPart(snapshot, id) }
        }),
    },
  }
}

/** Asks the room to let this device in, under a name of the list or under a new one. */
export async function joinByCode(
  context: PublicContext,
  input: Parsed<'joinByCode'>,
): Promise<Answer<Joined>> {
  const found = await findByCode(context, input.code)
  if (!found.ok) return found
  return context.services.hub.change<Joined>(found.value.conference.id, async (tx, snapshot) => {
    if (!works(context, snapshot, input.code)) return unknownCode
    return askForSeat(context, tx, snapshot, input)
  })
}
