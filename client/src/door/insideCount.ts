import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'

/** The board is not counted: people count the phones they see. */
export function countPhones(inside: readonly InsideDevice[]): number {
  return inside.filter((device) => device.kind === 'phone').length
}

/** Whether a board is the only device that can open the draft: a reload of it would lose everything. */
export function isOnlyBoard(inside: readonly InsideDevice[]): boolean {
  return inside.length === 1 && inside[0]?.kind === 'board'
}
