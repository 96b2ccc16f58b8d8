import type { CardPeek, Joined } from '@kringplan/shared/contract/joining'
import type { Parsed } from '@kringplan/shared/contract/messages'
import { isDoorClosed } from '@kringplan/shared/policy/can'
import type { PersonFacts, Snapshot } from '../conference/snapshot.ts'
import { isOutside, seatsOf, standingOf, takesPart, wasTakenOut } from '../conference/standing.ts'
import type { Answer } from '../http/answer.ts'
import type { PublicContext } from '../http/context.ts'
import { hashOf } from '../secrets.ts'
import { heldSeatOf } from './held.ts'
import { joinDemoBoard } from './demoBoard.ts'
import { insertSeat } from './newSeat.ts'
import { opensAt } from './window.ts'

/** Devices one person may have in one conference at a time. */
const MAX_SEATS = 12

interface Card {
  readonly person: PersonFacts & { readonly role: 'member' | 'professional' }
  readonly snapshot: Snapshot
}

const tooMany = { ok: false, refusal: 'tooMany' } as const
const unknownLink = { ok: false, refusal: 'unknownLink' } as const

async function findCard(context: PublicContext, token: string): Promise<Answer<Card>> {
  const { db, hub } = context.services
  const row = await db
    .selectFrom('people')
    .select(['id', 'conferenceId'])
    .where('linkHash', '=', hashOf(token))
    .executeTakeFirst()
  const snapshot = row === undefined ? undefined : await hub.snapshot(row.conferenceId)
  return snapshot === undefined || row === undefined ? unknownLink : judge(context, snapshot, row.id)
}

/** Whether the link of this person works now. */
function judge(context: PublicContext, snapshot: Snapshot, personId: string): Answer<Card> {
  const person = snapshot.people.find(({ id }) => id === personId)
  if (person === undefined || person.role === 'coordinator') return unknownLink
  if (snapshot.conference.phase === 'closed') return unknownLink
  const from =
    person.role === 'member' ? opensAt(snapshot, context.services.config, context.services.clock) : null
  if (from !== null) return { ok: false, refusal: 'notYet', from }
  return { ok: true, value: { person: { ...person, role: person.role }, snapshot } }
}

/** Whether the copy is out: the circle is not in one room any more, so nobody comes in without being asked for [JN6]. */
const isReady = ({ conference }: Snapshot): boolean => conference.phase === 'followUp'

/**
 * What a personal link opens. Changes nothing. Behind a closed door it tells only what the link itself stands
 * for: the circle and the name.
 */
export async function peekCard(context: PublicContext, input: Parsed<'peekCard'>): Promise<Answer<CardPeek>> {
  if (!context.services.limits.lookups.take(context.address)) return tooMany
  const card = await findCard(context, input.token)
  if (!card.ok) return card
  const { person, snapshot } = card.value
  const closed = isDoorClosed(snapshot.conference)
  const ready = isReady(snapshot)
  const held = heldSeatOf(context.cookies, snapshot, person.id)
  return {
    ok: true,
    value: {
      circle: snapshot.conference.circle,
      personId: person.id,
      name: person.name,
      role: person.role,
      language: person.language,
      again:
        !closed && held === undefined && (takesPart(snapshot, person.id) || wasTakenOut(snapshot, person.id)),
      ready,
      people:
        closed || ready
          ? null
          : snapshot.people
              .filter(({ role }) => role === 'member')
              .map(({ id, name, picture, colour }) => ({
                name,
                picture,
                colour,
                here: seatsOf(snapshot, id).some((seat) => seat.standing === 'in'),
              })),
      seat: held?.id ?? null,
    },
  }
}

/**
 * "Yes, that is me." The first device of a person comes in, a further one waits for a yes from the room, and a
 * browser that holds a seat of this person goes on with it. Made behind a closed door every seat waits: there the
 * card on the board is asked, and the answer is the same whoever is inside. When the plan is ready every seat waits, too.
 */
export async function joinByCard(
  context: PublicContext,
  input: Parsed<'joinByCard'>,
): Promise<Answer<Joined>> {
  if (!context.services.limits.lookups.take(context.address)) return tooMany
  const card = await findCard(context, input.token)
  if (!card.ok) {
    const board = context.services.config.demo ? await joinDemoBoard(context, input) : undefined
    return board ?? card
  }
  const {
    snapshot: seen,
    person: { id: personId },
  } = card.value
  return context.services.hub.change<Joined>(seen.conference.id, async (tx, snapshot) => {
    const now = judge(context, snapshot, personId)
    if (!now.ok) return now
    const { person } = now.value
    const closed = isDoorClosed(snapshot.conference)
    const ready = isReady(snapshot)
    const again = takesPart(snapshot, person.id) || wasTakenOut(snapshot, person.id)
    const held = heldSeatOf(context.cookies, snapshot, person.id)
    if (held !== undefined) {
      // It waited after asking by the code; its own link now says who it is.
      const letIn = held.standing === 'pending' && !again && !closed && !ready
      if (letIn) await tx.updateTable('seats').set({ standing: 'in' }).where('id', '=', held.id).execute()
      const standing = letIn ? 'in' : standingOf(held, snapshot)
      return { ok: true, value: { seat: held.id, standing: standing === 'pending' ? 'pending' : 'in' } }
    }
    if (seatsOf(snapshot, person.id).length >= MAX_SEATS) return tooMany
    const waits = again || ready || (closed && person.role === 'member')
    const standing = waits ? 'pending' : isOutside(snapshot, person.id) ? 'outside' : 'in'
    const seat = await insertSeat(context, tx, {
      conferenceId: snapshot.conference.id,
      role: person.role,
      personId: person.id,
      standing,
      how: again ? 'again' : 'listed',
      language: input.language,
    })
    return { ok: true, value: { seat, standing: closed || !waits ? 'in' : 'pending' } }
  })
}
