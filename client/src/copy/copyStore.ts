import { verifyPlanFile, type PlanFile } from '@kringplan/shared/plan/planFile'
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/*
 * The copy of the plan as it lies in a hand: on the member's own device, whole, and readable without any server.
 * One record per seat. It outlives the conference on the server; only the person takes it away.
 */

/** What is to be kept for a seat. */
export interface CopyToKeep {
  readonly seat: string
  readonly file: PlanFile
  /** Who I am in the plan; null for who is not a person in it. */
  readonly me: string | null
  /** The language of the interface, so that it is there without network, too. */
  readonly locale: string
}

/** What decides between two copies: true before false, then the version, then how many signed. */
interface Standing {
  /** Words, code and signatures were found good when it was stored. */
  readonly good: boolean
  readonly version: number
  readonly signatures: number
}

/** What is kept for a seat. */
export interface KeptCopy extends CopyToKeep, Standing {}

interface CopySchema extends DBSchema {
  copies: { key: string; value: KeptCopy }
}

/** The name of the database. */
export const COPY_DATABASE = 'kringplan-copy'

async function withDatabase<T>(name: string, work: (db: IDBPDatabase<CopySchema>) => Promise<T>): Promise<T> {
  const db = await openDB<CopySchema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('copies', { keyPath: 'seat' })
    },
  })
  try {
    return await work(db)
  } finally {
    // Nothing is held open: an erasing never has to wait for this page.
    db.close()
  }
}

/** The kept copy of a seat; null when there is none, or no storage. Asks no server. */
export async function readCopy(seat: string, name = COPY_DATABASE): Promise<KeptCopy | null> {
  try {
    return (await withDatabase(name, (db) => db.get('copies', seat))) ?? null
  } catch {
    return null
  }
}

/** Every copy that this browser keeps. */
export async function readCopies(name = COPY_DATABASE): Promise<readonly KeptCopy[]> {
  try {
    return await withDatabase(name, (db) => db.getAll('copies'))
  } catch {
    return []
  }
}

/**
 * Keeps a copy and answers what is kept now: this one, or the one that was there when that is of a newer version,
 * has more signatures, or is true where this one is not [CP2]. Who I am and the language are always the given ones.
 * Rejects where nothing can be stored: the caller says so and does not call it kept. A file without a plan rejects too.
 */
export async function keepCopy(copy: CopyToKeep, name = COPY_DATABASE): Promise<KeptCopy> {
  const { good, plan } = verifyPlanFile(copy.file)
  if (plan === null) throw new Error('a file without a plan is no copy')
  const standing = { good, version: plan.version, signatures: copy.file.signatures.length }
  return withDatabase(name, async (db) => {
    // Reading and writing in one transaction: two tabs that come at once cannot undo each other.
    const tx = db.transaction('copies', 'readwrite')
    const before = await tx.store.get(copy.seat)
    const { seat, file, me, locale } = copy
    const isStale = before !== undefined && isBefore(standing, before)
    const now: KeptCopy = isStale ? { ...before, me, locale } : { seat, file, me, locale, ...standing }
    await tx.store.put(now)
    await tx.done
    return now
  })
}

/** Takes the copy of a seat away. Rejects when it could not be. */
export async function eraseCopy(seat: string, name = COPY_DATABASE): Promise<void> {
  await withDatabase(name, (db) => db.delete('copies', seat))
}

function isBefore(a: Standing, b: Standing): boolean {
  if (a.good !== b.good) return b.good
  if (a.version !== b.version) return a.version < b.version
  return a.signatures < b.signatures
}
