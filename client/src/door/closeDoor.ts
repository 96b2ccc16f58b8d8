import type { OpenView } from '@kringplan/shared/contract/seatView'
import type { CircleFacts } from '@kringplan/shared/plan/circleDoc'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import type { Result } from '@kringplan/shared/result'
import { call, type RefusalInfo } from '../api/call.ts'
import { toBase64url } from '../sealed/base64url.ts'
import { deriveDoorToken, hashDoorToken, makeRoom } from '../sealed/roomKey.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import { enterRoom, type Device } from './enterRoom.ts'
import { dropKey, holdKey } from './heldKeys.ts'

/**
 * Closes the door from this device: the key is born here, the server gets the hash of a token only. When it is
 * done this device is inside. After no answer at all the key is kept: the door may be closed with it all the same.
 */
export async function closeDoor(
  view: OpenView,
  device: Device,
): Promise<Result<{ room: string }, RefusalInfo>> {
  const { seat } = view.self
  const secret = makeRoom(secureRandom)
  const key = { secret, facts: factsOf(view), justClosed: true }
  // Before the call: the new view may come over the live socket sooner than the answer.
  holdKey(seat, key)
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
    if (answer.refusal.refusal !== 'offline') dropKey(seat, secret.room)
    return answer
  }
  await enterRoom(seat, key, device)
  return { ok: true, value: { room: secret.room } }
}

/** What goes inside: the question, the people of the circle, and what they were told. Nobody who is outside. */
export function factsOf(view: OpenView): CircleFacts {
  return {
    circle: view.circle,
    question: view.question,
    people: view.people
      .filter((person) => person.role === 'member')
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
