import type { ClosedView, OpenView } from '@kringplan/shared/contract/seatView'
import { m } from '../messages/compiled/messages.js'

/** What happens now, in one sentence to one person. Every phase has one, in both settings. */
export function nowSentence(view: OpenView | ClosedView): string {
  switch (view.phase) {
    case 'preparation':
      return m.now_early()
    case 'information': {
      const coordinator = view.coordinators[0]
      return coordinator === undefined ? m.now_together() : m.now_listen({ naam: coordinator })
    }
    case 'deliberation':
      return m.now_plan()
    case 'presentation':
      return m.now_present()
    case 'signing':
      return m.phase_signing()
    case 'followUp':
      return m.phase_followUp()
    case 'closed':
      return m.now_end()
  }
}
