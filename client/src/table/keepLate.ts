import type * as Y from 'yjs'
import { eraseUpdateOutbox, readWaiting } from '../sync/updateOutbox.ts'
import { addOffers, keepOffers, offersOf } from './lateStore.ts'
import { typedIn, rangesOf } from './lateRanges.ts'
import { findLate } from './lateWords.ts'

/** The own writers whose words this page has taken out itself, by seat and document. */
const taken = new Map<string, Set<number>>()
const nameOf = (seat: string, document: string) => `${seat} ${document}`

/**
 * Takes the words that had not arrived out of a document that goes. The document may be gone by now.
 * @param isInside for behind the door alone
 */
export function keepLate(
  seat: string,
  document: string,
  doc: Y.Doc,
  unsent: readonly Uint8Array[],
  isInside = false,
): void {
  const ranges = rangesOf(unsent)
  const name = nameOf(seat, document)
  const known = new Set([...(taken.get(name) ?? []), ...ranges.map(({ client }) => client)])
  taken.set(name, known)
  // The disk may have been read before: here it is known where the words belong.
  keepOffers(
    seat,
    (offer) => offer.document !== document || offer.client === undefined || !known.has(offer.client),
  )
  addOffers(seat, document, findLate(doc, ranges), isInside ? { isInside } : {})
}

/** The document is there again, and takes what waits for it from the disk. */
export function forgetLate(seat: string, document: string): void {
  taken.delete(nameOf(seat, document))
  keepOffers(seat, (offer) => offer.document !== document)
}

/**
 * Brings what is offered in line with the document in which this seat writes now (null where it writes nowhere): what
 * waits for that one is on its way there, and what an earlier page left for others is offered.
 */
export async function lookForLate(seat: string, current: string | null): Promise<void> {
  keepOffers(seat, ({ document }) => document !== current)
  for (const [document, updates] of await readWaiting(seat)) {
    const known = taken.get(nameOf(seat, document)) ?? new Set<number>()
    if (document === current || known.has(fromDisk)) continue
    const others = updates.filter((update) => !rangesOf([update]).some(({ client }) => known.has(client)))
    taken.set(nameOf(seat, document), new Set([...known, fromDisk]))
    for (const { client, words } of typedIn(others)) {
      addOffers(seat, document, [{ kind: 'words', id: '', field: 'what', about: '', parts: [words] }], {
        client,
      })
    }
  }
}

/** The door is open: of an erased draft nothing is offered any more [NW8]. */
export function forgetErased(seat: string): void {
  keepOffers(seat, ({ isInside }) => isInside !== true)
}

/** No writer has this number: what lay on the disk for a document has been looked through. */
const fromDisk = -1

/** Its person has said what becomes of this: it is offered no more, here or by a later page. */
export async function settleOffer(seat: string, key: string): Promise<void> {
  const document = offersOf(seat).find((offer) => offer.key === key)?.document
  if (document === undefined) return
  const isLast = !offersOf(seat).some((offer) => offer.document === document && offer.key !== key)
  // First from the disk: a page that goes right after the press does not offer it again.
  if (isLast) await eraseUpdateOutbox(seat, undefined, document)
  keepOffers(seat, (offer) => offer.key !== key)
}
