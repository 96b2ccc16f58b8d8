import type { Anew } from '@kringplan/shared/contract/seatView'
import { m } from '../messages/compiled/messages.js'

/** Who asks to start anew: a person's name, or the board. */
export function askerOf({ personId, by }: Anew): string {
  return personId === null ? m.inside_board() : by
}
