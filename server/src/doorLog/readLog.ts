import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { isDoorClosed } from '@kringplan/shared/policy/can'
import { badField, refused, type Answer } from '../http/answer.ts'
import type { SeatContext } from '../http/context.ts'
import { toBytes } from '../secrets.ts'
import { readLines } from './store.ts'

/**
 * The whole log, for the circle. While the door is closed only a device that proves the key of the room gets it: a
 * member's link alone opens nothing, and its refusal is the same whatever stands in the log [LG4].
 */
export async function readLog(
  context: SeatContext,
  input: Parsed<'readLog'>,
): Promise<Answer<Output<'readLog'>>> {
  const { services, placed } = context
  const { snapshot } = placed
  if (snapshot === null) return refused
  if (isDoorClosed(snapshot.conference)) {
    const { room } = snapshot.conference
    if (room === null || input.room !== room || input.doorToken === undefined) return refused
    const doorToken = toBytes(input.doorToken, 32)
    if (doorToken === undefined) return badField('doorToken')
    if (!services.rooms.isInside(room, doorToken)) return refused
  }
  // What happened just now stands in it.
  await services.doorLog.settled()
  const lines = await readLines(services.db, snapshot.conference.id)
  // The door closed meanwhile: what was asked in the open is not answered behind it.
  const now = services.hub.peek(context.seat.id)?.snapshot?.conference
  if (now?.revision !== snapshot.conference.revision || now.room !== snapshot.conference.room)
    return { ok: false, refusal: 'stale' }
  const waiting = now.room === null ? [] : services.doorLog.waiting(now.room)
  return { ok: true, value: { lines, waiting } }
}
