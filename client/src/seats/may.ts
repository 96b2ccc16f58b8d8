import type { ClosedView, OpenView, OutsideView } from '@kringplan/shared/contract/seatView'
import type { Action } from '@kringplan/shared/policy/actions'
import { can } from '@kringplan/shared/policy/can'

/** Whether this seat may do something now. Shows and hides only: the server decides. */
export function may(view: OpenView | ClosedView | OutsideView, action: Action): boolean {
  return can(
    {
      role: view.self.role,
      standing: view.kind === 'outside' ? 'outside' : 'in',
      setting: view.hasDoor ? 'withDoor' : 'together',
      phase: view.phase,
    },
    action,
  )
}
