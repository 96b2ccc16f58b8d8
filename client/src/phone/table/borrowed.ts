import type { OpenView } from '@kringplan/shared/contract/seatView'
import type { SignatureDevice } from '@kringplan/shared/plan/signature'
import { readSeats, type HeldSeat } from '../../seats/seatStore.ts'

/**
 * Whose phone this is, when it is somebody else's of the same conference: the member whose seat was in this browser
 * first. Null on an own phone. Under the demo everybody lives in one browser, and nobody has borrowed it. [SG25]
 */
export function lenderOf(view: OpenView, seats: readonly HeldSeat[] = readSeats()): HeldSeat | null {
  const { seat, name, role } = view.self
  if (view.demo || role !== 'member') return null
  const mine = seats.find((held) => held.seat === seat)
  const [first] = seats
    .filter((held) => held.role === 'member' && held.conferenceId === view.conferenceId)
    .filter((held) => held.seat !== seat && held.name !== name)
    .sort((a, b) => sinceOf(a) - sinceOf(b))
  return first !== undefined && sinceOf(first) < sinceOf(mine) ? first : null
}

/** On whose device a signature of this seat is given. */
export function deviceOf(view: OpenView, seats?: readonly HeldSeat[]): SignatureDevice {
  return lenderOf(view, seats) === null ? 'own' : 'borrowed'
}

/** A seat from before the time was kept was here before all others. */
function sinceOf(held: HeldSeat | undefined): number {
  return held?.since ?? 0
}
