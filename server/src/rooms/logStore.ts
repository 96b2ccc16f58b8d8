import Database from 'better-sqlite3'
import { keepPrivate } from '../store/privateFile.ts'

type Job = { run(): void; done(): void; failed(error: unknown): void }

/**
 * One SQLite file with group commit: everything that asks to be written during one turn of the event loop goes into
 * one transaction, one `fsync`. A promise of `write` resolves only after that commit, in the order of asking.
 */
export interface LogStore {
  readonly db: Database.Database
  /** Runs `work` in this turn's transaction. Rejects when the disk refuses; `work` may run twice, so it keeps no state. */
  write<T>(work: () => T): Promise<T>
  /** Like `write`, for what deletes: when it resolves, no copy of what was deleted is left in the file or its log. */
  erase<T>(work: () => T): Promise<T>
  /**
   * Like `write`, for what deletes while others wait: what was deleted is overwritten in the file, and the log emptied, at
   * once. Writing the file anew would hold up every room, the longer the more others have written: anybody outside could
   * measure it. That comes with the next `erase`, `wipeMarked` or start.
   * @param hasErased whether, with this result, something was deleted: otherwise nothing is to be wiped
   */
  eraseSoon<T>(work: () => T, hasErased?: (result: T) => boolean): Promise<T>
  /** Writes the file anew if something was deleted since it was last. */
  wipeMarked(): void
  /** Writes what waits and closes the file. */
  close(): void
}

/** What a promise "it has arrived" and a promise "it is erased" rest on. */
const promises = { journal_mode: 'wal', synchronous: 2, secure_delete: 1, foreign_keys: 1 } as const

/** The mark in the file's header that something was deleted and has not been wiped yet. */
const toWipe = 1

/**
 * Opens (or makes) the file, brings it to the last migration, and asserts its pragmas.
 * @param migrations SQL by version: the first brings an empty file to version 1. Never change one that was released.
 * @param alone locks the file for as long as it is open. Throws when another process has done so: rights are decided from
 *   memory, and a second server on the same data would know nothing of a door that was closed at the first.
 */
export function openLogStore(path: string, migrations: readonly string[], alone = false): LogStore {
  keepPrivate(path)
  // One process owns the file. Waiting for a lock would stop every room, so it hardly waits.
  const db = new Database(path, { timeout: 50 })
  if (alone) lock(db)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('secure_delete = ON')
  db.pragma('foreign_keys = ON')
  db.pragma('temp_store = MEMORY')
  assertDurable(db)
  migrate(db, migrations)
  // A process that died between deleting and wiping does its duty now.
  if (db.pragma('application_id', { simple: true }) === toWipe) wipe(db)

  let waiting: Job[] = []
  let scheduled: NodeJS.Immediate | null = null
  const commit = db.transaction((jobs: readonly Job[]) => {
    for (const job of jobs) job.run()
  })

  const flush = (): void => {
    if (scheduled !== null) clearImmediate(scheduled)
    scheduled = null
    const jobs = waiting
    waiting = []
    if (jobs.length === 0) return
    try {
      commit.immediate(jobs)
      for (const job of jobs) job.done()
    } catch {
      // One bad job must not cost the others their words: each gets a transaction of its own.
      for (const job of jobs) {
        try {
          commit.immediate([job])
          job.done()
        } catch (error) {
          job.failed(error)
        }
      }
    }
  }

  const write = <T>(work: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      let result: T
      waiting.push({
        run: () => {
          result = work()
        },
        done: () => resolve(result),
        failed: reject,
      })
      scheduled ??= setImmediate(flush)
    })

  const writeMarked = <T>(work: () => T, hasErased: (result: T) => boolean = () => true): Promise<T> =>
    write(() => {
      const result = work()
      if (hasErased(result)) db.pragma(`application_id = ${toWipe}`)
      return result
    })
  let emptying: NodeJS.Immediate | null = null
  const tryTo = (work: (db: Database.Database) => void): void => {
    try {
      work(db)
    } catch {
      // The mark stays, and the next start does it.
    }
  }

  return {
    db,
    write,
    erase: async (work) => {
      const result = await writeMarked(work)
      wipe(db)
      return result
    },
    eraseSoon: (work, hasErased) => {
      const written = writeMarked(work, hasErased)
      const emptySoon = () => {
        emptying ??= setImmediate(() => {
          emptying = null
          tryTo(emptyLog)
        })
      }
      written.then(emptySoon, () => {})
      // The promise of the write itself: of two that are in one commit the first one asked for is the first one told.
      return written
    },
    wipeMarked: () => {
      if (db.pragma('application_id', { simple: true }) === toWipe) tryTo(wipe)
    },
    close: () => {
      flush()
      if (emptying !== null) clearImmediate(emptying)
      db.close()
    },
  }
}

function lock(db: Database.Database): void {
  db.pragma('locking_mode = EXCLUSIVE')
  try {
    db.pragma('journal_mode = WAL')
    db.exec('BEGIN IMMEDIATE; COMMIT')
  } catch (error) {
    db.close()
    if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error
    throw new Error('Another Kringplan uses this data directory already. Stop it first.', { cause: error })
  }
}

/** Throws unless this connection keeps what "arrived" and "erased" promise. */
export function assertDurable(db: Database.Database): void {
  for (const [pragma, wanted] of Object.entries(promises)) {
    const found = db.pragma(pragma, { simple: true })
    if (found !== wanted)
      throw new Error(`PRAGMA ${pragma} is ${String(found)} and must be ${String(wanted)}.`)
  }
}

/**
 * Overwriting what is deleted (`secure_delete`) is not enough: when SQLite moves rows between pages, copies stay behind in the
 * gaps (measured: a few in ten thousand). Writing the file anew leaves them nowhere.
 */
function wipe(db: Database.Database): void {
  db.exec('VACUUM')
  db.pragma('application_id = 0')
  emptyLog(db)
}

/** Moves everything into the file and cuts the log off: it has copies of what was there before. */
function emptyLog(db: Database.Database): void {
  const rows = db.pragma('wal_checkpoint(TRUNCATE)')
  const row: unknown = Array.isArray(rows) ? rows[0] : undefined
  if (!isCheckpoint(row) || row.busy !== 0) throw new Error('The write-ahead log could not be emptied.')
}

function migrate(db: Database.Database, migrations: readonly string[]): void {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version > migrations.length) throw new Error('The data was written by a newer version of Kringplan.')
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue
    db.transaction(() => {
      db.exec(sql)
      db.pragma(`user_version = ${index + 1}`)
    }).immediate()
  }
}

function isCheckpoint(row: unknown): row is { busy: number } {
  return typeof row === 'object' && row !== null && 'busy' in row
}
