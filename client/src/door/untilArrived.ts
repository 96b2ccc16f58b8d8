import type { SealedDocument } from '../sealed/sealedDocument.ts'
import type { LiveDocument } from '../sync/liveDocument.ts'

/** A connection that comes back does so within this; longer nobody is kept waiting before a door. */
const patienceMs = 10_000

/**
 * Resolves with true as soon as everything typed on this device is stored, or the server has said that there is no room
 * for it; with false when that does not happen soon.
 */
export function untilArrived(live: LiveDocument): Promise<boolean> {
  return until(
    (fn) => live.subscribe(fn),
    () => {
      const { arrived, full, link } = live.getStatus()
      if (arrived || full === true) return true
      return link === 'refused' ? false : undefined
    },
  )
}

/**
 * Resolves with true as soon as the document holds another last entry than this; with false when none comes, or the
 * room is gone: somebody else may be opening its door.
 */
export function untilEntry(live: SealedDocument, head: number): Promise<boolean> {
  return until(
    (fn) => {
      const stops = [live.onEntry(fn), live.subscribe(fn)]
      return () => stops.forEach((stop) => stop())
    },
    () => {
      if (live.getDetail().head !== head) return true
      return live.getStatus().link === 'live' ? undefined : false
    },
  )
}

function until(subscribe: (fn: () => void) => () => void, read: () => boolean | undefined): Promise<boolean> {
  const now = read()
  if (now !== undefined) return Promise.resolve(now)
  return new Promise((resolve) => {
    const end = (how: boolean) => {
      clearTimeout(timer)
      stop()
      resolve(how)
    }
    const timer = setTimeout(() => end(false), patienceMs)
    const stop = subscribe(() => {
      const found = read()
      if (found !== undefined) end(found)
    })
  })
}
