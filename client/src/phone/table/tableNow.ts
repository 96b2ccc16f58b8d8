import { SIGN_LATER_MS, type OpenView } from '@kringplan/shared/contract/seatView'
import { m } from '../../messages/compiled/messages.js'
import { may } from '../../seats/may.ts'

/** The pages of the plan on the table, under the home of a seat. */
export type TablePage = 'lezen' | 'weer-samen' | 'eens' | 'zeg' | 'handtekening' | 'papier' | 'kopie' | 'plan'

/** What Nu says: one sentence, one button, and quiet ways on. */
export interface TableNow {
  readonly sentence: string
  readonly main: TableLink
  readonly more: readonly TableLink[]
}

interface TableLink {
  readonly page: TablePage
  readonly words: string
}

/** Whether the person of this seat can sign now: in the room, or at home until two weeks after. */
export function mayStillSign(view: OpenView, now: number): boolean {
  if (!may(view, 'plan.sign') || view.plan === null || view.plan.version === null) return false
  return view.phase === 'signing' || now - Date.parse(view.since) <= SIGN_LATER_MS
}

/** What happens now at the table, to one person. @param now milliseconds since 1970 */
export function tableNow(view: OpenView, now: number): TableNow {
  const read: TableLink = { page: 'plan', words: m.now_plan_go() }
  const again: TableLink = { page: 'weer-samen', words: m.tb_again() }
  const whole: TableLink = { page: 'plan', words: m.tp_whole() }
  const mine: TableLink = { page: 'handtekening', words: m.tp_go_mine() }
  const paper: TableLink = { page: 'papier', words: m.tp_paper_link() }
  const canSign = mayStillSign(view, now)
  const hasSigned = (view.plan?.mine ?? null) !== null
  const onPaper = canSign && view.self.role === 'member' ? [paper] : []
  if (view.phase === 'presentation') {
    return {
      sentence: m.tp_now_reading(),
      main: { page: 'lezen', words: m.tp_go_read() },
      more: [read, again],
    }
  }
  if (view.phase === 'signing') {
    return hasSigned
      ? { sentence: m.s_done(), main: mine, more: [whole, ...onPaper] }
      : {
          sentence: m.s_ask(),
          main: { page: 'eens', words: m.tp_go_sign() },
          more: [whole, ...onPaper],
        }
  }
  const later: readonly TableLink[] =
    canSign && !hasSigned ? [{ page: 'eens', words: m.tp_sign_later() }, ...onPaper] : []
  return { sentence: m.tp_now_ready(), main: { page: 'kopie', words: m.tp_go_copy() }, more: later }
}
