import { isDoorClosed } from '@kringplan/shared/policy/can'
import type { Services } from '../http/context.ts'

/*
 * Who is behind a closed door goes on in the build in which it was closed [WB6]. Which pages those are is read from their
 * address, as that of every page: nothing is proved yet, and nothing but the build depends on it.
 */

const ofSeat = /^\/(?:plek|bord|i|c)\/([A-Za-z0-9_-]{10,32})(?:\/|$)/
const ofRoom = /^\/d\/([A-Za-z0-9_-]{22})\/?$/

/** The fingerprint of the build that the page of this path goes on in, or null: that of now. */
export async function pinnedBuild(
  { hub, db }: Pick<Services, 'hub' | 'db'>,
  path: string,
): Promise<string | null> {
  const seat = ofSeat.exec(path)?.[1]
  if (seat !== undefined) return buildOf((await hub.find(seat))?.snapshot?.conference)
  const room = ofRoom.exec(path)?.[1]
  if (room === undefined) return null
  const row = await db.selectFrom('conferences').select('id').where('room', '=', room).executeTakeFirst()
  return row === undefined ? null : buildOf((await hub.snapshot(row.id))?.conference)
}

type Pinned = Parameters<typeof isDoorClosed>[0] & { readonly build: string | null }

const buildOf = (conference: Pinned | undefined): string | null =>
  conference !== undefined && isDoorClosed(conference) ? conference.build : null

/** The builds in which somebody is behind a closed door. */
export async function neededBuilds({ db }: Pick<Services, 'db'>): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('conferences')
    .select('build')
    .where('build', 'is not', null)
    .where('phase', '=', 'deliberation')
    .execute()
  return new Set(rows.flatMap(({ build }) => (build === null ? [] : [build])))
}
