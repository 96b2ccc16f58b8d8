import { useEffect, useState, useSyncExternalStore } from 'react'
import { m } from '../messages/compiled/messages.js'
import type { SealedDocument } from '../sealed/sealedDocument.ts'
import { announce } from '../ui/LiveRegion.tsx'
import { openCardWindow, type CardWindow } from './doorWindow.ts'

/** A card that can be scanned for as long as the component is there; its secret is wiped when it goes. */
export function useCardWindow(live: SealedDocument): CardWindow {
  const [card] = useState(() => openCardWindow(live, location.origin))
  useEffect(() => () => card.close(), [card])
  return card
}

/** Tells who listens to the screen each name that comes in with this card. */
export function useArrivedSpoken(card: CardWindow): void {
  const names = useSyncExternalStore(card.subscribe, card.arrived)
  useEffect(() => {
    const last = names.at(-1)
    if (last !== undefined) announce(m.card_arrived({ naam: last }))
  }, [names])
}
