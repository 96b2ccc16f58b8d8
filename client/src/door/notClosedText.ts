import type { RefusalInfo } from '../api/call.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'

/** Why the door did not close, as a sentence that says where the circle stands and what it can do. */
export function notClosedText(refusal: RefusalInfo['refusal']): string {
  return refusal === 'failed' ? m.door_not_closed() : refusalText(refusal)
}
