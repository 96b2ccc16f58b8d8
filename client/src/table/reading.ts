import type { Reading } from '@kringplan/shared/contract/seatView'
import { ENDING } from '@kringplan/shared/plan/schema'

/*
 * Where the reading aloud is, on a device that may turn the page. It shows its own turn at once and tells the server;
 * the latest turn wins, and without a connection this device reads on [TB2].
 */

export interface ReadingState {
  /** What the server said last. */
  readonly server: Reading | null
  /** What was turned to here and is not yet what the server says. */
  readonly wanted: Reading | null
  /** What the server is being told. */
  readonly flight: Reading | null
  /** The server has `wanted`: whatever it says next is newer. */
  readonly isStored: boolean
  /** The last telling did not get through. */
  readonly isLost: boolean
}

export type ReadingEvent =
  | { readonly type: 'turned'; readonly to: Reading }
  | { readonly type: 'heard'; readonly reading: Reading | null }
  /** What the server is being told: by now the page may have been turned on. */
  | { readonly type: 'telling'; readonly what: Reading }
  | { readonly type: 'told' }
  | { readonly type: 'lost' }
  /** The server takes no turns any more: the meeting has moved on. */
  | { readonly type: 'refused' }

export function startReading(server: Reading | null): ReadingState {
  return { server, wanted: null, flight: null, isStored: false, isLost: false }
}

/** The next state. Pure. */
export function readingReducer(state: ReadingState, event: ReadingEvent): ReadingState {
  switch (event.type) {
    case 'turned':
      return { ...state, wanted: event.to, isStored: false }
    case 'heard': {
      const isOver = state.isStored || same(event.reading, state.wanted)
      return isOver
        ? { ...state, server: event.reading, wanted: null, isStored: false }
        : { ...state, server: event.reading }
    }
    case 'telling':
      return { ...state, flight: event.what }
    case 'told':
      // Somebody may have turned on while it was told.
      return { ...state, flight: null, isLost: false, isStored: same(state.wanted, state.flight) }
    case 'lost':
      return { ...state, flight: null, isLost: true }
    case 'refused':
      return { ...state, flight: null, isLost: false, wanted: null, isStored: false }
  }
}

/** Where the reading is, as this device shows it. */
export function shownReading({ server, wanted }: ReadingState): Reading | null {
  return wanted ?? server
}

/** Whether the server has to be told something. */
export function hasToTell({ wanted, flight, isStored }: ReadingState): boolean {
  return wanted !== null && flight === null && !isStored
}

function same(a: Reading | null, b: Reading | null): boolean {
  return a?.agreement === b?.agreement && a?.reader === b?.reader
}

/** The pages of a reading: every agreement in its order, and at the end the next meeting. */
export function readingPages(agreements: readonly { readonly id: string }[]): readonly string[] {
  return [...agreements.map(({ id }) => id), ENDING]
}

/**
 * The index of the page that is read; when somebody took that agreement away, where it stood before (`lastIndex`).
 */
export function pageIndex(pages: readonly string[], page: string | null, lastIndex: number): number {
  const found = page === null ? -1 : pages.indexOf(page)
  return found >= 0 ? found : Math.max(0, Math.min(lastIndex, pages.length - 1))
}
