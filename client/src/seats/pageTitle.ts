import type { SeatView } from '@kringplan/shared/contract/seatView'
import { m } from '../messages/compiled/messages.js'

/**
 * What stands on the tab of a seat's pages: whose it is, so that six tabs can be told apart. A name only under the
 * demo: titles stay behind in a browser's history, also on a borrowed phone.
 */
export function pageTitle(view: SeatView | null): string {
  if (view === null || view.kind === 'ended') return 'Kringplan'
  const { role, name } = view.self
  if (role === 'board') return m.title_board()
  if ('demo' in view && view.demo) return m.title_of({ wie: name })
  return role === 'coordinator' ? m.title_coordinator() : 'Kringplan'
}
