import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import type { Answer } from '../http/answer.ts'
import { nowText, type PublicContext, type Services } from '../http/context.ts'
import { hashOf, newId, newSecret, newToken } from '../secrets.ts'
import { goesOutWithBoard } from '../seats/staffOnBoard.ts'
import type { Db } from '../store/tables.ts'

const DAY = 24 * 60 * 60 * 1000

/** For whom a sign-in link is: a coordinator that exists, or a name that becomes one. */
export interface LinkFor {
  readonly coordinatorId: string | null
  readonly name: string
  /** Works again and again: only under the demo. */
  readonly reusable?: boolean
}

/** Makes a sign-in link that works for a day, and returns its token. */
export async function makeSignInLink(
  services: Pick<Services, 'clock' | 'random'> & { readonly db: Db },
  who: LinkFor,
): Promise<string> {
  const token = newToken(services.random)
  const expiresAt = new Date(services.clock.now().getTime() + DAY).toISOString()
  const { coordinatorId, name } = who
  const reusable = who.reusable === true ? 1 : 0
  await services.db
    .insertInto('signInLinks')
    .values({ tokenHash: hashOf(token), coordinatorId, name, expiresAt, usedAt: null, reusable })
    .execute()
  return token
}

/** A coordinator's one-time link becomes a desk on this device. Used, expired and unknown are the same. */
export async function signIn(
  context: PublicContext,
  input: Parsed<'signIn'>,
): Promise<Answer<Output<'signIn'>>> {
  const { db, random, limits, config } = context.services
  if (!limits.lookups.take(context.address)) return { ok: false, refusal: 'tooMany' }
  const now = nowText(context.services)
  return db.transaction().execute(async (tx) => {
    const link = await tx
      .selectFrom('signInLinks')
      .selectAll()
      .where('tokenHash', '=', hashOf(input.token))
      .executeTakeFirst()
    const isUsed = link?.usedAt !== null && !(config.demo && link?.reusable === 1)
    if (link === undefined || link.expiresAt < now || isUsed) return { ok: false, refusal: 'unknownLink' }
    let coordinatorId = link.coordinatorId
    if (coordinatorId === null) {
      coordinatorId = newId(random)
      await tx
        .insertInto('coordinators')
        .values({ id: coordinatorId, name: link.name, createdAt: now })
        .execute()
      // Each start without a coordinator printed a link. One was meant; the others would make one more of this name.
      await tx
        .deleteFrom('signInLinks')
        .where('coordinatorId', 'is', null)
        .where('name', '=', link.name)
        .where('tokenHash', '!=', link.tokenHash)
        .execute()
    }
    await tx
      .updateTable('signInLinks')
      .set({ usedAt: now, coordinatorId })
      .where('tokenHash', '=', link.tokenHash)
      .execute()
    for (const id of context.cookies.ids('desk')) {
      const held = await tx
        .selectFrom('desks')
        .selectAll()
        .where('id', '=', id)
        .where('endedAt', 'is', null)
        .executeTakeFirst()
      const isMine =
        held?.coordinatorId === coordinatorId && context.cookies.holds('desk', id, held.secretHash)
      if (isMine) return { ok: true, value: { desk: id } }
    }
    const desk = newId(random)
    const secret = newSecret(random)
    await tx
      .insertInto('desks')
      .values({ id: desk, secretHash: hashOf(secret), coordinatorId, createdAt: now, endedAt: null })
      .execute()
    await goesOutWithBoard(context, tx, `desk:${desk}`)
    context.cookies.give('desk', desk, secret)
    return { ok: true, value: { desk } }
  })
}
