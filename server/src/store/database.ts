import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { join } from 'node:path'
import { migrations } from './migrations.ts'
import { keepPrivate } from './privateFile.ts'
import type { Db, Tables } from './tables.ts'

/**
 * Opens the database of people and phases and brings it to today's tables. What is committed to it survives a
 * power cut: the setting that promises this is read back, and the server does not start without it.
 */
export async function openDatabase(dataDir: string): Promise<Db> {
  const path = join(dataDir, 'kringplan.db')
  keepPrivate(path)
  const sqlite = new Sqlite(path)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('secure_delete = ON')
  sqlite.pragma('busy_timeout = 5000')
  if (sqlite.pragma('synchronous', { simple: true }) !== 2) {
    throw new Error('The database does not accept synchronous = FULL.')
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) })
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) {
    await db.destroy()
    throw new Error('The database could not be brought to this version.', { cause: error })
  }
  return db
}
