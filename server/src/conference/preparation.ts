import {
  addresses,
  invitations,
  joinWays,
  type Preparation,
  type PreparedPerson,
} from '@kringplan/shared/conference/preparation'
import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import type { Selectable } from 'kysely'
import { done, type Answer } from '../http/answer.ts'
import type { SeatContext } from '../http/context.ts'
import type { Db, Tables, Tx } from '../store/tables.ts'
import type { Snapshot } from './snapshot.ts'

type ConferenceRow = Selectable<Tables['conferences']>
type PersonRow = Selectable<Tables['people']>

/** What was written down beforehand, out of the rows. A word of another version counts as not said. */
export function readPreparation(conference: ConferenceRow, people: readonly PersonRow[]): Preparation {
  return {
    endsAt: conference.endsAt,
    food: conference.food,
    wishes: {
      address: addresses.find((each) => each === conference.wishAddress) ?? null,
      food: conference.wishFood,
      opening: conference.wishOpening,
      other: conference.wishOther,
    },
    nobodyTells: conference.nobodyTells === 1,
    people: people.filter(({ role }) => role !== 'coordinator').map(readPerson),
  }
}

function readPerson(row: PersonRow): PreparedPerson {
  return {
    id: row.id,
    age: row.age,
    joinsBy: joinWays.find((each) => each === row.joinsBy) ?? 'phone',
    joinsWith: row.joinsWith,
    invitation: invitations.find((each) => each === row.invitation) ?? 'none',
    hasCard: row.hasCard === 1,
    tells: row.tells,
  }
}

/** Whether somebody can take part together with `otherId`: a person of the circle, and somebody else. */
export function canJoinWith(snapshot: Snapshot, personId: string | null, otherId: string): boolean {
  return snapshot.people.some(({ id, role }) => id === otherId && id !== personId && role === 'member')
}

/** Whether what a screen showed when a change was begun is what stands here now. */
export function stillStands(was: object | undefined, now: object): boolean {
  const facts: Partial<Record<string, unknown>> = { ...now }
  return Object.entries(was ?? {}).every(
    ([field, value]) => value === undefined || facts[field] === undefined || same(facts[field], value),
  )
}

function same(now: unknown, was: unknown): boolean {
  if (typeof now === 'object' && now !== null && typeof was === 'object' && was !== null) {
    return stillStands(was, now)
  }
  return now === was
}

/** Puts the people in another order. A list that is not everybody any more is `stale`. */
export function orderPeople(
  context: SeatContext,
  input: Parsed<'orderPeople'>,
): Promise<Answer<Output<'orderPeople'>>> {
  return context.change(async (tx, snapshot) => {
    const coordinators = snapshot.people.filter(({ role }) => role === 'coordinator')
    const listed = new Set(snapshot.people.filter(({ role }) => role !== 'coordinator').map(({ id }) => id))
    const asked = new Set(input.people)
    const isEverybody =
      asked.size === input.people.length &&
      asked.size === listed.size &&
      input.people.every((id) => listed.has(id))
    if (!isEverybody) return { ok: false, refusal: 'stale' }
    const order = [...coordinators.map(({ id }) => id), ...input.people]
    for (const [position, id] of order.entries()) {
      await tx.updateTable('people').set({ position }).where('id', '=', id).execute()
    }
    return done
  })
}

/** Nothing of what was written down beforehand is left of a conference that has ended [PR3]. */
export async function erasePreparation(db: Db | Tx, conferenceId: string): Promise<void> {
  await db
    .updateTable('conferences')
    .set({
      endsAt: null,
      food: '',
      wishAddress: null,
      wishFood: '',
      wishOpening: '',
      wishOther: '',
      nobodyTells: 0,
    })
    .where('id', '=', conferenceId)
    .execute()
  await db
    .updateTable('people')
    .set({ age: null, joinsBy: 'phone', joinsWith: null, invitation: 'none', hasCard: 0, tells: '' })
    .where('conferenceId', '=', conferenceId)
    .execute()
}
