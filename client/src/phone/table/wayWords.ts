import type { SignedBy } from '@kringplan/shared/contract/seatView'
import type { SignatureDevice, SignatureWay } from '@kringplan/shared/plan/signature'
import { m } from '../../messages/compiled/messages.js'

/** How somebody signed, in a word or two. */
export function wayWords(way: SignatureWay): string {
  return { drawn: m.cp_way_drawn, typed: m.cp_way_typed, picture: m.cp_way_picture, paper: m.cp_way_paper }[
    way
  ]()
}

const devices: Readonly<Partial<Record<SignatureDevice, () => string>>> = {
  board: m.cp_on_board,
  borrowed: m.cp_on_borrowed,
}

/** How and where somebody signed: "getekend", "met een plaatje, op het bord". */
export function signedWords({ way, device }: Pick<SignedBy, 'way' | 'device'>): string {
  return [wayWords(way), devices[device]?.()].filter((word) => word !== undefined).join(', ')
}
