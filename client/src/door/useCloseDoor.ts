import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import type { RefusalInfo } from '../api/call.ts'
import { closeDoor } from './closeDoor.ts'
import type { Device } from './enterRoom.ts'

/** Where the closing stands on this screen. */
export type Closing =
  | { readonly at: 'asking' }
  | { readonly at: 'closing' }
  | { readonly at: 'failed'; readonly refusal: RefusalInfo['refusal'] }

/** The button that closes the door: presses while it is closing do nothing. */
export function useCloseDoor(view: OpenView, device: Device): { closing: Closing; close: () => void } {
  const [closing, setClosing] = useState<Closing>({ at: 'asking' })
  const start = async () => {
    setClosing({ at: 'closing' })
    const answer = await closeDoor(view, device)
    // When it is done the new view takes over; this screen goes.
    if (!answer.ok) setClosing({ at: 'failed', refusal: answer.refusal.refusal })
  }
  const close = () => {
    if (closing.at !== 'closing') void start()
  }
  return { closing, close }
}
