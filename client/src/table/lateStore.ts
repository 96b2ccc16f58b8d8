import type { LateWords } from './lateWords.ts'

/** Late words that are offered, each until its person has said what becomes of it. */
export interface Offer {
  readonly key: string
  /** The document in which they were written. */
  readonly document: string
  readonly words: LateWords
  /** Who wrote it, as Yjs counts writers, where it was read off the disk. */
  readonly client?: number
  /** Of a draft that was erased, also what had arrived in it: for behind the door alone [NW8]. */
  readonly isInside?: true
}

/** What this page took out of documents that went, by seat: in memory only. */
const bySeat = new Map<string, readonly Offer[]>()
const listeners = new Set<() => void>()
const none: readonly Offer[] = []
let made = 0

/** What is offered to this seat. The same array until it changes. */
export function offersOf(seat: string): readonly Offer[] {
  return bySeat.get(seat) ?? none
}

export function subscribeOffers(fn: () => void): () => void {
  listeners.add(fn)
  return () => listeners.delete(fn)
}

/** Offers what was late in a document; what is offered already, once. Two parts of a page may have had it open. */
export function addOffers(
  seat: string,
  document: string,
  late: readonly LateWords[],
  of: Pick<Offer, 'client' | 'isInside'> = {},
): void {
  const known = new Set(
    offersOf(seat)
      .filter((offer) => offer.document === document)
      .map(({ words }) => JSON.stringify(words)),
  )
  const fresh = late.filter((words) => !known.has(JSON.stringify(words)))
  if (fresh.length === 0) return
  const added = fresh.map((words) => ({ key: `late${(made += 1)}`, document, words, ...of }))
  set(seat, [...offersOf(seat), ...added])
}

/** Keeps only these. */
export function keepOffers(seat: string, keep: (offer: Offer) => boolean): void {
  const rest = offersOf(seat).filter(keep)
  if (rest.length !== offersOf(seat).length) set(seat, rest)
}

function set(seat: string, offers: readonly Offer[]): void {
  bySeat.set(seat, offers)
  for (const fn of listeners) fn()
}
