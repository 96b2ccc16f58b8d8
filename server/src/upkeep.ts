import { eraseOpened } from './conference/door.ts'
import { eraseEnded } from './conference/moves.ts'
import { sweepDocuments } from './conference/stopped.ts'
import { nowText, type Services } from './http/context.ts'
import type { Live } from './live/live.ts'
import { errorFacts, type Log } from './log.ts'
import { neededBuilds } from './screens/pinned.ts'
import { endOldCodes } from './seats/boards.ts'

const MINUTE = 60 * 1000
/** How long a seat that never became a board, or a sign-in link that works no more, stays in the database. */
const KEPT = 7 * 24 * 60 * MINUTE

/** What a server does by itself, at its start and every minute. */
export interface Upkeep {
  /** Does it now. Never rejects: what failed is tried again. */
  run(): Promise<void>
  stop(): void
}

/** Erases what must not be there any more, and tells the screens whose code has become too old. */
export function createUpkeep(services: Services, live: Live, log: Log): Upkeep {
  const { hub } = services
  let running: Promise<void> | undefined
  // Only before anybody is in a document.
  let isFirst = true

  const endCodes = async (): Promise<void> => {
    const ids = await endOldCodes(services)
    hub.endWaiting(ids, () => live.pushSeats(ids))
  }
  const attempt = (job: () => Promise<void>): Promise<void> =>
    job().catch((error: unknown) => log.error(errorFacts(error), 'the upkeep failed and is tried again'))
  const work = async (): Promise<void> => {
    if (isFirst) await attempt(() => sweepDocuments(services))
    isFirst = false
    await attempt(() => eraseOpened(services))
    await attempt(() => eraseEnded(services))
    await attempt(endCodes)
    await attempt(() => forgetOld(services))
    await attempt(async () => services.builds.sweep(await neededBuilds(services)))
    running = undefined
  }
  const run = (): Promise<void> => (running ??= work())
  return { run, stop: services.clock.every(MINUTE, () => void run()) }
}

async function forgetOld(services: Services): Promise<void> {
  const before = new Date(Date.parse(nowText(services)) - KEPT).toISOString()
  await services.db
    .deleteFrom('seats')
    .where('conferenceId', 'is', null)
    .where('endedAt', '<', before)
    .execute()
  await services.db.deleteFrom('signInLinks').where('expiresAt', '<', before).execute()
}
