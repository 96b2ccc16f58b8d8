import type { SeatLink } from '../live/seatConnection.ts'
import { m } from '../messages/compiled/messages.js'
import { Notice } from '../ui/Notice.tsx'

/** No network, practice mode, the demo: one line each at the top, only when it is so. */
export function SeatStrips({
  link,
  practice,
  demo = false,
}: {
  link?: SeatLink
  practice: boolean
  demo?: boolean
}) {
  return (
    <>
      {link === 'offline' ? (
        <Notice strip kind="offline">
          {m.st_off_waiting()}
        </Notice>
      ) : null}
      {practice || demo ? (
        <Notice strip kind="practice">
          {[demo ? m.demo_short() : '', practice ? m.practice_short() : ''].filter(Boolean).join(' ')}
        </Notice>
      ) : null}
    </>
  )
}

/** Whether this page came over plain http, for pages that no seat stands behind yet. */
export function isPractice(): boolean {
  return location.protocol === 'http:'
}
