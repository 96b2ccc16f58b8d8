import type { OpenView, Reading } from '@kringplan/shared/contract/seatView'
import { useEffect, useReducer } from 'react'
import { call } from '../api/call.ts'
import { hasToTell, readingReducer, shownReading, startReading } from './reading.ts'

/** How long after a telling that did not get through it is tried again. */
const AGAIN_MS = 3_000

export interface ReadingHere {
  /** Where the reading is, as this device shows it. */
  readonly reading: Reading | null
  readonly turn: (to: Reading) => void
  /** The others may be behind: what was turned here has not got through. */
  readonly isLost: boolean
}

/** Whether it is of no use to try again. */
function isFinal(refusal: string): boolean {
  return refusal === 'refused' || refusal === 'badInput'
}

/** Where the reading aloud is, for a device that may turn the page. */
export function useReading(view: OpenView): ReadingHere {
  const { seat } = view.self
  const server = view.plan?.reading ?? null
  // As text it is the same for as long as it says the same.
  const said = JSON.stringify(server)
  const [state, send] = useReducer(readingReducer, server, startReading)
  useEffect(() => send({ type: 'heard', reading: JSON.parse(said) as Reading | null }), [said])

  const { wanted, isLost } = state
  const isDue = hasToTell(state)
  useEffect(() => {
    if (!isDue || wanted === null) return
    const tell = async () => {
      send({ type: 'telling', what: wanted })
      const answer = await call('read', { params: { seat }, input: wanted })
      if (answer.ok) send({ type: 'told' })
      else send({ type: isFinal(answer.refusal.refusal) ? 'refused' : 'lost' })
    }
    if (!isLost) return void tell()
    const timer = setTimeout(() => void tell(), AGAIN_MS)
    return () => clearTimeout(timer)
  }, [isDue, isLost, wanted, seat])

  return { reading: shownReading(state), turn: (to) => send({ type: 'turned', to }), isLost }
}
