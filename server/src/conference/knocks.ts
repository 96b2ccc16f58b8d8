import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { KNOCK_EVERY_MS } from '@kringplan/shared/contract/seatView'
import { badField, done, type Answer } from '../http/answer.ts'
import { nowText, type SeatContext } from '../http/context.ts'
import { newId } from '../secrets.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * Knocks at the closed door with one of the fixed messages, at most once in ten minutes; sooner is `tooMany`, with the
 * moment from which it works. A name comes from the list as it was written down, never from the keys of who knocks [KN1].
 */
export function knock(context: SeatContext, input: Parsed<'knock'>): Promise<Answer<Output<'knock'>>> {
  const { services } = context
  return context.change(async (tx, snapshot) => {
    const { kind, personId } = input
    const person = membersOf(snapshot).find(({ id }) => id === personId)
    const isNamed = kind === 'someoneLater'
    if (isNamed ? person === undefined : personId !== null) return badField('personId')
    const last = snapshot.knock
    if (last !== null) {
      const next = Date.parse(last.at) + KNOCK_EVERY_MS
      if (services.clock.now().getTime() < next) {
        return { ok: false, refusal: 'tooMany', from: new Date(next).toISOString() }
      }
    }
    const name = person?.name ?? null
    const row = { id: newId(services.random), kind, name, at: nowText(services), answer: null }
    await tx
      .insertInto('knocks')
      .values({ conferenceId: snapshot.conference.id, ...row })
      .onConflict((conflict) => conflict.column('conferenceId').doUpdateSet(row))
      .execute()
    return done
  })
}

/** Who may be named in a knock: the circle as it was written down before the door closed, whoever is inside. */
export function knockNames({ placed }: SeatContext): Promise<Answer<Output<'knockNames'>>> {
  const people = placed.snapshot === null ? [] : membersOf(placed.snapshot)
  return Promise.resolve({ ok: true, value: { people: people.map(({ id, name }) => ({ id, name })) } })
}

const membersOf = ({ people }: Snapshot) => people.filter(({ role }) => role === 'member')

/** What the circle answers, once. To a knock that is no longer the last, or was answered already, it is `stale`. */
export function answerKnock(
  context: SeatContext,
  input: Parsed<'answerKnock'>,
): Promise<Answer<Output<'answerKnock'>>> {
  return context.change(async (tx, snapshot) => {
    if (snapshot.knock?.id !== input.id || snapshot.knock.answer !== null)
      return { ok: false, refusal: 'stale' }
    await tx.updateTable('knocks').set({ answer: input.answer }).where('id', '=', input.id).execute()
    return done
  })
}
