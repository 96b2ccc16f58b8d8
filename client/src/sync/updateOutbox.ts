import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/*
 * What was typed on this device and is not known to be stored by the server, for open documents. Kept by seat and
 * document; every page of the seat reads it, so what a closed page left behind is sent by the next one.
 */

interface StoredUpdate {
  readonly id: string
  readonly of: string
  readonly update: Uint8Array
  readonly at: number
}

interface OutboxSchema extends DBSchema {
  updates: { key: string; value: StoredUpdate }
}

/** The updates of one seat in one document that wait for the server. No call rejects. */
export interface UpdateOutbox {
  put(id: string, update: Uint8Array): void
  remove(ids: readonly string[]): void
  /** All that has waited so many milliseconds, of every page of this seat; oldest first. */
  read(olderThan: number): Promise<readonly { readonly id: string; readonly update: Uint8Array }[]>
  /** Resolves when all that was asked before is on disk. */
  settled(): Promise<void>
  close(): void
}

const DATABASE = 'kringplan-open'

/** Of who may only read: keeps nothing, and sends nothing that an earlier page left. */
export const noOutbox: UpdateOutbox = {
  put: () => {},
  remove: () => {},
  read: async () => [],
  settled: async () => {},
  close: () => {},
}

/** As long as a conference may stand still (decisions 4, "one lifetime"). */
const KEEP_MS = 30 * 24 * 60 * 60 * 1000

async function open(name: string): Promise<IDBPDatabase<OutboxSchema>> {
  return openDB<OutboxSchema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('updates', { keyPath: 'id' })
    },
    // A page that is still open must not keep the words on a device that is being wiped [CP8].
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
  })
}

/**
 * Opens the outbox. A browser without storage (a private window, a full disk) works on without it: words then
 * live as long as the page does.
 */
export function openUpdateOutbox(
  seat: string,
  document: string,
  now: () => number = Date.now,
  database = DATABASE,
): UpdateOutbox {
  const of = `${seat} ${document}`
  const db = open(database)
  let last: Promise<unknown> = db.catch(() => undefined)
  // In the order of asking: a removal never overtakes the putting of the same update.
  const queue = <T>(work: (opened: IDBPDatabase<OutboxSchema>) => Promise<T>, otherwise: T): Promise<T> => {
    const result = last.then(async () => work(await db)).catch(() => otherwise)
    last = result
    return result
  }
  return {
    put: (id, update) => void queue((opened) => opened.put('updates', { id, of, update, at: now() }), ''),
    remove(ids) {
      if (ids.length === 0) return
      void queue(async (opened) => {
        const transaction = opened.transaction('updates', 'readwrite')
        await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done])
      }, undefined)
    },
    read: (olderThan) =>
      queue(async (opened) => {
        // Also what other seats left long ago: their conferences are over.
        const everything = await opened.getAll('updates')
        const old = everything.filter((entry) => entry.at < now() - KEEP_MS)
        await Promise.all(old.map((entry) => opened.delete('updates', entry.id)))
        return everything
          .filter((entry) => entry.of === of && !old.includes(entry) && entry.at <= now() - olderThan)
          .sort((a, b) => a.at - b.at)
      }, []),
    settled: () => queue(async () => undefined, undefined),
    close: () => void last.then(async () => (await db).close()).catch(() => undefined),
  }
}

/** Erases what waits for a seat, when it has ended, or for one of its documents. Never rejects. */
export async function eraseUpdateOutbox(seat: string, database = DATABASE, document?: string): Promise<void> {
  try {
    const db = await open(database)
    const transaction = db.transaction('updates', 'readwrite')
    for (let at = await transaction.store.openCursor(); at !== null; at = await at.continue()) {
      const { of } = at.value
      if (document === undefined ? of.startsWith(`${seat} `) : of === `${seat} ${document}`) await at.delete()
    }
    await transaction.done
    db.close()
  } catch {
    // No storage here: nothing was kept.
  }
}

/** What waits for a seat, by document, oldest first. Never rejects. */
export async function readWaiting(
  seat: string,
  database = DATABASE,
): Promise<ReadonlyMap<string, readonly Uint8Array[]>> {
  const byDocument = new Map<string, Uint8Array[]>()
  try {
    const db = await open(database)
    const everything = await db.getAll('updates')
    db.close()
    for (const { of, update } of everything.sort((a, b) => a.at - b.at)) {
      if (!of.startsWith(`${seat} `)) continue
      const document = of.slice(seat.length + 1)
      byDocument.set(document, [...(byDocument.get(document) ?? []), update])
    }
  } catch {
    // No storage here: nothing was kept.
  }
  return byDocument
}
