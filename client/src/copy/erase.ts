import { deleteDB } from 'idb'
import { readDesk } from '../coordinator/deskStore.ts'
import { forgetForms } from '../forms/formStore.ts'
import { forgetSeat, readSeats } from '../seats/seatStore.ts'
import { eraseSeatsFrom } from './eraseSeats.ts'
import { forgetShell } from './shell.ts'

/*
 * "Wis dit bord" and "Ga weg en wis alles van mij": what this browser keeps of Kringplan goes [CP8]. The server does
 * its own part (`endSeat`), which also ends the seat's cookie; ask it first, then erase, then leave the page.
 */

export interface EraseWishes {
  /** The seats that stay in this browser. None: everything goes. `otherSeats` gives them. */
  readonly keepSeats: readonly string[]
  /** Told the name of a database that another tab still holds, while it is waited for. */
  readonly onBlocked?: (database: string) => void
}

/** What a browser keeps things in; tests bring their own. */
export interface Stores {
  readonly databases: IDBFactory | undefined
  readonly local: Storage | undefined
  readonly session: Storage | undefined
  readonly caches: CacheStorage | undefined
  readonly forgetShell: (keepSeats: readonly string[]) => Promise<void>
}

export interface Erased {
  /** The databases that had to be waited for. */
  readonly blocked: readonly string[]
}

/** For browsers that cannot list theirs. */
const known = ['kringplan-sealed', 'kringplan-open', 'kringplan-ideas', 'kringplan-copy', 'kringplan-signing']

/** Something may still be writing in the moment of erasing; more rounds than this it never takes. */
const ROUNDS = 4

/** The seats that this browser holds beside this one, for `keepSeats`. */
export function otherSeats(seat: string): readonly string[] {
  return readSeats().flatMap((held) => (held.seat === seat ? [] : [held.seat]))
}

/**
 * Erases what this browser keeps: everything when no seat stays, else all that belongs to other seats than these.
 * Resolves when it is gone. A tab of ours lets go of a database by itself; one that does not (a frozen tab) is named
 * through `onBlocked` and waited for.
 */
export async function eraseEverything(wishes: EraseWishes, stores = browserStores()): Promise<Erased> {
  const { keepSeats, onBlocked } = wishes
  const blocked = new Set<string>()
  const onWait = (name: string) => {
    blocked.add(name)
    onBlocked?.(name)
  }
  if (keepSeats.length > 0) await eraseOthers(keepSeats, stores)
  else await eraseAll(stores, onWait)
  return { blocked: [...blocked] }
}

async function eraseAll(stores: Stores, onWait: (name: string) => void): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    // The list of seats first: without it no page opens a database of a seat that ends.
    stores.local?.clear()
    stores.session?.clear()
    await stores.forgetShell([])
    const names = await databaseNames(stores.databases)
    await Promise.all(names.map((name) => deleteDB(name, { blocked: () => onWait(name) })))
    if (await isEmpty(stores)) return
  }
  throw new Error('this browser keeps writing what is being erased')
}

async function isEmpty({ databases, local, session, caches }: Stores): Promise<boolean> {
  const left = (await databases?.databases?.()) ?? []
  const kept = (await caches?.keys()) ?? []
  return left.length + kept.length + (local?.length ?? 0) + (session?.length ?? 0) === 0
}

async function eraseOthers(keepSeats: readonly string[], stores: Stores): Promise<void> {
  const { databases, local, session } = stores
  const held = local === undefined ? [] : readSeats(local)
  const going = held.flatMap(({ seat }) => (keepSeats.includes(seat) ? [] : [seat]))
  for (const seat of going) forgetSeat(seat, local)
  // A desk is no seat, and stays.
  const staying = [...keepSeats, local === undefined ? null : readDesk(local)]
  forgetForms((owner) => !staying.includes(owner), session)
  await stores.forgetShell(keepSeats)
  if (databases === undefined) return
  for (const name of await databaseNames(databases))
    await eraseSeatsFrom(databases, name, { keepSeats, going })
}

async function databaseNames(databases: IDBFactory | undefined): Promise<readonly string[]> {
  if (databases === undefined) return []
  if (typeof databases.databases !== 'function') return known
  return (await databases.databases()).flatMap(({ name }) => (name === undefined ? [] : [name]))
}

function browserStores(): Stores {
  return {
    databases: reachable(() => indexedDB),
    local: reachable(() => localStorage),
    session: reachable(() => sessionStorage),
    caches: reachable(() => caches),
    forgetShell: (keepSeats) => forgetShell(keepSeats),
  }
}

/** A private window may refuse even the asking: then nothing is kept there either. */
function reachable<T>(get: () => T): T | undefined {
  try {
    return get()
  } catch {
    return undefined
  }
}
