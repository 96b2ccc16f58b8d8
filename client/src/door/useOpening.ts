import { readOpening, type OpeningAsk } from '@kringplan/shared/plan/opening'
import { useState } from 'react'
import type * as Y from 'yjs'
import { useDocPart } from '../plan/useDocPart.ts'
import { announce } from '../ui/LiveRegion.tsx'
import { m } from '../messages/compiled/messages.js'
import { openDoor, type NotOpened } from './openDoor.ts'
import { tellNotFirst } from './openedByOther.ts'
import { useDraft } from './SealedCircle.tsx'

/** Where the opening stands on this screen. */
export type Opening =
  | { readonly at: 'asking' }
  | { readonly at: 'opening' }
  | { readonly at: 'failed'; readonly why: NotOpened }

/** The button that opens the door: presses while it is opening do nothing. */
export function useOpenDoor(): { readonly opening: Opening; readonly open: () => void } {
  const { live, view } = useDraft()
  const [opening, setOpening] = useState<Opening>({ at: 'asking' })
  const start = async () => {
    setOpening({ at: 'opening' })
    const end = await openDoor(live, view)
    // When it is done the new view takes over; this screen goes.
    if (end.ok) return
    if (end.why === 'another') {
      tellNotFirst(view.self.seat)
      announce(m.open_another())
    }
    setOpening({ at: 'failed', why: end.why })
  }
  return {
    opening,
    open: () => {
      if (opening.at !== 'opening') void start()
    },
  }
}

const nobody: readonly OpeningAsk[] = []

/** Who inside asks to open the door. The same array until that changes. */
export function useOpeningAsks(doc: Y.Doc): readonly OpeningAsk[] {
  return useDocPart(doc, 'opening', readOpening) ?? nobody
}
