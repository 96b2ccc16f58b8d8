import { chmodSync, closeSync, existsSync, openSync } from 'node:fs'

/**
 * Makes the file if it is not there, and lets nobody but our own user read it, whatever the directory allows. SQLite
 * gives the files beside a database the database's mode.
 */
export function keepPrivate(path: string): void {
  closeSync(openSync(path, 'a', 0o600))
  for (const file of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(file)) restrict(file)
}

/** A file that another user owns stays as that user wants it. */
function restrict(file: string): void {
  try {
    chmodSync(file, 0o600)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) throw error
  }
}
