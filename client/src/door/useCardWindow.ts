import { useEffect, useState, useSyncExternalStore } from 'react'
import { call } from '../api/call.ts'
import { m } from '../messages/compiled/messages.js'
import type { SealedDocument } from '../sealed/sealedDocument.ts'
import { announce } from '../ui/LiveRegion.tsx'
import { openCardWindow, type CardWindow } from './doorWindow.ts'
import { insideProof } from './insideProof.ts'
import { useDraft } from './SealedCircle.tsx'

/** A card that can be scanned for as long as the component is there; its secret is wiped when it goes. */
export function useCardWindow(live: SealedDocument): CardWindow {
  const { view } = useDraft()
  const { seat } = view.self
  const [card] = useState(() => openCardWindow(live, location.origin, () => fetchTicket(live, seat)))
  useEffect(() => () => card.close(), [card])
  return card
}

async function fetchTicket(live: SealedDocument, seat: string): Promise<string | undefined> {
  const input = insideProof(seat, live.getDetail().room)
  if (input === null) return undefined
  const answer = await call('doorTicket', { params: { seat }, input })
  return answer.ok ? answer.value.ticket : undefined
}

/** Tells who listens to the screen each name that comes in with this card. */
export function useArrivedSpoken(card: CardWindow): void {
  const names = useSyncExternalStore(card.subscribe, card.arrived)
  useEffect(() => {
    const last = names.at(-1)
    if (last !== undefined) announce(m.card_arrived({ naam: last }))
  }, [names])
}
