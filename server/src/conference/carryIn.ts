import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { openDocument } from '@kringplan/shared/contract/openSync'
import type { CircleFacts } from '@kringplan/shared/plan/circleDoc'
import { refused, type Answer } from '../http/answer.ts'
import type { SeatContext } from '../http/context.ts'
import { notInside } from './proof.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * What goes inside with the closing: what the circle knew, and the plan that lay on the table, whose document stays on disk
 * until the next opening. For a device that proves the key and finds none of it in the room: so who closed the door may vanish or
 * not hear the answer, and no word is lost [OP9]. All of it is from before the door closed.
 */
export async function carryIn(
  context: SeatContext,
  input: Parsed<'carryIn'>,
): Promise<Answer<Output<'carryIn'>>> {
  const refusal = notInside(context, input)
  if (refusal !== null) return refusal
  const {
    services,
    placed: { snapshot },
  } = context
  if (snapshot === null) return refused
  const { id, docNumber } = snapshot.conference
  // The first document of a conference with a door is the first that came out of it.
  const plan = docNumber === 1 ? null : services.rooms.open.content(id, openDocument(docNumber))
  return { ok: true, value: { facts: factsOf(snapshot), plan } }
}

/** As the device that closes the door knows them (client/src/door/closeDoor.ts). */
function factsOf({ conference, people, points }: Snapshot): CircleFacts {
  return {
    circle: conference.circle,
    question: conference.question,
    people: people
      .filter(({ role }) => role !== 'coordinator')
      .map(({ id, name, picture, colour, mainPerson, role }) => ({
        id,
        name,
        picture,
        colour,
        mainPerson,
        role,
      })),
    points: points.map(({ id, personId, kind, text }) => ({
      id,
      by: people.find((person) => person.id === personId)?.name ?? '',
      kind,
      text,
    })),
  }
}
