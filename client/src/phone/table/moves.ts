import type { OpenView, SharedMove } from '@kringplan/shared/contract/seatView'
import type { Phase } from '@kringplan/shared/phase/phases'
import type { Action } from '@kringplan/shared/policy/actions'
import { m } from '../../messages/compiled/messages.js'
import { may } from '../../seats/may.ts'

/** The words of a move that needs two people. */
export interface MoveWords {
  /** "Wim vraagt: zullen wij het plan vastzetten?" */
  readonly asks: (about: { readonly naam: string }) => string
  /** "Zullen wij het plan vastzetten?" */
  readonly question: () => string
  /** On the button that asks for it. */
  readonly button: () => string
  /** What it means, in a sentence. */
  readonly why: () => string
}

/** How each move is said. */
export const moveWords: Readonly<Record<SharedMove, MoveWords>> = {
  draft: { asks: m.mv_draft, question: m.mv_q_draft, button: m.mv_q_draft, why: m.mv_now_deliberation },
  present: { asks: m.mv_present, question: m.mv_q_present, button: m.tb_present, why: m.mv_present_why },
  freeze: { asks: m.mv_freeze, question: m.mv_q_freeze, button: m.tb_freeze, why: m.tb_freeze_why },
  table: { asks: m.mv_table, question: m.mv_q_table, button: m.tb_table, why: m.tb_to_table_why },
  finish: { asks: m.mv_finish, question: m.mv_q_finish, button: m.tb_finish, why: m.tb_finish_why },
  end: { asks: m.mv_end, question: m.mv_q_end, button: m.tp_end, why: m.mv_end_why },
}

const byPhase: Readonly<Partial<Record<Phase, readonly SharedMove[]>>> = {
  deliberation: ['present'],
  presentation: ['freeze'],
  signing: ['finish', 'table'],
}

/**
 * The moves that a member's phone offers now. Opening and closing the door have screens of their own, and ending
 * stands under "van mij".
 */
export function offeredMoves(view: OpenView): readonly SharedMove[] {
  if (view.self.role !== 'member') return []
  const moves = (byPhase[view.phase] ?? []).filter((move) => may(view, actionOf(move)) && !isDoor(view, move))
  return moves.filter((move) => view.plan?.proposal?.move !== move)
}

/** Whether a move is the door's: opening and closing it need its keys, and are asked and answered there. */
export function isDoor({ hasDoor }: OpenView, move: SharedMove): boolean {
  return hasDoor && (move === 'draft' || move === 'present')
}

/** The right that a move needs. */
export function actionOf(move: SharedMove): Action {
  return `phase.${move}`
}

/** What is so now, for somebody who was second: in one sentence. */
export function nowAfter(phase: Phase): string {
  switch (phase) {
    case 'presentation':
      return m.mv_now_presentation()
    case 'signing':
      return m.mv_now_signing()
    case 'followUp':
      return m.tp_now_ready()
    case 'closed':
      return m.now_end()
    case 'preparation':
    case 'information':
    case 'deliberation':
      return m.mv_now_deliberation()
  }
}
