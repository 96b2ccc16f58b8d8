import { nextFreeLook, isColourId, isPictureId, type Look } from '@kringplan/shared/conference/palette'
import type { Invitation, JoinsBy } from '@kringplan/shared/conference/preparation'
import type { Language } from '@kringplan/shared/contract/fields'
import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { badField, done, refused, type Answer } from '../http/answer.ts'
import { nowText, type SeatContext, type Services } from '../http/context.ts'
import { hashOf, newId, personToken } from '../secrets.ts'
import type { Tx } from '../store/tables.ts'
import { canJoinWith, stillStands } from './preparation.ts'
import type { PersonFacts, Snapshot } from './snapshot.ts'

/** People in one conference. */
export const MAX_PEOPLE = 120

/** Somebody to be written down. `look` is null for who is not in the circle. */
export interface NewPerson {
  readonly name: string
  readonly language: Language
  readonly role: 'member' | 'professional'
  readonly mainPerson: boolean
  readonly look: Look | null
  readonly position: number
  readonly age?: number | null | undefined
  readonly joinsBy?: JoinsBy | undefined
  readonly joinsWith?: string | null | undefined
  readonly invitation?: Invitation | undefined
  readonly tells?: string | undefined
}

/** The looks that people of this conference have. */
export function looksOf(snapshot: Snapshot): readonly Look[] {
  return snapshot.people.flatMap(({ picture, colour }) =>
    isPictureId(picture) && isColourId(colour) ? [{ picture, colour }] : [],
  )
}

/**
 * Whether somebody of this role sits in the circle, and so has a picture: members always, professionals where
 * everybody makes the plan together.
 */
const hasLook = (role: string, setting: string): boolean =>
  role === 'member' || (role === 'professional' && setting === 'together')

/** Writes somebody down with a personal link of their own. Returns the id. */
export async function insertPerson(
  services: Pick<Services, 'random' | 'secret'>,
  tx: Tx,
  conferenceId: string,
  person: NewPerson,
): Promise<string> {
  const id = newId(services.random)
  await tx
    .insertInto('people')
    .values({
      id,
      conferenceId,
      coordinatorId: null,
      name: person.name,
      role: person.role,
      language: person.language,
      mainPerson: person.mainPerson ? 1 : 0,
      picture: person.look?.picture ?? null,
      colour: person.look?.colour ?? null,
      linkVersion: 1,
      linkHash: hashOf(personToken(services.secret, id, 1)),
      position: person.position,
      age: person.age ?? null,
      joinsBy: person.joinsBy ?? 'phone',
      joinsWith: person.joinsWith ?? null,
      invitation: person.invitation ?? 'none',
      tells: person.tells ?? '',
    })
    .execute()
  return id
}

/** Somebody of a new conference: `joinsWith` is a place in the list. */
export type ListedNew = Omit<NewPerson, 'look' | 'position' | 'joinsWith'> & {
  readonly look?: Look | undefined
  readonly joinsWith?: number | null | undefined
}

/** Writes down the people of a new conference, with pictures handed out in their order. */
export async function insertPeople(
  services: Pick<Services, 'random' | 'secret'>,
  tx: Tx,
  conference: { readonly id: string; readonly setting: string; readonly firstPosition: number },
  people: readonly ListedNew[],
): Promise<readonly string[]> {
  const taken: Look[] = people.flatMap(({ look }) => look ?? [])
  const ids: string[] = []
  for (const [index, person] of people.entries()) {
    const wants = hasLook(person.role, conference.setting)
    const look = wants ? (person.look ?? nextFreeLook(taken)) : null
    if (look !== null && person.look === undefined) taken.push(look)
    const position = conference.firstPosition + index
    ids.push(await insertPerson(services, tx, conference.id, { ...person, look, position, joinsWith: null }))
  }
  for (const [index, { joinsBy, joinsWith }] of people.entries()) {
    const other = joinsBy === 'with' ? (joinsWith ?? index) : index
    if (other === index || people[other]?.role !== 'member') continue
    await tx
      .updateTable('people')
      .set({ joinsWith: ids[other] ?? null })
      .where('id', '=', ids[index] ?? '')
      .execute()
  }
  return ids
}

/** Adds somebody to the circle, or a professional. */
export function addPerson(
  context: SeatContext,
  input: Parsed<'addPerson'>,
): Promise<Answer<Output<'addPerson'>>> {
  return context.change(async (tx, snapshot) => {
    if (snapshot.people.length >= MAX_PEOPLE) return { ok: false, refusal: 'tooLarge' }
    const { id, setting } = snapshot.conference
    const joinsWith = input.joinsBy === 'with' ? input.joinsWith : null
    if (joinsWith !== null && !canJoinWith(snapshot, null, joinsWith)) return badField('joinsWith')
    const personId = await insertPerson(context.services, tx, id, {
      ...input,
      joinsWith,
      look: hasLook(input.role, setting) ? nextFreeLook(looksOf(snapshot)) : null,
      position: 1 + (await lastPosition(tx, id)),
    })
    return { ok: true, value: { personId } }
  })
}

