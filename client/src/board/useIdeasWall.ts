import { makeAgreementOf, putBackIdea, removeIdea, type Idea } from '@kringplan/shared/plan/ideas'
import { isPlanFull } from '@kringplan/shared/plan/limits'
import { MAX_AGREEMENTS } from '@kringplan/shared/plan/schema'
import { useEffect, useRef, useState } from 'react'
import { useIdeas } from '../ideas/useIdeas.ts'
import { m } from '../messages/compiled/messages.js'
import { newId } from '../plan/newId.ts'
import { announce } from '../ui/LiveRegion.tsx'
import type { IdeasWallProps } from './IdeasWall.tsx'
import { isTableAction, type BoardAction } from './keymap.ts'
import { onPage, pageCount, pageOf } from './paging.ts'
import { useIdeaArrivals } from './useIdeaArrivals.ts'
import { ownsEnter, useBoardKeys } from './useBoardKeys.ts'
import { IDEAS_PER_PAGE, wallNeighbour, type WallDirection } from './wall.ts'

/** Everything the ideas wall does: the same acts for keys, buttons and notes. */
export function useIdeasWall(props: IdeasWallProps) {
  const { circle, agreements, singleKeys, writing, onWall } = props
  const { doc } = circle.live
  const ideas = useIdeas(doc)
  const [selected, setSelected] = useState<string | null>(null)
  const [asked, setPage] = useState(0)
  const [removed, setRemoved] = useState<Idea | null>(null)
  const own = useRef(new Set<string>())
  useIdeaArrivals(ideas, own)
  useNoteFocus(selected, writing)

  const pages = pageCount(ideas.length, IDEAS_PER_PAGE)
  const page = Math.min(asked, pages - 1)
  const shown = onPage(ideas, page, IDEAS_PER_PAGE)
  const at = ideas.findIndex((idea) => idea.id === selected)
  const agreementOf = (idea: Idea) => agreements.find((one) => one.id === idea.agreement)?.id

  const select = (index: number) => {
    setSelected(ideas[index]?.id ?? null)
    setPage(pageOf(index, IDEAS_PER_PAGE))
  }
  const turn = (to: number) => {
    if (to < 0 || to >= pages) return
    setRemoved(null)
    setSelected(null)
    setPage(to)
  }
  const write = () => {
    if (!circle.canWrite) return
    setRemoved(null)
    onWall('writing')
  }
  const make = (idea: Idea) => {
    const there = agreementOf(idea)
    if (there !== undefined) return props.onOpen(there)
    if (!circle.canWrite) return
    circle.undo.stopCapturing()
    const made = makeAgreementOf(doc, idea.id, newId)
    circle.undo.stopCapturing()
    if (made !== undefined) props.onMade(made)
    else if (isPlanFull(agreements)) announce(m.plan_full({ n: MAX_AGREEMENTS }))
  }
  const take = (idea: Idea) => {
    if (!circle.canWrite) return
    setRemoved(removeIdea(doc, idea.id, circle.me.personId) ?? null)
    setSelected(null)
  }
  const restore = () => {
    if (removed === null) return
    own.current.add(removed.id)
    putBackIdea(doc, removed)
    setRemoved(null)
    setSelected(removed.id)
  }
  const arrow = (direction: WallDirection) => {
    if (ideas.length === 0) return
    select(at < 0 ? page * IDEAS_PER_PAGE : wallNeighbour(at, direction, ideas.length))
  }

  const act = (action: BoardAction, event: KeyboardEvent): boolean => {
    // While an idea is written, only this: everything else belongs to its form.
    if (writing) return action === 'back' && (onWall('wall'), true)
    if (isTableAction(action)) return false
    const chosen = ideas[at]
    switch (action) {
      case 'ideas':
        return (write(), true)
      case 'back':
        return (onWall('off'), true)
      case 'up':
      case 'down':
        return (arrow(action), true)
      case 'left':
      case 'right': {
        const isOn = (action === 'right') === (document.documentElement.dir !== 'rtl')
        return (arrow(isOn ? 'on' : 'back'), true)
      }
      case 'pageBack':
        return (turn(page - 1), true)
      case 'pageOn':
        return (turn(page + 1), true)
      case 'open':
        if (chosen === undefined || (ownsEnter(event.target) && !isNote(event.target))) return false
        return (make(chosen), true)
      case 'remove':
        if (chosen !== undefined) take(chosen)
        return true
      case 'undo':
        // Here only what was taken from the wall: the plan is not in sight.
        return (restore(), true)
      case 'new':
      case 'plan':
      case 'rest':
      case 'contrast':
      case 'call':
      case 'door':
      case 'knock':
      case 'help':
      case 'moveUp':
      case 'moveDown':
      case 'larger':
      case 'smaller':
      case 'digit':
        // The page around does these, or nobody.
        return false
    }
  }
  useBoardKeys(singleKeys, act)

  return {
    shown,
    page,
    pages,
    selected,
    /** The one note that stands in the row of Tab. */
    reachable: shown.some((idea) => idea.id === selected) ? selected : shown[0]?.id,
    removed,
    isInPlan: (idea: Idea) => agreementOf(idea) !== undefined,
    select: setSelected,
    turn,
    write,
    make,
    take,
    restore,
    /** A new idea was put on the wall here: it is the one in use. */
    put: (id: string) => {
      own.current.add(id)
      setSelected(id)
      setPage(pageOf(ideas.length, IDEAS_PER_PAGE))
      onWall('wall')
    },
    total: ideas.length,
  }
}

function isNote(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.dataset['note'] !== undefined
}

/** Keeps the focus on the idea that is chosen, unless the writer is somewhere else on purpose. */
function useNoteFocus(selected: string | null, writing: boolean): void {
  useEffect(() => {
    if (selected === null || writing) return
    const active = document.activeElement
    if (active !== null && active !== document.body && active.closest('[data-idea]') === null) return
    document
      .querySelector<HTMLElement>(`[data-note="${CSS.escape(selected)}"]`)
      ?.focus({ preventScroll: true })
  }, [selected, writing])
}
