import type { Phase } from '@kringplan/shared/phase/phases'
import type { ReactNode } from 'react'
import type { TableAction } from './keymap.ts'

/** A few words on the edge of a card: a question about it, an answer to it, or that it was changed. */
export interface CardNote {
  readonly key: string
  readonly kind: 'mark' | 'can' | 'cannot' | 'changed'
  readonly words: string
}

/** What a phase adds to the page of the plan: the moves of the meeting and what is said at the table. */
export interface PlanTable {
  readonly phase: Phase
  /** The circle has a door, and it is open: said where it says that it is closed. */
  readonly isDoorOpen: boolean
  /** Shown instead of the plan: a question to the room, or the plan as it is read. Null: the plan. */
  readonly over: ReactNode
  /** A key of the table, with the agreement that is chosen. True when it was taken. */
  readonly onKey: (action: TableAction, selected: string | null) => boolean
  /** Buttons behind "Nieuwe afspraak". */
  readonly bar: ReactNode | undefined
  /** Buttons at the end of the bottom line. */
  readonly moves: ReactNode
  readonly notesOf: (agreement: string) => readonly CardNote[]
  /** What was asked about and answered to an agreement, in full. */
  readonly renderSaid: (agreement: string) => ReactNode
}

export const noNotes: readonly CardNote[] = []
