import { readEnding } from '@kringplan/shared/plan/planDoc'
import { hasDay } from '../../board/table/endingSteps.ts'
import { settleEditors } from '../../editor/settle.ts'
import type { LiveDocument } from '../../sync/liveDocument.ts'

/**
 * What has to be so before a plan is fixed. `day`: it does not say yet when the circle meets again. `words`: what was
 * typed on this phone has not arrived. `offline`: this phone does not know the plan of now.
 */
export type FreezeHurdle = 'day' | 'words' | 'offline'

/** A word needs less than this for its way, on any network that works. */
const ON_THE_WAY_MS = 4_000

/** Looks at the plan of this phone before freezing, when all that was typed here has had time to arrive. [TB24] */
export async function freezeHurdle(
  live: LiveDocument,
  patience = ON_THE_WAY_MS,
): Promise<FreezeHurdle | null> {
  await settleEditors()
  await arrived(live, patience)
  const status = live.getStatus()
  if (!status.loaded || status.link !== 'live') return 'offline'
  if (!status.arrived) return 'words'
  return hasDay(readEnding(live.doc)) ? null : 'day'
}

function arrived(live: LiveDocument, patience: number): Promise<void> {
  const isIn = () => live.getStatus().link === 'live' && live.getStatus().arrived
  if (isIn()) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(done, patience)
    const stop = live.subscribe(() => {
      if (isIn()) done()
    })
  })
}
