import type { Phase } from '@kringplan/shared/phase/phases'
import { isPhase } from '@kringplan/shared/phase/phases'
import type { Role, Setting, Standing } from '@kringplan/shared/policy/roles'
import { isRole } from '@kringplan/shared/policy/roles'
import type { Preparation } from '@kringplan/shared/conference/preparation'
import type { Language } from '@kringplan/shared/contract/fields'
import type { CallReason, Knock, OwnCallReason, Reading } from '@kringplan/shared/contract/seatView'
import type { Selectable } from 'kysely'
import type { Db, Tables } from '../store/tables.ts'
import { loadPlan, type PlanFacts } from './planFacts.ts'
import { readPreparation } from './preparation.ts'

/** A conference as it stands in the database, typed. */
interface ConferenceFacts {
  readonly id: string
  readonly modelId: string
  readonly setting: Setting
  readonly circle: string
  readonly question: string
  readonly startsAt: string | null
  readonly place: string
  readonly phase: Phase
  readonly since: string
  readonly revision: number
  readonly joinCode: string
  readonly room: string | null
  /** The build and the schema version in which the door was closed [WB6]. */
  readonly build: string | null
  readonly roomSchema: number | null
  readonly docNumber: number
  readonly reading: Reading | null
}

export interface PersonFacts {
  readonly id: string
  readonly coordinatorId: string | null
  readonly name: string
  readonly role: 'member' | 'professional' | 'coordinator'
  readonly language: Language
  readonly mainPerson: boolean
  readonly picture: string | null
  readonly colour: string | null
  readonly linkVersion: number
}

export interface SeatFacts {
  readonly id: string
  readonly secretHash: string
  readonly conferenceId: string | null
  readonly role: Role
  readonly personId: string | null
  readonly name: string
  readonly standing: Standing
  readonly how: 'listed' | 'again' | 'new'
  /** The circle took this device out. */
  readonly takenOut: boolean
  readonly language: Language
  readonly pairingCode: string | null
  readonly createdAt: string
  readonly ended: boolean
}

interface PointFacts {
  readonly id: string
  readonly personId: string
  readonly kind: 'worry' | 'offer'
  readonly text: string
}

/** All that the server keeps of one conference, read in one transaction. Never changed, only replaced. */
export interface Snapshot {
  readonly conference: ConferenceFacts
  /** In the order in which they were written down. */
  readonly people: readonly PersonFacts[]
  /** Who was taken out of the list while the plan was being made: in it they keep their names [FR4]. */
  readonly gone: readonly { readonly id: string; readonly name: string }[]
  readonly seats: readonly SeatFacts[]
  readonly points: readonly PointFacts[]
  /** Apart from the people, so that no view of theirs can carry it by accident [PR2]. */
  readonly preparation: Preparation
  readonly plan: PlanFacts
  readonly call: { readonly id: string; readonly reason: CallReason; readonly answered: boolean } | null
  /** Calls that the others are not told of, each of one seat. */
  readonly ownCalls: readonly OwnCallFacts[]
  readonly knock: Knock | null
  readonly anew: AnewFacts | null
}

/** The last asking to start anew, and the room that would come. */
interface AnewFacts {
  readonly room: string
  readonly doorTokenHash: string
  readonly seatId: string
  readonly askedAt: string
  /** When somebody said no: then it stands no more. */
  readonly droppedAt: string | null
}

interface OwnCallFacts {
  readonly id: string
  readonly seatId: string
  readonly reason: OwnCallReason
  readonly answered: boolean
}

/** A seat as it stands in its row. A role that is not known makes it a seat that may nothing. */
export function seatFacts(row: Selectable<Tables['seats']>): SeatFacts {
  if (!isRole(row.role)) throw new Error('a seat has an unknown role')
  return {
    id: row.id,
    secretHash: row.secretHash,
    conferenceId: row.conferenceId,
    role: row.role,
    personId: row.personId,
    name: row.name,
    standing: row.standing as Standing,
    how: row.how === 'out' ? 'again' : (row.how as SeatFacts['how']),
    takenOut: row.how === 'out',
    language: row.language as Language,
    pairingCode: row.pairingCode,
    createdAt: row.createdAt,
    ended: row.endedAt !== null,
  }
}

/** Reads a conference, or undefined when there is none of that id. */
export async function loadSnapshot(db: Db, id: string): Promise<Snapshot | undefined> {
  const conference = await db.selectFrom('conferences').selectAll().where('id', '=', id).executeTakeFirst()
  if (conference === undefined) return undefined
  if (!isPhase(conference.phase)) throw new Error('a conference has an unknown phase')
  const people = await db
    .selectFrom('people')
    .selectAll()
    .where('conferenceId', '=', id)
    .orderBy('position')
    .execute()
  const seats = await db
    .selectFrom('seats')
    .selectAll()
    .where('conferenceId', '=', id)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const gone = await db
    .selectFrom('gonePeople')
    .select(['id', 'name'])
    .where('conferenceId', '=', id)
    .orderBy('id')
    .execute()
  const points = await db
    .selectFrom('points')
    .selectAll()
    .where('conferenceId', '=', id)
    .orderBy('position')
    .execute()
  const call = await db.selectFrom('calls').selectAll().where('conferenceId', '=', id).executeTakeFirst()
  const ownCalls = await db
    .selectFrom('ownCalls')
    .selectAll()
    .where('conferenceId', '=', id)
    .orderBy('id')
    .execute()
  const knock = await db.selectFrom('knocks').selectAll().where('conferenceId', '=', id).executeTakeFirst()
  const anew = await db
    .selectFrom('anewAsks')
    .select(['room', 'doorTokenHash', 'seatId', 'askedAt', 'droppedAt'])
    .where('conferenceId', '=', id)
    .executeTakeFirst()
  const { modelId, setting, circle, question, startsAt, place, phase, since, revision, joinCode, room } =
    conference
  return {
    conference: {
      id,
      modelId,
      setting: setting as Setting,
      circle,
      question,
      startsAt,
      place,
      phase,
      since,
      revision,
      joinCode,
      room,
      build: conference.build,
      roomSchema: conference.roomSchema,
      docNumber: conference.docNumber,
      reading: conference.reading === null ? null : (JSON.parse(conference.reading) as Reading),
    },
    people: people.map((person) => ({
      id: person.id,
      coordinatorId: person.coordinatorId,
      name: person.name,
      role: person.role as PersonFacts['role'],
      language: person.language as Language,
      mainPerson: person.mainPerson === 1,
      picture: person.picture,
      colour: person.colour,
      linkVersion: person.linkVersion,
    })),
    gone,
    seats: seats.map(seatFacts),
    points: points.map(({ id: pointId, personId, kind, text }) => ({
      id: pointId,
      personId,
      kind: kind as PointFacts['kind'],
      text,
    })),
    preparation: readPreparation(conference, people),
    plan: await loadPlan(db, id),
    call:
      call === undefined
        ? null
        : { id: call.id, reason: call.reason as CallReason, answered: call.answered === 1 },
    ownCalls: ownCalls.map((one) => ({
      id: one.id,
      seatId: one.seatId,
      reason: one.reason as OwnCallReason,
      answered: one.answered === 1,
    })),
    anew: anew ?? null,
    knock:
      knock === undefined
        ? null
        : {
            id: knock.id,
            kind: knock.kind as Knock['kind'],
            name: knock.name,
            at: knock.at,
            answer: knock.answer as Knock['answer'],
          },
  }
}
