import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { useState } from 'react'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { announce } from '../ui/LiveRegion.tsx'
import { sayDevice } from './sayDevice.ts'
import { useDraft } from './SealedCircle.tsx'
import { takeOut } from './takeOut.ts'

/** More names than these are not read. */
const mostNames = 4

/** The device that goes. */
export type Going = Pick<InsideDevice, 'id' | 'kind' | 'name'>

/** Taking a device out, as this screen shows it. */
export interface TakingOut {
  readonly isBusy: boolean
  /** Why it has not happened, in words; null before it was tried. */
  readonly problem: string | null
  /** Ids of who was named so: with the next press they are left behind. */
  readonly told: readonly string[]
  readonly start: (device: Going) => void
}

/** Takes a device out, once a press. `onDone` when it is out. */
export function useTakeOut(onDone: () => void): TakingOut {
  const { live, view } = useDraft()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [told, setTold] = useState<readonly string[]>([])
  const run = async (device: Going) => {
    setBusy(true)
    setProblem(null)
    const end = await takeOut(live, view.self.seat, device.id, told)
    setBusy(false)
    if (end === 'done') {
      announce(m.out_done({ wat: sayDevice(device) }))
      return onDone()
    }
    // Who is named so may be left behind with the next press.
    setTold(end === 'offline' ? [] : end.late.map(({ id }) => id))
    setProblem(end === 'offline' ? m.out_offline() : m.out_late({ wat: sayDevices(end.late) }))
  }
  return { isBusy, problem, told, start: (device) => (isBusy ? undefined : void run(device)) }
}

function sayDevices(devices: readonly InsideDevice[]): string {
  const names = sayNames(devices.slice(0, mostNames).map(sayDevice))
  const more = devices.length - mostNames
  return more > 0 ? `${names} ${m.bd_more({ n: more })}` : names
}
