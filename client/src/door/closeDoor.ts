import type { OpenView } from '@kringplan/shared/contract/seatView'
import type { CircleFacts } from '@kringplan/shared/plan/circleDoc'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import type { Result } from '@kringplan/shared/result'
import { call, type RefusalInfo } from '../api/call.ts'
import { toBase64url } from '../sealed/base64url.ts'
import { deriveDoorToken, hashDoorToken, makeRoom } from '../sealed/roomKey.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import { enterRoom, keepClosingKey, type Device } from './enterRoom.ts'
import { forgetRoom } from './forgetRoom.ts'
import { heldKey, holdKey } from './heldKeys.ts'

/**
 * Closes the door from this device: the key is born here, the server gets the hash of a token only. When it is
 * done this device is inside. The key is thrown away only when it is known that the door is not closed with it: a
 * refusal and a lost answer say nothing of what the server did, so the server is asked. What stays unknown is kept
 * until a closed door says which key is the right one (`enterRoom`, `useDoor`).
 */
export async function closeDoor(
  view: OpenView,
  device: Device,
): Promise<Result<{ room: string }, RefusalInfo>> {
  const { seat } = view.self
  const secret = makeRoom(secureRandom)
  // Before the call: the new view may come over the live socket sooner than the answer, and the page may go.
  holdKey(seat, { secret, facts: factsOf(view), justClosed: true, unkept: true })
  if (device === 'phone') await keepClosingKey(seat, secret)
  const answer = await call('closeDoor', {
    params: { seat },
    input: {
      revision: view.revision,
      room: secret.room,
      doorTokenHash: toBase64url(hashDoorToken(deriveDoorToken(secret))),
      schemaVersion: SCHEMA_VERSION,
    },
  })
  if (!answer.ok) {
    const happened = await askWhatHappened(seat, secret.room)
    const isLost = answer.refusal.refusal === 'offline'
    if (happened === 'another' || (happened === 'open' && !isLost)) await forgetRoom(seat, secret.room)
    if (happened !== 'closed') return answer
  }
  // The screen behind the closed door may have come in with it already.
  const held = heldKey(seat, secret.room)
  if (held?.unkept === true) await enterRoom(seat, held, device)
  return { ok: true, value: { room: secret.room } }
}

/** `another`: somebody else closed the door, or this seat may no more. `open`: the door is not closed. */
async function askWhatHappened(
  seat: string,
  room: string,
): Promise<'closed' | 'another' | 'open' | 'unknown'> {
  const answer = await call('view', { params: { seat } })
  if (!answer.ok) return 'unknown'
  if (answer.value.kind === 'open') return 'open'
  return answer.value.kind === 'closed' && answer.value.room === room ? 'closed' : 'another'
}

/**
 * What goes inside: the question, who can be asked for something in the plan (the circle, and the professionals by
 * name), and what they were told.
 */
export function factsOf(view: OpenView): CircleFacts {
  return {
    circle: view.circle,
    question: view.question,
    people: view.people
      .filter((person) => person.role !== 'coordinator')
      .map(({ id, name, picture, colour, mainPerson, role }) => ({
        id,
        name,
        picture,
        colour,
        mainPerson,
        role,
      })),
    points: view.points.map(({ id, by, kind, text }) => ({ id, by, kind, text })),
  }
}
