import { useEffect } from 'react'
import { say } from '../plan/presence.ts'
import { useUnarrived } from '../plan/unarrived.ts'
import { useCircle } from './circle.ts'
import { answerRollCall } from './rollCall.ts'
import { followSeen } from './seenDevices.ts'

/**
 * Tells the other devices of a document that this one is there, and whether words wait on it that have not arrived.
 * Who may only read says nothing. Draws nothing.
 */
export function Presence() {
  const { live, me, canWrite, doorClosed } = useCircle()
  const { awareness } = live
  const { name, personId, seat } = me
  const pending = useUnarrived(live).any
  useEffect(() => {
    // Behind the door the list of devices inside has the seat; at the table nobody needs it.
    if (canWrite) say(awareness, { name, personId, pending, ...(doorClosed ? { device: seat } : {}) })
  }, [awareness, canWrite, name, personId, seat, pending, doorClosed])
  useEffect(() => (canWrite ? answerRollCall(awareness) : undefined), [awareness, canWrite])
  useEffect(() => (doorClosed ? undefined : followSeen(awareness)), [awareness, doorClosed])
  useEffect(() => {
    // Needed in the moment in which the document goes, and then there may be no network.
    void import('../table/keepLate.ts').catch(() => {})
    if (doorClosed) void import('../door/OpenedMoment.tsx').catch(() => {})
  }, [doorClosed])
  return null
}
