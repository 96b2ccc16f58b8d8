import type { OpenView } from '@kringplan/shared/contract/seatView'
import type { CircleFacts } from '@kringplan/shared/plan/circleDoc'
import { readContent, type PlanContent } from '@kringplan/shared/plan/content'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import type { Result } from '@kringplan/shared/result'
import { call, type RefusalInfo } from '../api/call.ts'
import { settleEditors } from '../editor/settle.ts'
import { toBase64url } from '../sealed/base64url.ts'
import { deriveDoorToken, hashDoorToken, makeRoom } from '../sealed/roomKey.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import { carrying } from './carrying.ts'
import { keepClosingKey } from './closingKey.ts'
import { enterRoom, type Device } from './enterRoom.ts'
import { forgetRoom } from './forgetRoom.ts'
import type { LiveDocument } from '../sync/liveDocument.ts'
import { heldKey, holdKey } from './heldKeys.ts'
import { untilArrived } from './untilArrived.ts'

/**
 * Closes the door from this device: the key is born here, the server gets the hash of a token only. When it is
 * done this device is inside. The key is thrown away only when it is known that the door is not closed with it: a
 * refusal and a lost answer say nothing of what the server did, so the server is asked. What stays unknown is kept
 * until a closed door says which key is the right one (`enterRoom`, `useDoor`).
 *
 * From the table a phone needs a second person: `waiting` then says that the first has asked [PH6]. The words on the
 * table are carried in as the server gives them; where its answer is lost it is asked once more inside (`openDraft`).
 * @param table the document on the table, when the door closes once more
 */
export async function closeDoor(
  view: OpenView,
  device: Device,
  table?: LiveDocument,
): Promise<Result<{ room: string; waiting: boolean }, RefusalInfo>> {
  const { seat } = view.self
  if (table !== undefined) {
    await settleEditors()
    await untilArrived(table)
  }
  const secret = makeRoom(secureRandom)
  const facts = factsOf(view)
  const here = table === undefined ? null : readContent(table.doc)
  // Before the call: the new view may come over the live socket sooner than the answer, and the page may go.
  holdKey(seat, { secret, facts, justClosed: true, unkept: true })
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
  if (answer.ok && answer.value.waiting) {
    await forgetRoom(seat, secret.room)
    return { ok: true, value: { room: secret.room, waiting: true } }
  }
  if (!answer.ok) {
    const happened = await askWhatHappened(seat, secret.room)
    const isLost = answer.refusal.refusal === 'offline'
    if (happened === 'another' || (happened === 'open' && !isLost)) await forgetRoom(seat, secret.room)
    if (happened !== 'closed') {
      bringIn(seat, secret.room, facts, here, true)
      return answer
    }
  }
  bringIn(seat, secret.room, facts, answer.ok ? answer.value.plan : here, !answer.ok)
  // The screen behind the closed door may have come in with it already.
  const held = heldKey(seat, secret.room)
  if (held?.unkept === true) await enterRoom(seat, held, device)
  return { ok: true, value: { room: secret.room, waiting: false } }
}

/** Says what is to be carried in with a key, if it is still held. */
function bringIn(
  seat: string,
  room: string,
  facts: CircleFacts,
  plan: PlanContent | null,
  isOwnCopy = false,
): void {
  const held = heldKey(seat, room)
  if (held !== undefined) holdKey(seat, { ...held, carry: carrying(facts, plan), isOwnCopy })
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
