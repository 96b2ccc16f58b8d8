import * as Y from 'yjs'
import { say } from '../plan/presence.ts'
import type { LiveDocument } from '../sync/liveDocument.ts'

/**
 * What has to happen before a document of this page goes. When everything has arrived the others hear that this
 * device left; otherwise the words that have not are kept as text, in case this document does not come back. Of one that is
 * erased everywhere (`isErased`: the circle started anew) all words are kept so [NW8].
 */
export function leaveDocument(live: LiveDocument, seat: string, document: string, isErased = false): void {
  const { awareness } = live
  const unsent = live.unsent()
  if (isErased || unsent.length > 0) {
    void keepWords(live, seat, document, unsent, isErased).catch(() => {})
  } else if (awareness.getLocalState() !== null) {
    say(awareness, { left: true })
  }
}

async function keepWords(
  { doc }: LiveDocument,
  seat: string,
  document: string,
  unsent: readonly Uint8Array[],
  isErased: boolean,
): Promise<void> {
  const { keepLate } = await import('../table/keepLate.ts')
  keepLate(seat, document, doc, unsent)
  if (isErased) keepLate(seat, document, doc, [Y.encodeStateAsUpdate(doc)], true)
}

/** A document that had been left is there again: what waited for it is on its way to it, and no longer only text. */
export function enterDocument(seat: string, document: string): void {
  void import('../table/keepLate.ts').then(({ forgetLate }) => forgetLate(seat, document)).catch(() => {})
}
