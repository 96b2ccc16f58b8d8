import type { SealedDatabase, StoredEntry } from './sealedDatabase.ts'

/*
 * What was typed on this device and is not known to be stored by the server, as ciphertext.
 *
 * Several pages of one seat share it, and a page can die at any moment:
 * 1. An entry has one owner. Only its owner sends it, so two live pages do not send the same words twice.
 * 2. A page shows that it lives; when it has not for a while, or said goodbye, another page of the seat
 *    takes its entries over, in one transaction, so that only one of two takers gets each.
 * 3. An entry is removed by its id, and changed only into an entry with another id. So a page that slept and was
 *    taken over from can lose nothing: at worst its words are sent twice, which the document does not mind.
 */

/** The entries of one seat in one room, as one page sees them. */
export type Outbox = {
  /** Keeps an entry, in place of the one with id `instead` if given. */
  keep(entry: { id: string; order: number; sealed: Uint8Array }, instead?: string): Promise<void>
  /** The server has it. */
  remove(ids: readonly string[]): Promise<void>
  /** Shows a sign of life, and takes over what pages left that are gone. */
  takeOver(): Promise<Takeover>
  /** Says goodbye: another page may take over at once. */
  release(): Promise<void>
}

/** `taken` from pages that are gone; `mine` all ids of this page now; `others` counts what live pages still hold. */
export type Takeover = {
  readonly taken: readonly StoredEntry[]
  readonly mine: ReadonlySet<string>
  readonly others: number
}

/** A page is taken for gone when it has shown no sign of life for so long. A sleeping phone wakes its pages within a minute. */
export const pageLeaseMs = 15_000

/** The outbox of a seat in a room for the page called `page`. */
export function createOutbox(
  db: SealedDatabase,
  where: { readonly room: string; readonly seat: string; readonly page: string },
  now: () => number,
): Outbox {
  const { room, seat, page } = where
  return {
    async keep(entry, instead) {
      const tx = db.transaction(['entries', 'pages'], 'readwrite')
      const entries = tx.objectStore('entries')
      await Promise.all([
        tx.objectStore('pages').put({ page, aliveUntil: now() + pageLeaseMs }),
        entries.put({ ...entry, room, seat, owner: page }),
        instead === undefined ? undefined : entries.delete(instead),
        tx.done,
      ])
    },

    async remove(ids) {
      const tx = db.transaction('entries', 'readwrite')
      await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done])
    },

    async takeOver() {
      const tx = db.transaction(['entries', 'pages'], 'readwrite')
      const pages = tx.objectStore('pages')
      const entries = tx.objectStore('entries')
      await pages.put({ page, aliveUntil: now() + pageLeaseMs })
      const alive = new Set<string>()
      for (const other of await pages.getAll()) {
        if (other.aliveUntil > now()) alive.add(other.page)
        else await pages.delete(other.page)
      }
      const taken: StoredEntry[] = []
      const mine = new Set<string>()
      let others = 0
      for (const entry of await entries.index('byRoomSeat').getAll([room, seat])) {
        if (entry.owner !== page && alive.has(entry.owner)) {
          others++
          continue
        }
        mine.add(entry.id)
        if (entry.owner === page) continue
        await entries.put({ ...entry, owner: page })
        taken.push(entry)
      }
      await tx.done
      taken.sort((a, b) => (a.owner === b.owner ? a.order - b.order : a.owner < b.owner ? -1 : 1))
      return { taken, mine, others }
    },

    release: () => db.delete('pages', page),
  }
}
