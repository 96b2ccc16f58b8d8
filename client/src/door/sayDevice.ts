import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { m } from '../messages/compiled/messages.js'

/** "de telefoon van Kees", "het bord". */
export function sayDevice({ kind, name }: Pick<InsideDevice, 'kind' | 'name'>): string {
  return kind === 'board' ? m.inside_board() : m.out_phone({ naam: name })
}
