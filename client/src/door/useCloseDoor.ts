import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import type { RefusalInfo } from '../api/call.ts'
import { closeDoor } from './closeDoor.ts'
import type { LiveDocument } from '../sync/liveDocument.ts'
import type { Device } from './enterRoom.ts'

/** Where the closing stands on this screen. */
export type Closing =
  | { readonly at: 'asking' }
  | { readonly at: 'closing' }
  /** Asked for; a second person has to close it too. */
  | { readonly at: 'waiting' }
  | { readonly at: 'failed'; readonly refusal: RefusalInfo['refusal'] }

/**
 * The button that closes the door: presses while it is closing do nothing.
 * @param table the document on the table, when the door closes once more
 */
export function useCloseDoor(
  view: OpenView,
  device: Device,
  table?: LiveDocument,
): { closing: Closing; close: () => void } {
  const [closing, setClosing] = useState<Closing>({ at: 'asking' })
  const start = async () => {
    setClosing({ at: 'closing' })
    const answer = await closeDoor(view, device, table)
    // When it is done the new view takes over; this screen goes.
    if (!answer.ok) setClosing({ at: 'failed', refusal: answer.refusal.refusal })
    else if (answer.value.waiting) setClosing({ at: 'waiting' })
  }
  const close = () => {
    if (closing.at !== 'closing') void start()
  }
  return { closing, close }
}