/** Where the last one in the list stands, so that who is written down later comes after. */
export async function lastPosition(tx: Tx, conferenceId: string): Promise<number> {
  const row = await tx
    .selectFrom('people')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('conferenceId', '=', conferenceId)
    .executeTakeFirst()
  return row?.last ?? -1
}

/** The person that a path names, if a coordinator may change them: coordinators are not in the list. */
function listed(snapshot: Snapshot, id: string): PersonFacts | undefined {
  return snapshot.people.find((person) => person.id === id && person.role !== 'coordinator')
}

/**
 * Changes how somebody is written down; what is not named stays. Their link and devices stay theirs. When something
 * that the screen showed has become another, nothing changes and the answer is `stale` [PR4].
 */
export function editPerson(
  context: SeatContext,
  input: Parsed<'editPerson'>,
): Promise<Answer<Output<'editPerson'>>> {
  return context.change(async (tx, snapshot) => {
    const person = listed(snapshot, context.id)
    if (person === undefined) return refused
    const prepared = snapshot.preparation.people.find(({ id }) => id === person.id)
    if (prepared === undefined || !stillStands(input.was, { ...person, ...prepared })) {
      return { ok: false, refusal: 'stale' }
    }
    const role = input.role ?? person.role
    const name = input.name ?? person.name
    const joinsBy = input.joinsBy ?? prepared.joinsBy
    const joinsWith = joinsBy === 'with' ? valueOr(input.joinsWith, prepared.joinsWith) : null
    if (joinsWith !== null && !canJoinWith(snapshot, person.id, joinsWith)) return badField('joinsWith')
    const wants = hasLook(role, snapshot.conference.setting)
    const free = nextFreeLook(looksOf(snapshot))
    const look = wants && person.picture === null ? free : null
    await tx
      .updateTable('people')
      .set({
        name,
        language: input.language ?? person.language,
        role,
        mainPerson: (input.mainPerson ?? person.mainPerson) ? 1 : 0,
        age: valueOr(input.age, prepared.age),
        joinsBy,
        joinsWith,
        invitation: input.invitation ?? prepared.invitation,
        // A card says the name: with another name a new one is to be printed.
        hasCard: (input.hasCard ?? (prepared.hasCard && name === person.name)) ? 1 : 0,
        tells: input.tells ?? prepared.tells,
        ...(look === null ? {} : look),
        ...(wants ? {} : { picture: null, colour: null }),
      })
      .where('id', '=', person.id)
      .execute()
    if (role !== person.role) {
      await tx.updateTable('seats').set({ role }).where('personId', '=', person.id).execute()
      // Nobody takes part together with somebody who is not in the circle.
      await tx.updateTable('people').set({ joinsWith: null }).where('joinsWith', '=', person.id).execute()
    }
    return done
  })
}

/** What was said, also when that is "nothing"; else what stands. */
const valueOr = <T>(said: T | undefined, stands: T): T => (said === undefined ? stands : said)

/**
 * Takes somebody out: their link opens nothing any more and their devices are told that their seat has ended. In a plan in
 * which they stand they keep the name that everybody saw there.
 */
export function removePerson(context: SeatContext): Promise<Answer<Output<'removePerson'>>> {
  return context.change(async (tx, snapshot) => {
    const person = listed(snapshot, context.id)
    if (person === undefined) return refused
    const endedAt = nowText(context.services)
    await tx
      .updateTable('seats')
      .set({ endedAt })
      .where('personId', '=', person.id)
      .where('endedAt', 'is', null)
      .execute()
    const { id: conferenceId, phase } = snapshot.conference
    if (phase === 'deliberation') {
      await tx.insertInto('gonePeople').values({ id: person.id, conferenceId, name: person.name }).execute()
    }
    await tx.deleteFrom('people').where('id', '=', person.id).execute()
    return done
  })
}

/** The personal links, made again from the server's secret. */
export async function links(context: SeatContext): Promise<Answer<Output<'links'>>> {
  const { secret, origins } = context.services
  const people = context.placed.snapshot?.people ?? []
  return {
    ok: true,
    value: {
      links: people.flatMap(({ id, name, role, linkVersion }) =>
        role === 'coordinator'
          ? []
          : [{ personId: id, name, role, url: `${origins.main}/k#${personToken(secret, id, linkVersion)}` }],
      ),
    },
  }
}

/** Writes one's own points of information, replacing the earlier ones. */
export function writePoints(
  context: SeatContext,
  input: Parsed<'writePoints'>,
): Promise<Answer<Output<'writePoints'>>> {
  return context.change(async (tx, snapshot) => {
    const personId = context.seat.personId
    if (personId === null) return refused
    const empty = input.points.find(({ text }) => text === '')
    if (empty !== undefined) return badField('points')
    await tx.deleteFrom('points').where('personId', '=', personId).execute()
    // Points of one person keep their order after those of the people written down before.
    const base = snapshot.people.findIndex(({ id }) => id === personId) * 10
    for (const [index, { kind, text }] of input.points.entries()) {
      const id = newId(context.services.random)
      const row = { id, conferenceId: snapshot.conference.id, personId, kind, text, position: base + index }
      await tx.insertInto('points').values(row).execute()
    }
    return done
  })
}
