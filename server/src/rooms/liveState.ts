import * as Y from 'yjs'
import type { StoredDocument } from './documentStore.ts'

/** How a write ended: it is in; words before it are missing; it was no update; or it broke the document, which needs `rebuild`. */
export type Applied = 'in' | 'gap' | 'malformed' | 'broken'

/**
 * An open document in memory. What comes out of `onUpdate` is what our own yjs wrote, never the bytes that came in,
 * so that nothing is stored that a later load cannot read.
 */
export class LiveState<Origin> {
  #doc: Y.Doc
  readonly #onUpdate: (update: Uint8Array, origin: Origin) => void
  #whole: Uint8Array | null = null

  constructor(stored: StoredDocument, onUpdate: (update: Uint8Array, origin: Origin) => void) {
    this.#onUpdate = onUpdate
    this.#doc = this.#build(stored)
  }

  /** Puts an update of a client in. */
  apply(update: Uint8Array, origin: Origin): Applied {
    // Read it lazily first: applying a lie about the number of parts would reserve memory for them.
    if (readUpdate(update) === null) return 'malformed'
    this.#whole = null
    try {
      Y.applyUpdate(this.#doc, update, origin)
    } catch {
      return 'broken'
    }
    const { store } = this.#doc
    if (store.pendingStructs === null && store.pendingDs === null) return 'in'
    // Parts that wait for others are not stored and must not count as arrived: the client sends them again with the rest.
    store.pendingStructs = null
    store.pendingDs = null
    return 'gap'
  }

  /** Starts again from what is stored. */
  rebuild(stored: StoredDocument): void {
    this.#doc.destroy()
    this.#whole = null
    this.#doc = this.#build(stored)
  }

  /** Whether an update holds nothing that the document does not have: what a reader's client answers. */
  holdsNothingNew(update: Uint8Array): boolean {
    const read = readUpdate(update)
    if (read === null || read.structs.length > 0) return false
    const gone = Y.createDeleteSetFromStructStore(this.#doc.store).clients
    return [...read.ds.clients].every(([client, ranges]) =>
      ranges.every((range) =>
        (gone.get(client) ?? []).some(
          (known) => known.clock <= range.clock && range.clock + range.len <= known.clock + known.len,
        ),
      ),
    )
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc)
  }

  /** Everything after this state vector. Throws when it is none. Asking for all costs no encoding. */
  since(stateVector: Uint8Array): Uint8Array {
    const nothing = stateVector.length === 1 && stateVector[0] === 0
    return nothing ? this.whole() : Y.encodeStateAsUpdate(this.#doc, stateVector)
  }

  /** The whole state, made once per version: thirteen joiners cost one encoding. */
  whole(): Uint8Array {
    this.#whole ??= Y.encodeStateAsUpdate(this.#doc)
    return this.#whole
  }

  /** Looks at the document. What it gives must be values of its own. */
  read<T>(look: (doc: Y.Doc) => T): T {
    return look(this.#doc)
  }

  destroy(): void {
    this.#doc.destroy()
  }

  #build(stored: StoredDocument): Y.Doc {
    const doc = new Y.Doc({ gc: true })
    doc.transact(() => {
      if (stored.snapshot !== null) Y.applyUpdate(doc, stored.snapshot)
      for (const update of stored.updates) Y.applyUpdate(doc, update)
    })
    doc.on('update', (update: Uint8Array, origin: Origin) => this.#onUpdate(update, origin))
    return doc
  }
}

function readUpdate(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  try {
    return Y.decodeUpdate(update)
  } catch {
    return null
  }
}

/** Whether these bytes are a state vector. */
export function isStateVector(bytes: Uint8Array): boolean {
  try {
    Y.decodeStateVector(bytes)
    return true
  } catch {
    return false
  }
}
