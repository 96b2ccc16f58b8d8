import { sql } from 'kysely'
import type { Db } from './tables.ts'

/**
 * Leaves no copy of deleted rows (versions, signatures) in the database's file or its write-ahead log. Rejects when
 * the log could not be emptied.
 */
export async function wipeDeleted(db: Db): Promise<void> {
  // Rows that SQLite moved between pages leave copies in the gaps: only a file written anew has none.
  await sql`VACUUM`.execute(db)
  const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db)
  if (rows[0]?.busy !== 0) throw new Error('The write-ahead log could not be emptied.')
}
