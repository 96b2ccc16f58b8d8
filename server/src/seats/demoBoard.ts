import type { Joined } from '@kringplan/shared/contract/joining'
import type { Parsed } from '@kringplan/shared/contract/messages'
import { can } from '@kringplan/shared/policy/can'
import type { Answer } from '../http/answer.ts'
import type { PublicContext } from '../http/context.ts'
import { hashOf } from '../secrets.ts'
import { heldSeats } from './held.ts'
import { insertSeat } from './newSeat.ts'

/**
 * Only under the demo: a link that makes this browser a board without a code to type. It works once per browser;
 * after that the browser goes on with the board it has. Behind a closed door it opens nothing new, as everywhere.
 */
export async function joinDemoBoard(
  context: PublicContext,
  input: Parsed<'joinByCard'>,
): Promise<Answer<Joined> | undefined> {
  const { db, hub } = context.services
  const link = await db
    .selectFrom('boardLinks')
    .selectAll()
    .where('tokenHash', '=', hashOf(input.token))
    .executeTakeFirst()
  if (link === undefined) return undefined
  return hub.change<Joined>(link.conferenceId, async (tx, snapshot) => {
    const held = heldSeats(context.cookies, snapshot).find((seat) => seat.role === 'board')
    if (held !== undefined) return { ok: true, value: { seat: held.id, standing: 'in' } }
    const { phase, setting, id: conferenceId } = snapshot.conference
    if (!can({ role: 'member', standing: 'in', setting, phase }, 'board.pair'))
      return { ok: false, refusal: 'unknownLink' }
    const seat = await insertSeat(context, tx, {
      conferenceId,
      role: 'board',
      personId: null,
      standing: 'in',
      language: input.language,
    })
    return { ok: true, value: { seat, standing: 'in' } }
  })
}
