import type { Agreement } from '@kringplan/shared/plan/agreement'
import { addByHand } from '@kringplan/shared/plan/limits'
import { moveAgreement, putBackAgreement, removeAgreement } from '@kringplan/shared/plan/planDoc'
import { MAX_AGREEMENTS } from '@kringplan/shared/plan/schema'
import { useEffect, useLayoutEffect, useReducer, useRef } from 'react'
import type { Circle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { newId } from '../plan/newId.ts'
import { useWriters } from '../plan/presence.ts'
import { useAgreements } from '../plan/usePlan.ts'
import { announce } from '../ui/LiveRegion.tsx'
import type { BoardSettings } from './boardSettings.ts'
import { useCardFocus, useDropBlank } from './cardEffects.ts'
import { boardReducer, startState, type BoardState, type Wall } from './boardState.ts'
import { readJump } from './jump.ts'
import { isTableAction, type BoardAction } from './keymap.ts'
import {
  changeDensity,
  holdPlaces,
  neighbour,
  pageCount,
  pageOf,
  startDensity,
  type Direction,
} from './paging.ts'
import type { PlanTable } from './planTable.ts'
import type { Step } from './steps.ts'
import { ownsEnter, useBoardKeys } from './useBoardKeys.ts'
import { useArrivals } from './useArrivals.ts'
import type { VisitHere } from '../visit/useVisit.ts'

export interface PlanScreenOptions {
  readonly circle: Circle
  readonly settings: BoardSettings
  readonly onSettings: (settings: BoardSettings) => void
  readonly hasDoor: boolean
  readonly table: PlanTable | undefined
  readonly visit: VisitHere
}

/** One place on the page; without an agreement when somebody took it away while the writer here was typing. */
export interface RowItem {
  readonly id: string
  readonly agreement: Agreement | undefined
}

/** Everything the plan page does: the same acts for keys, buttons and cards. */
export function usePlanScreen({ circle, settings, onSettings, hasDoor, table, visit }: PlanScreenOptions) {
  const { doc } = circle.live
  const agreements = useAgreements(doc)
  const writers = useWriters(circle.live.awareness)
  const [state, dispatch] = useReducer(boardReducer, undefined, () =>
    startState(startDensity(innerWidth, innerHeight)),
  )
  const own = useRef(new Set<string>())
  const fresh = useArrivals(agreements, own, writers)
  const row = rowOf(state, agreements)
  const ids = row.map((item) => item.id)
  const at = state.selected === null ? -1 : ids.indexOf(state.selected)
  const pageAt = (index: number) => pageOf(index, state.density)
  const isOver = table !== undefined && table.over !== null
  const { stage } = visit
  /** The page is not in sight: the coordinator comes, or is inside and may not see it. */
  const isHidden = stage === 'comes' || (stage === 'inside' && visit.sees !== 'plan')
  useCardFocus(state, isOver || isHidden)
  useDropBlank(doc, state.place.at === 'overview' ? null : state.place.id, own)
  const isCalling = state.cover === 'call' && (stage === 'comes' || stage === 'inside')
  useEffect(() => {
    // The page of the call has done its work: afterwards the board is where it was before it.
    if (isCalling) dispatch({ type: 'cover', cover: 'none' })
  }, [isCalling])
  // The title's editor tells that it was left when the screen has already gone on.
  const placeNow = useRef(state.place)
  useLayoutEffect(() => {
    placeNow.current = state.place
  })

  const select = (id: string) => dispatch({ type: 'select', id, page: pageAt(ids.indexOf(id)) })
  const leave = () => dispatch({ type: 'overview' })
  const goToStep = (id: string, step: Step) => dispatch({ type: 'form', id, step })
  const goToWall = (wall: Wall) => dispatch({ type: 'wall', wall })
  const open = (id: string) => {
    const found = agreements.find((one) => one.id === id)
    if (found !== undefined) goToStep(id, firstOpen(found))
  }
  const addNew = () => {
    if (!circle.canWrite) return
    const id = addByHand(doc, newId)
    if (id === undefined) return announce(m.plan_full({ n: MAX_AGREEMENTS }))
    own.current.add(id)
    const now = agreements.map((one) => one.id)
    dispatch({ type: 'title', id, page: pageAt(now.length), held: [...now, id] })
  }
  const goTo = (index: number | null) => {
    const id = index === null ? undefined : ids[index]
    if (id === undefined) return false
    dispatch({ type: 'select', id, page: pageAt(index ?? 0) })
    return true
  }
  const goToPage = (page: number) => {
    if (page >= 0 && page < pageCount(row.length, state.density)) dispatch({ type: 'page', page })
  }
  const arrow = (direction: Direction) => {
    const from = at >= 0 ? at : state.page * state.density
    return goTo(
      at < 0 ? Math.min(from, row.length - 1) : neighbour(from, direction, row.length, state.density),
    )
  }
  const move = (id: string, by: -1 | 1) => {
    const from = ids.indexOf(id)
    const to = from + by
    if (from < 0 || to < 0 || to >= row.length || !circle.canWrite) return
    moveAgreement(doc, id, to)
    if (state.place.at === 'overview') dispatch({ type: 'select', id, page: pageAt(to) })
    else dispatch({ type: 'acted' })
  }
  const remove = (id: string) => {
    const number = ids.indexOf(id) + 1
    if (number === 0 || !circle.canWrite) return
    removeAgreement(doc, id)
    dispatch({ type: 'removed', id, number })
  }
  const restore = (id: string) => {
    putBackAgreement(doc, id)
    dispatch({ type: 'acted' })
  }
  const undo = () => {
    if (!circle.canWrite) return
    circle.undo.undo()
    dispatch({ type: 'acted' })
  }
  const cover = (which: 'rest' | 'help' | 'call' | 'door') =>
    dispatch({ type: 'cover', cover: state.cover === which ? 'none' : which })

  const act = (action: BoardAction, event: KeyboardEvent): boolean => {
    if (action === 'contrast') {
      onSettings({ ...settings, contrast: !settings.contrast })
      return true
    }
    if (action === 'call' && stage === 'inside') return (visit.end(), true)
    // What is hidden does not move, and the ideas stay the circle's own.
    if (isHidden || (stage === 'inside' && action === 'ideas')) return false
    if (state.cover !== 'none') {
      if (action === 'plan') return (goToWall('off'), true)
      return actOnCover(action, state.cover, cover, leave)
    }
    // What lies there has its own keys.
    if (isOver) return (action === 'rest' || action === 'help') && (cover(action), true)
    // The other keys of the wall are its own (IdeasWall.tsx).
    if (state.wall !== 'off' && !onEveryPage.has(action)) return false
    const selected = at >= 0 ? ids[at] : undefined
    if (isTableAction(action)) return table !== undefined && table.onKey(action, chosenIn(state))
    switch (action) {
      case 'new':
        return (addNew(), true)
      case 'open': {
        const jumped = readJump(state.jump, row.length)
        if (jumped !== null) return goTo(jumped)
        if (selected === undefined || state.place.at !== 'overview' || ownsEnter(event.target)) return false
        return (open(selected), true)
      }
      case 'back':
        return (leave(), true)
      case 'plan':
        return (goToWall('off'), true)
      case 'ideas':
        return circle.ideas !== null && (goToWall('wall'), true)
      case 'up':
      case 'down':
        return state.place.at === 'overview' && arrow(action)
      case 'left':
      case 'right': {
        const forward = (action === 'right') === (document.documentElement.dir !== 'rtl')
        return state.place.at === 'overview' && arrow(forward ? 'end' : 'start')
      }
      case 'pageBack':
        return (goToPage(state.page - 1), true)
      case 'pageOn':
        return (goToPage(state.page + 1), true)
      case 'moveUp':
      case 'moveDown': {
        const id = state.place.at === 'overview' ? selected : state.place.id
        if (id !== undefined) move(id, action === 'moveUp' ? -1 : 1)
        return true
      }
      case 'undo':
        return (undo(), true)
      case 'remove':
        if (selected !== undefined && state.place.at === 'overview') remove(selected)
        return true
      case 'larger':
      case 'smaller':
        if (changeDensity(state.density, action) !== state.density)
          dispatch({ type: 'density', step: action, index: Math.max(0, at) })
        return true
      case 'digit':
        if (state.place.at === 'overview') dispatch({ type: 'digit', digit: event.key })
        return true
      case 'rest':
      case 'help':
        return (cover(action), true)
      case 'call':
        if (!circle.doorClosed) return false
        return (cover('call'), true)
      case 'door':
        if (!hasDoor) return false
        return (cover('door'), true)
      case 'knock':
        // The knock has its own ears (knock/BoardKnock.tsx).
        return false
    }
  }
  useBoardKeys(settings.singleKeys, act, table?.phase)

  const title = state.place.at === 'title' ? state.place.id : null
  return {
    state,
    row,
    agreements,
    fresh,
    select,
    open,
    leave,
    addNew,
    move,
    remove,
    restore,
    undo,
    goToPage,
    goToStep,
    goToWall,
    /** An agreement that was made of an idea: the next question is who. */
    openMade: (id: string) => {
      own.current.add(id)
      goToStep(id, 'who')
    },
    numberOf: (id: string) => ids.indexOf(id) + 1,
    writerOf: (id: string) => writers.find((writer) => writer.agreement === id)?.name ?? null,
    /** The agreement in use. */
    chosen: ids.includes(chosenIn(state) ?? '') ? chosenIn(state) : null,
    openCall: () => cover('call'),
    openHelp: () => cover('help'),
    openDoor: () => cover('door'),
    titleDone: () => title !== null && goToStep(title, 'who'),
    /** Tab from the title goes on to the next question; Shift+Tab is the browser's. */
    titleKey: (event: KeyboardEvent): boolean => {
      if (event.key !== 'Tab' || event.shiftKey || title === null) return false
      goToStep(title, 'who')
      return true
    },
    titleLeft: () => {
      // Another window in front is not the end of typing.
      if (title !== null && placeNow.current === state.place && document.hasFocus()) leave()
    },
  }
}

/** The agreement that is chosen on the page, or open. */
function chosenIn({ place, selected }: BoardState): string | null {
  return place.at === 'overview' ? selected : place.id
}

/** What a key does on the wall as it does on the plan. */
const onEveryPage: ReadonlySet<BoardAction> = new Set(['new', 'plan', 'rest', 'help', 'call', 'door'])

/** While something lies over the plan only the keys that take it away work. */
function actOnCover(
  action: BoardAction,
  cover: BoardState['cover'],
  turn: (which: 'rest' | 'help' | 'call' | 'door') => void,
  leave: () => void,
): boolean {
  if (action === 'back') return (leave(), true)
  const same = (['rest', 'help', 'call', 'door'] as const).find((one) => one === action)
  if (same === undefined || same !== cover) return false
  turn(same)
  return true
}

function rowOf(state: BoardState, agreements: readonly Agreement[]): readonly RowItem[] {
  if (state.place.at !== 'title') return agreements.map((agreement) => ({ id: agreement.id, agreement }))
  const byId = new Map(agreements.map((agreement) => [agreement.id, agreement]))
  const now = agreements.map((agreement) => agreement.id)
  return holdPlaces(state.place.held, now).map((id) => ({ id, agreement: byId.get(id) }))
}

/** Opening an agreement brings the writer to the first question without an answer, or to the first of all. */
function firstOpen(agreement: Agreement): Step {
  if (agreement.what === '') return 'what'
  if (agreement.who.length === 0) return 'who'
  if (agreement.where === '') return 'where'
  if (agreement.when === '' && agreement.rule === null) return 'when'
  if (agreement.fallback === '') return 'fallback'
  return 'what'
}
