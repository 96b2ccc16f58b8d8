import { join } from 'node:path'
import { type LogStore, openLogStore } from './logStore.ts'

/** An open document as it is on disk: a state, and the updates after it. */
export type StoredDocument = {
  readonly snapshot: Uint8Array | null
  readonly updates: readonly Uint8Array[]
  readonly seq: number
}

/** The file of the open documents. `append`, `compact` and `erase` run inside `log.write`. */
export interface DocumentStore {
  readonly log: LogStore
  /** Everything that is committed of a document; nothing for one that was never written. */
  load(conference: string, name: string): StoredDocument
  append(conference: string, name: string, seq: number, update: Uint8Array): void
  /** Puts one state in the place of every update up to and including `seq`. */
  compact(conference: string, name: string, seq: number, snapshot: Uint8Array): void
  /** Every document of a conference but the one of this name. */
  erase(conference: string, keep?: string): void
  /** The documents that are there. */
  list(): readonly { readonly conference: string; readonly name: string }[]
}

const migrations = [
  `CREATE TABLE snapshots (
     conference TEXT NOT NULL, name TEXT NOT NULL, seq INTEGER NOT NULL, state BLOB NOT NULL,
     PRIMARY KEY (conference, name)
   ) STRICT;
   CREATE TABLE updates (
     conference TEXT NOT NULL, name TEXT NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL,
     PRIMARY KEY (conference, name, seq)
   ) STRICT, WITHOUT ROWID;`,
]

/** Opens `<dataDir>/documents.db`. */
export function openDocumentStore(dataDir: string): DocumentStore {
  const log = openLogStore(join(dataDir, 'documents.db'), migrations)
  const { db } = log
  type Key = [conference: string, name: string]
  const readSnapshot = db.prepare<Key, { seq: number; state: Uint8Array }>(
    'SELECT seq, state FROM snapshots WHERE conference = ? AND name = ?',
  )
  const readUpdates = db.prepare<Key, { seq: number; bytes: Uint8Array }>(
    'SELECT seq, bytes FROM updates WHERE conference = ? AND name = ? ORDER BY seq',
  )
  const insert = db.prepare('INSERT INTO updates (conference, name, seq, bytes) VALUES (?, ?, ?, ?)')
  const upsert = db.prepare(
    `INSERT INTO snapshots (conference, name, seq, state) VALUES (?, ?, ?, ?)
     ON CONFLICT (conference, name) DO UPDATE SET seq = excluded.seq, state = excluded.state`,
  )
  const trim = db.prepare('DELETE FROM updates WHERE conference = ? AND name = ? AND seq <= ?')
  const eraseSnapshots = db.prepare('DELETE FROM snapshots WHERE conference = ? AND name <> ?')
  const eraseUpdates = db.prepare('DELETE FROM updates WHERE conference = ? AND name <> ?')
  const list = db.prepare<[], { conference: string; name: string }>(
    'SELECT conference, name FROM snapshots UNION SELECT conference, name FROM updates',
  )

  return {
    log,
    load: (conference, name) => {
      const snapshot = readSnapshot.get(conference, name)
      const updates = readUpdates.all(conference, name)
      return {
        snapshot: snapshot?.state ?? null,
        updates: updates.map((row) => row.bytes),
        seq: updates.at(-1)?.seq ?? snapshot?.seq ?? 0,
      }
    },
    append: (conference, name, seq, update) => void insert.run(conference, name, seq, update),
    compact: (conference, name, seq, snapshot) => {
      upsert.run(conference, name, seq, snapshot)
      trim.run(conference, name, seq)
    },
    erase: (conference, keep = '') => {
      eraseSnapshots.run(conference, keep)
      eraseUpdates.run(conference, keep)
    },
    list: () => list.all(),
  }
}
