import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import type { NotOpened } from './openDoor.ts'

/** Why the door did not open, as a sentence that says where the circle stands and what it can do. */
export function notOpenedText(why: NotOpened): string {
  if (typeof why === 'object')
    return why.tooLong > 0 ? m.open_too_long({ n: why.tooLong }) : m.open_too_large()
  if (why === 'another') return m.open_another()
  if (why === 'second') return m.open_second()
  if (why === 'words') return m.open_words()
  if (why === 'busy') return m.open_busy()
  if (why === 'badInput' || why === 'tooLarge') return m.open_too_large()
  return why === 'failed' ? m.open_failed() : refusalText(why)
}
