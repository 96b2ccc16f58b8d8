import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'

/**
 * What a live document says about itself, in facts a screen can put into words.
 *
 * - `link`: `connecting` until the first whole answer, `live`, `offline` while the connection is gone and being
 *   sought again, `refused` when trying again is of no use.
 * - `loaded`: the whole stored state has been applied at least once. Until then an empty document means nothing,
 *   so a screen must not show an empty plan.
 * - `arrived`: every change made on this device is stored by the server.
 * - `doubts`: how many signs there are that the server keeps something back or changes it. Left out where there are none.
 * - `full`: the server has no room for what waits here; the words stay on this device. Left out where it is not so.
 */
export type DocStatus = {
  readonly link: 'connecting' | 'live' | 'offline' | 'refused'
  readonly loaded: boolean
  readonly arrived: boolean
  readonly full?: boolean
  readonly doubts?: number
}

/** One document that people edit together. The screens do not know whether it is open or sealed. */
export interface LiveDocument {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** The status now. The same object is returned until something in it changes. */
  getStatus(): DocStatus
  /** Calls `fn` after every change of status; the returned function ends that. */
  subscribe(fn: () => void): () => void
  /** The own changes that the server is not known to have stored, oldest first; of earlier pages too, once taken over. */
  unsent(): readonly Uint8Array[]
  /** Closes the connection and frees the document. Words that have not arrived stay on the device. */
  destroy(): void
}
