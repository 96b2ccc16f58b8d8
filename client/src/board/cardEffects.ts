import { isBlank } from '@kringplan/shared/plan/content'
import { removeAgreement } from '@kringplan/shared/plan/planDoc'
import { useEffect, type RefObject } from 'react'
import type * as Y from 'yjs'
import { planStore } from '../plan/planStore.ts'
import type { BoardState } from './boardState.ts'

/** An agreement that was begun here and left without a word is no agreement. */
export function useDropBlank(doc: Y.Doc, id: string | null, own: RefObject<ReadonlySet<string>>): void {
  useEffect(() => {
    if (id === null) return
    const mine = own.current
    return () => {
      // Asked of the document itself: the last word may not have reached the screen yet.
      const left = planStore(doc).one(id)
      if (left !== undefined && mine.has(id) && isBlank(left)) removeAgreement(doc, id)
    }
  }, [doc, id, own])
}

/** Keeps the focus on the card in use, unless the writer is somewhere else on purpose. */
export function useCardFocus(state: BoardState, isOver: boolean): void {
  const { selected, cover, wall } = state
  const overview = state.place.at === 'overview'
  useEffect(() => {
    if (!overview || isOver || cover !== 'none' || wall !== 'off' || selected === null) return
    const active = document.activeElement
    if (active !== null && active !== document.body && active.closest('[data-agreement]') === null) return
    const card = document.querySelector<HTMLElement>(`[data-agreement="${CSS.escape(selected)}"] button`)
    card?.focus({ preventScroll: true })
  }, [overview, isOver, cover, wall, selected])
}
