import { pushDigit, type JumpBuffer } from './jump.ts'
import { changeDensity, pageOf, type Density } from './paging.ts'
import type { Step } from './steps.ts'

/** What lies over the plan, if anything. */
export type Cover = 'none' | 'rest' | 'help' | 'call' | 'door'

/** What the board shows: the plan, the ideas wall, or a new idea being written on it. */
export type Wall = 'off' | 'wall' | 'writing'

/** Where the writer is. `editing` on the overview is the card's own title; `form` is one agreement large. */
export type Place =
  | { readonly at: 'overview' }
  | { readonly at: 'title'; readonly id: string; readonly held: readonly string[] }
  | { readonly at: 'form'; readonly id: string; readonly step: Step }

/** What the board's screen remembers: nothing of the plan itself. */
export interface BoardState {
  readonly place: Place
  readonly wall: Wall
  readonly cover: Cover
  readonly selected: string | null
  readonly page: number
  readonly density: Density
  readonly jump: JumpBuffer
  /** The agreement taken away last, until the next action. */
  readonly removed: { readonly id: string; readonly number: number } | null
}

export type BoardEvent =
  | { readonly type: 'select'; readonly id: string; readonly page: number }
  | { readonly type: 'page'; readonly page: number }
  | { readonly type: 'density'; readonly step: 'larger' | 'smaller'; readonly index: number }
  | { readonly type: 'digit'; readonly digit: string }
  | { readonly type: 'title'; readonly id: string; readonly page: number; readonly held: readonly string[] }
  | { readonly type: 'form'; readonly id: string; readonly step: Step }
  | { readonly type: 'overview' }
  | { readonly type: 'wall'; readonly wall: Wall }
  | { readonly type: 'cover'; readonly cover: Cover }
  | { readonly type: 'removed'; readonly id: string; readonly number: number }
  | { readonly type: 'acted' }

export function startState(density: Density): BoardState {
  return {
    place: { at: 'overview' },
    wall: 'off',
    cover: 'none',
    selected: null,
    page: 0,
    density,
    jump: '',
    removed: null,
  }
}

/** The next state. Pure. Anything the writer does ends a half-typed jump and the offer to put back. */
export function boardReducer(state: BoardState, event: BoardEvent): BoardState {
  const calm = { ...state, jump: '', removed: null }
  switch (event.type) {
    case 'select':
      // Focus comes back to a card by itself too: that alone is no action.
      return state.selected === event.id && state.page === event.page
        ? state
        : { ...state, jump: '', selected: event.id, page: event.page }
    case 'page':
      return { ...calm, page: event.page, selected: null }
    case 'density': {
      // The page on which the agreement in use stands then.
      const density = changeDensity(state.density, event.step)
      return { ...calm, density, page: pageOf(event.index, density) }
    }
    case 'digit':
      return { ...state, removed: null, jump: pushDigit(state.jump, event.digit) }
    case 'title':
      return {
        ...calm,
        wall: 'off',
        cover: 'none',
        selected: event.id,
        page: event.page,
        place: { at: 'title', id: event.id, held: event.held },
      }
    case 'form':
      return {
        ...calm,
        wall: 'off',
        cover: 'none',
        selected: event.id,
        place: { at: 'form', id: event.id, step: event.step },
      }
    case 'overview':
      return { ...calm, cover: 'none', place: { at: 'overview' } }
    case 'wall':
      return { ...calm, cover: 'none', place: { at: 'overview' }, wall: event.wall }
    case 'cover':
      return { ...calm, cover: event.cover }
    case 'removed':
      return {
        ...calm,
        place: { at: 'overview' },
        selected: null,
        removed: { id: event.id, number: event.number },
      }
    case 'acted':
      return state.jump === '' && state.removed === null ? state : calm
  }
}
