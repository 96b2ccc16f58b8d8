import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { IdeaDisk } from './ideaDisk.ts'

interface IdeaSchema extends DBSchema {
  ideas: {
    key: [string, string]
    value: { readonly seat: string; readonly id: string; readonly text: string; readonly at: number }
  }
}

const DATABASE = 'kringplan-ideas'

/** As long as a conference may stand still (decisions 4, "one lifetime"). */
const KEEP_MS = 30 * 24 * 60 * 60 * 1000

const opening = (name: string): Promise<IDBPDatabase<IdeaSchema>> =>
  openDB<IdeaSchema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('ideas', { keyPath: ['seat', 'id'] })
    },
    // A page that is still open must not keep them on a device that is being wiped [CP8].
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
  })

const ofSeat = (seat: string) => IDBKeyRange.bound([seat], [seat, []])

/** The private ideas of a seat in a conference without a door: in the clear, but on this device only. */
export async function openIdeaDisk(
  seat: string,
  now: () => number = Date.now,
  name = DATABASE,
): Promise<IdeaDisk> {
  const db = await opening(name)
  // What other seats left long ago goes: their conferences are over.
  for (const old of await db.getAll('ideas')) {
    if (old.at < now() - KEEP_MS) await db.delete('ideas', [old.seat, old.id])
  }
  return {
    read: () => db.getAll('ideas', ofSeat(seat)),
    keep: async (idea) => void (await db.put('ideas', { ...idea, seat })),
    drop: (id) => db.delete('ideas', [seat, id]),
  }
}

/** Erases what a seat kept: it has ended, or there is no wall any more. Never rejects. */
export async function eraseOpenIdeas(seat: string, name = DATABASE): Promise<void> {
  try {
    const db = await opening(name)
    await db.delete('ideas', ofSeat(seat))
    db.close()
  } catch {
    // No storage here: nothing was kept.
  }
}
