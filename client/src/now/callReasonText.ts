import type { CallReason } from '@kringplan/shared/contract/seatView'
import { m } from '../messages/compiled/messages.js'

const texts: Readonly<Record<CallReason, () => string>> = {
  explain: () => m.call_explain(),
  talk: () => m.call_talk(),
  practical: () => m.call_practical(),
  say: () => m.call_self(),
}

/** The reasons to call a coordinator, in the order in which they are offered. */
export const callReasonList = Object.keys(texts) as readonly CallReason[]

/** A reason in the words of the person who calls. */
export function callReasonText(reason: CallReason): string {
  return texts[reason]()
}
