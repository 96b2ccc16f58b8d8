import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { readCircle } from '@kringplan/shared/plan/circleDoc'
import { readContent } from '@kringplan/shared/plan/content'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import type { Result } from '@kringplan/shared/result'
import { call, type RefusalInfo } from '../api/call.ts'
import { toBase64url } from '../sealed/base64url.ts'
import { deriveDoorToken, hashDoorToken, makeRoom } from '../sealed/roomKey.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import type { Carry } from './carryIn.ts'
import { carrying } from './carrying.ts'
import { keepClosingKey } from './closingKey.ts'
import type { Device } from './enterRoom.ts'
import { forgetRoom } from './forgetRoom.ts'
import { heldKey, holdKey } from './heldKeys.ts'

/**
 * Asks the circle to start anew, with a room whose key is born here. When somebody else agrees the view tells of that room, and
 * this device is inside it. What this page still has of the draft comes along; otherwise what was known at the closing [NW5].
 */
export async function askAnew(view: ClosedView, device: Device): Promise<Result<null, RefusalInfo>> {
  const { seat } = view.self
  const secret = makeRoom(secureRandom)
  const carry = carryOf(seat, view.room)
  // Before the call: the new view may come over the live socket sooner than the answer, and the page may go.
  holdKey(seat, {
    secret,
    coming: true,
    justClosed: true,
    unkept: true,
    ...(carry === undefined ? { isOwnCopy: true } : { carry }),
  })
  if (device === 'phone') await keepClosingKey(seat, secret)
  const answer = await call('askAnew', {
    params: { seat },
    input: {
      room: secret.room,
      doorTokenHash: toBase64url(hashDoorToken(deriveDoorToken(secret))),
      schemaVersion: SCHEMA_VERSION,
    },
  })
  if (answer.ok) return { ok: true, value: null }
  const happened = await askWhatHappened(seat, secret.room)
  // What stays unknown is kept: the view may tell of that room yet.
  if (happened === 'not asked') await forgetRoom(seat, secret.room)
  return happened === 'asked' ? { ok: true, value: null } : answer
}

/** Whether this page still has the draft of the room that takes its key no more. */
export function hasDraft(seat: string, room: string): boolean {
  return carryOf(seat, room) !== undefined
}

function carryOf(seat: string, room: string): Carry | undefined {
  const doc = heldKey(seat, room)?.last
  const facts = doc === undefined ? undefined : readCircle(doc)
  if (doc === undefined || facts === undefined) return undefined
  return carrying(facts, readContent(doc))
}

/** A refusal and a lost answer say nothing of what the server did. */
async function askWhatHappened(seat: string, room: string): Promise<'asked' | 'not asked' | 'unknown'> {
  const answer = await call('view', { params: { seat } })
  if (!answer.ok) return 'unknown'
  const view = answer.value
  return view.kind === 'closed' && (view.anew?.room === room || view.room === room) ? 'asked' : 'not asked'
}
