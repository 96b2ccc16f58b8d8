import type { Language } from '@kringplan/shared/contract/fields'
import { nowText, type PublicContext } from '../http/context.ts'
import { hashOf, newId, newSecret } from '../secrets.ts'
import type { Tables, Tx } from '../store/tables.ts'
import { goesOutWithBoard } from './staffOnBoard.ts'
import type { Insertable } from 'kysely'

/** A seat to be made: who sits there, and how they stand. */
export interface SeatPlan {
  readonly conferenceId: string | null
  readonly role: string
  readonly personId: string | null
  readonly name?: string
  readonly standing: 'in' | 'pending' | 'outside'
  readonly how?: 'listed' | 'again' | 'new'
  readonly language: Language
  readonly pairingCode?: string
  readonly ends?: readonly string[]
}

/** Makes a seat and gives its secret to the browser that asked. Returns its id. */
export async function insertSeat(
  context: PublicContext,
  tx: Pick<Tx, 'insertInto' | 'selectFrom' | 'updateTable'>,
  plan: SeatPlan,
): Promise<string> {
  const { services, cookies } = context
  const id = newId(services.random)
  const secret = newSecret(services.random)
  const row: Insertable<Tables['seats']> = {
    id,
    secretHash: hashOf(secret),
    conferenceId: plan.conferenceId,
    role: plan.role,
    personId: plan.personId,
    name: plan.name ?? '',
    standing: plan.standing,
    how: plan.how ?? 'listed',
    language: plan.language,
    pairingCode: plan.pairingCode ?? null,
    ends: JSON.stringify(plan.ends ?? []),
    createdAt: nowText(services),
    endedAt: null,
  }
  await tx.insertInto('seats').values(row).execute()
  if (plan.role === 'coordinator' || plan.role === 'professional') {
    await goesOutWithBoard(context, tx, `seat:${id}`)
  }
  cookies.give('seat', id, secret)
  return id
}
