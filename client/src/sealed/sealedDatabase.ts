import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'

/**
 * The key of a room for one seat, sealed: half of what opens it is on the server. While this phone closes the door
 * there is no such half yet: `device` is then empty, and the record is replaced as soon as the server has answered.
 */
export type StoredKey = {
  readonly room: string
  readonly seat: string
  readonly epoch: number
  /** Names this record to the server, which keeps the other half under it. */
  readonly device: Uint8Array
  readonly localHalf: Uint8Array
  readonly sealedKey: Uint8Array
}

/** Something typed on this device that is not known to be stored by the server. Ciphertext, for a board too. */
export type StoredEntry = {
  readonly id: string
  readonly room: string
  readonly seat: string
  /** The page that looks after it, by its device name. */
  readonly owner: string
  /** The order in which it was typed, within its owner. */
  readonly order: number
  readonly sealed: Uint8Array
}

/** Sign of life of a page. Without a fresh one, another page of the same seat takes its entries over. */
export type StoredPage = { readonly page: string; readonly aliveUntil: number }

/** An idea that its person has not put on the board: ciphertext, and never sent. */
export type StoredIdea = {
  readonly room: string
  readonly seat: string
  readonly id: string
  readonly sealed: Uint8Array
}

interface SealedSchema extends DBSchema {
  keys: { key: [string, string]; value: StoredKey }
  entries: { key: string; value: StoredEntry; indexes: { byRoomSeat: [string, string] } }
  pages: { key: string; value: StoredPage }
  ideas: { key: [string, string, string]; value: StoredIdea }
}

export type SealedDatabase = IDBPDatabase<SealedSchema>

const databaseName = 'kringplan-sealed'

/** Opens the one database of the sealed layer. Nothing in it can be read without the server's half or the room key, but for a key in the moment of closing. */
export function openSealedDatabase(name = databaseName): Promise<SealedDatabase> {
  return openDB<SealedSchema>(name, 2, {
    upgrade(db, before) {
      if (before < 1) {
        db.createObjectStore('keys', { keyPath: ['room', 'seat'] })
        db.createObjectStore('entries', { keyPath: 'id' }).createIndex('byRoomSeat', ['room', 'seat'])
        db.createObjectStore('pages', { keyPath: 'page' })
      }
      db.createObjectStore('ideas', { keyPath: ['room', 'seat', 'id'] })
    },
    // A page of an older build must not keep a newer one from its key.
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
  })
}

/** All private ideas of one seat in one room. */
export function privateIdeasOf(room: string, seat: string): IDBKeyRange {
  return IDBKeyRange.bound([room, seat], [room, seat, []])
}

/** Erases everything of the sealed layer on this device. */
export function eraseSealedDatabase(name = databaseName): Promise<void> {
  return deleteDB(name)
}

/** Erases what one seat has of one room, when the door has opened or the conference has ended. */
export async function eraseRoom(db: SealedDatabase, room: string, seat: string): Promise<void> {
  const tx = db.transaction(['keys', 'entries', 'ideas', 'pages'], 'readwrite')
  const entries = await tx.objectStore('entries').index('byRoomSeat').getAll([room, seat])
  await Promise.all([
    tx.objectStore('keys').delete([room, seat]),
    tx.objectStore('ideas').delete(privateIdeasOf(room, seat)),
    ...entries.map(({ id }) => tx.objectStore('entries').delete(id)),
  ])
  // A page that died never took its sign of life away; it is about entries, and there are none.
  if ((await tx.objectStore('entries').count()) === 0) await tx.objectStore('pages').clear()
  await tx.done
}
