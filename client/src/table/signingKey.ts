import { newSigningKey } from '@kringplan/shared/plan/signature'
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { secureRandom } from '../sealed/secureRandom.ts'

/*
 * The key with which a seat signs. It says "the same device as before", nothing about who holds it: a family's promise.
 * A phone keeps it until the seat goes; the board has it in memory only and leaves nothing behind [SG3].
 */

/** Where a device keeps the keys of its seats. */
export type KeyPlace = 'device' | 'memory'

interface KeySchema extends DBSchema {
  keys: { key: string; value: { readonly seat: string; readonly key: Uint8Array } }
}

const DATABASE = 'kringplan-signing'

const inMemory = new Map<string, Uint8Array>()

/** The key of this seat; made when it is first asked for. Without storage it lasts as long as the page. */
export async function signingKeyOf(seat: string, place: KeyPlace, name = DATABASE): Promise<Uint8Array> {
  const held = inMemory.get(seat)
  if (held !== undefined) return held
  if (place === 'memory') return remember(seat, newSigningKey(secureRandom))
  try {
    return await withDatabase(name, async (db) => {
      // Looking and putting in one transaction: two tabs that ask at once get one key.
      const tx = db.transaction('keys', 'readwrite')
      const kept = await tx.store.get(seat)
      const key = kept?.key ?? newSigningKey(secureRandom)
      if (kept === undefined) await tx.store.put({ seat, key })
      await tx.done
      return key
    })
  } catch {
    return remember(seat, newSigningKey(secureRandom))
  }
}

/** Forgets the key of a seat that has ended. Never rejects. */
export async function forgetSigningKey(seat: string, name = DATABASE): Promise<void> {
  inMemory.delete(seat)
  try {
    await withDatabase(name, (db) => db.delete('keys', seat), false)
  } catch {
    // No storage here: nothing was kept.
  }
}

function remember(seat: string, key: Uint8Array): Uint8Array {
  const first = inMemory.get(seat) ?? key
  inMemory.set(seat, first)
  return first
}

/** @param makes whether the database is made when it is not there; else this rejects */
async function withDatabase<T>(
  name: string,
  work: (db: IDBPDatabase<KeySchema>) => Promise<T>,
  makes = true,
): Promise<T> {
  const db = await openDB<KeySchema>(name, 1, {
    upgrade(fresh, _before, _now, transaction) {
      if (makes) return void fresh.createObjectStore('keys', { keyPath: 'seat' })
      // The opening itself rejects then; this says the same once more.
      transaction.done.catch(() => {})
      transaction.abort()
    },
  })
  try {
    return await work(db)
  } finally {
    // Nothing is held open: a device that is being wiped never has to wait for this page [CP8].
    db.close()
  }
}
