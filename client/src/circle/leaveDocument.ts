import { say } from '../plan/presence.ts'
import type { LiveDocument } from '../sync/liveDocument.ts'

/**
 * What has to happen before a document of this page goes. When everything has arrived the others hear that this
 * device left; otherwise the words that have not are kept as text, in case this document does not come back.
 */
export function leaveDocument(live: LiveDocument, seat: string, document: string): void {
  const { doc, awareness } = live
  const unsent = live.unsent()
  if (unsent.length === 0 && awareness.getLocalState() !== null) say(awareness, { left: true })
  void import('../table/keepLate.ts')
    .then(({ keepLate }) => keepLate(seat, document, doc, unsent))
    .catch(() => {})
}
