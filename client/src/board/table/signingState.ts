import type { SignedBy } from '@kringplan/shared/contract/seatView'
import type { SignatureMark, SignatureWay } from '@kringplan/shared/plan/signature'
import type { Strokes } from '../../table/strokes.ts'

/** Where the board is while the plan is signed. */
export type SigningPlace =
  | { readonly at: 'circle' }
  | { readonly at: 'person'; readonly id: string }
  | { readonly at: 'paper' }
  | { readonly at: 'read'; readonly index: number }
  | { readonly at: 'table' }
  | { readonly at: 'finish' }

/** The ways to sign with one's own hand, as they stand beside each other. */
export const handWays = ['typed', 'picture', 'drawn'] as const
export type HandWay = (typeof handWays)[number]

/** A signature while somebody makes it. Nothing is chosen beforehand, and nothing is lost by choosing another way. */
export interface SigningDraft {
  readonly agrees: boolean
  readonly way: HandWay | null
  readonly text: string
  readonly strokes: Strokes
}

export const emptyDraft: SigningDraft = { agrees: false, way: null, text: '', strokes: [] }

/** What is still missing before it can be looked over. */
export type SigningGap = 'agrees' | 'way' | 'text' | 'strokes'

/** The first thing that is missing, or null. */
export function gapOf({ agrees, way, text, strokes }: SigningDraft): SigningGap | null {
  if (!agrees) return 'agrees'
  if (way === null) return 'way'
  if (way === 'typed' && text.trim() === '') return 'text'
  return way === 'drawn' && strokes.length === 0 ? 'strokes' : null
}

/** The mark that a draft makes, or null while something is missing. */
export function markOf(
  draft: SigningDraft,
  look: { readonly picture: string; readonly colour: string } | undefined,
): SignatureMark | null {
  if (gapOf(draft) !== null) return null
  switch (draft.way) {
    case 'typed':
      return { way: 'typed', text: draft.text.normalize('NFC').trim() }
    case 'drawn':
      return { way: 'drawn', strokes: draft.strokes }
    case 'picture':
      return look === undefined ? null : { way: 'picture', picture: look.picture, colour: look.colour }
    case null:
      return null
  }
}

/** Whether a signature can be taken back here: it was given here, or ticked for paper. */
export function isTakenBackHere({ device }: Pick<SignedBy, 'device'>): boolean {
  return device === 'board' || device === 'paper'
}

/** Whom paper is about: who has not signed in another way. */
export function paperRows<P extends { readonly id: string }>(
  people: readonly P[],
  signed: readonly { readonly personId: string; readonly way: SignatureWay }[],
): readonly { readonly person: P; readonly isTicked: boolean }[] {
  const ways = new Map(signed.map(({ personId, way }) => [personId, way]))
  return people.flatMap((person) => {
    const way = ways.get(person.id)
    return way === undefined || way === 'paper' ? [{ person, isTicked: way === 'paper' }] : []
  })
}
