import type { Question } from '@kringplan/shared/plan/schema'
import { useLocation } from 'wouter'
import { planPath } from './planPaths.ts'

/** Where a sheet came from, kept in the entry of the history, so that it holds over a reload. */
interface SheetState {
  /** The page under it is the entry before this one. */
  readonly sheet?: boolean
  /** The agreement was just made. */
  readonly fresh?: boolean
}

export interface SheetPath {
  readonly open: (question: Question) => void
  /** The next question takes the place of this one: one step back leaves them all. */
  readonly next: (question: Question) => void
  readonly close: () => void
  readonly fresh: boolean
}

/** The address of a sheet: opened as a page of its own, so that the phone's own "back" closes it. */
export function useSheetPath(home: string, id: string): SheetPath {
  const [, go] = useLocation()
  const state = (history.state ?? {}) as SheetState
  return {
    fresh: state.fresh === true,
    open: (question) => go(planPath(home, id, question), { state: { sheet: true } satisfies SheetState }),
    next: (question) =>
      go(planPath(home, id, question), {
        replace: true,
        state: { sheet: state.sheet === true } satisfies SheetState,
      }),
    close() {
      if (state.sheet === true) history.back()
      else go(planPath(home, id), { replace: true })
    },
  }
}
