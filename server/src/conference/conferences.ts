import type { Parsed } from '@kringplan/shared/contract/messages'
import { makeCode } from '@kringplan/shared/contract/codes'
import { doorOf, findModel } from '@kringplan/shared/models/catalogue'
import { nowText, type Services } from '../http/context.ts'
import { newId, pickBelow } from '../secrets.ts'
import type { Tx } from '../store/tables.ts'
import { badField, type Answer } from '../http/answer.ts'
import { insertPeople, type ListedNew } from './people.ts'

type Making = Pick<Services, 'random' | 'secret' | 'clock'>

/** A conference to be made, as the contract has it; a demo may hand out pictures itself. */
export type NewConference = Omit<Parsed<'createConference'>, 'people'> & {
  readonly people: readonly ListedNew[]
}

/** Makes a conference in preparation, led by these coordinators. Returns its id and the ids of its people in order. */
export async function insertConference(
  services: Making,
  tx: Tx,
  input: NewConference,
  coordinators: readonly { readonly id: string; readonly name: string }[],
): Promise<Answer<{ readonly id: string; readonly people: readonly string[] }>> {
  const model = findModel(input.model)
  if (model === undefined) return badField('model')
  const id = newId(services.random)
  const now = nowText(services)
  const setting = doorOf(model, input.door) ? 'withDoor' : 'together'
  const row = {
    id,
    modelId: model.id,
    setting,
    circle: input.circle,
    question: input.question,
    startsAt: input.startsAt,
    place: input.place,
  }
  await tx
    .insertInto('conferences')
    .values({
      ...row,
      phase: 'preparation',
      since: now,
      revision: 0,
      joinCode: await freeJoinCode(services, tx),
      room: null,
      createdAt: now,
    })
    .execute()
  for (const [position, { id: coordinatorId, name }] of coordinators.entries()) {
    await tx
      .insertInto('people')
      .values({
        id: newId(services.random),
        conferenceId: id,
        coordinatorId,
        name,
        role: 'coordinator',
        language: 'nl',
        mainPerson: 0,
        picture: null,
        colour: null,
        linkVersion: 1,
        linkHash: null,
        position,
      })
      .execute()
  }
  const people = await insertPeople(
    services,
    tx,
    { id, setting, firstPosition: coordinators.length },
    input.people,
  )
  return { ok: true, value: { id, people } }
}

async function freeJoinCode(services: Making, tx: Tx): Promise<string> {
  for (;;) {
    const joinCode = makeCode(pickBelow(services.random))
    const taken = await tx
      .selectFrom('conferences')
      .select('id')
      .where('joinCode', '=', joinCode)
      .executeTakeFirst()
    if (taken === undefined) return joinCode
  }
}
