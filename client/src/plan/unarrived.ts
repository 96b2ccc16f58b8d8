import { agreementsOf } from '@kringplan/shared/plan/planDoc'
import { useEffect, useState } from 'react'
import * as Y from 'yjs'
import type { LiveDocument } from '../sync/liveDocument.ts'

/** What of this device the server has not stored, and long enough not to have that people may know. */
export interface Unarrived {
  readonly any: boolean
  /** In which agreements, as far as this page saw it being written. */
  readonly agreements: ReadonlySet<string>
}

/** Shorter than this is the ordinary way of a word over the network: nobody needs to see it. */
const NOTICEABLE_MS = 1_500

const nothing: Unarrived = { any: false, agreements: new Set() }

/** Follows what has not arrived. The same object until a screen has something else to show. */
export function useUnarrived(live: LiveDocument): Unarrived {
  const [shown, setShown] = useState(nothing)

  useEffect(() => {
    const touched = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      timer = undefined
      setShown({ any: true, agreements: new Set(touched) })
    }
    const check = () => {
      const { arrived, link, loaded } = live.getStatus()
      if (arrived) {
        touched.clear()
        clearTimeout(timer)
        timer = undefined
        setShown(nothing)
      } else if (link === 'offline' && (touched.size > 0 || loaded)) {
        clearTimeout(timer)
        show()
      } else {
        timer ??= setTimeout(show, NOTICEABLE_MS)
      }
    }
    const onChange = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
      if (!transaction.local) return
      for (const id of changedAgreements(events)) touched.add(id)
      check()
    }
    const agreements = agreementsOf(live.doc)
    agreements.observeDeep(onChange)
    const stop = live.subscribe(check)
    check()
    return () => {
      clearTimeout(timer)
      agreements.unobserveDeep(onChange)
      stop()
    }
  }, [live])

  return shown
}

/** The ids of the agreements that a change is about. */
export function changedAgreements(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): readonly string[] {
  const ids = new Set<string>()
  for (const event of events) {
    const [id] = event.path
    if (typeof id === 'string') ids.add(id)
    else if (event instanceof Y.YMapEvent) for (const key of event.keysChanged) ids.add(String(key))
  }
  return [...ids]
}
