import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { useState } from 'react'
import { m } from '../messages/compiled/messages.js'
import { announce } from '../ui/LiveRegion.tsx'
import { sayDevice } from './sayDevice.ts'
import { useDraft } from './SealedCircle.tsx'
import { takeOut } from './takeOut.ts'

/** Where taking a device out stands on this screen. */
export type Out = 'asking' | 'busy' | 'offline'

/** Takes a device out, once a press. `onDone` when it is out. */
export function useTakeOut(onDone: () => void): {
  readonly out: Out
  readonly start: (device: InsideDevice) => void
} {
  const { live, view } = useDraft()
  const [out, setOut] = useState<Out>('asking')
  const run = async (device: InsideDevice) => {
    setOut('busy')
    const end = await takeOut(live, view.self.seat, device.id)
    setOut(end === 'done' ? 'asking' : 'offline')
    if (end !== 'done') return
    announce(m.out_done({ wat: sayDevice(device) }))
    onDone()
  }
  return { out, start: (device) => (out === 'busy' ? undefined : void run(device)) }
}
