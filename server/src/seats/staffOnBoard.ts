import type { PublicContext } from '../http/context.ts'
import type { Tx } from '../store/tables.ts'

/**
 * Somebody of the staff comes in on this browser. When it shows a pairing code, they go out again as soon as it becomes
 * a board: whoever opens the board's page first and signs in after is signed out like who did it the other way round.
 * Under the demo everybody stays [ST3].
 * @param entry what came in, as `seats.ends` lists it
 */
export async function goesOutWithBoard(
  context: PublicContext,
  tx: Pick<Tx, 'selectFrom' | 'updateTable'>,
  entry: `seat:${string}` | `desk:${string}`,
): Promise<void> {
  const { services, cookies } = context
  const ids = services.config.demo ? [] : cookies.ids('seat')
  if (ids.length === 0) return
  const waiting = await tx
    .selectFrom('seats')
    .select(['id', 'secretHash', 'ends'])
    .where('id', 'in', ids)
    .where('conferenceId', 'is', null)
    .where('endedAt', 'is', null)
    .execute()
  for (const { id, secretHash, ends } of waiting) {
    if (!cookies.holds('seat', id, secretHash)) continue
    const more = JSON.stringify([...(JSON.parse(ends) as string[]), entry])
    await tx.updateTable('seats').set({ ends: more }).where('id', '=', id).execute()
  }
}
