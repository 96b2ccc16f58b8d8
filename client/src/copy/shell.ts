import { homeOf } from '../routes.ts'
import { scriptAddress } from './scriptAddress.ts'

/*
 * The page of a copy without network. The worker behind it (shellWorker.ts) keeps the shell of the app and the files
 * the copy needs; the words lie in IndexedDB (copyStore.ts). It is registered for one seat of a member at a time, so
 * that no page of a board, coordinator or professional in the same browser is ever served by it [CP7].
 */

/** Where the worker is served. */
const WORKER = '/shell.js'

/** The part of `navigator.serviceWorker` that is used. */
export type ShellWorkers = Pick<ServiceWorkerContainer, 'register' | 'getRegistrations'>

/**
 * Lets the pages of this member's seat open without network from now on. False where a browser cannot: over plain
 * http to another machine, in some private windows, and under `npm run dev`, which has no worker.
 */
export async function registerShell(seat: string, workers = browserWorkers()): Promise<boolean> {
  try {
    if (workers === undefined) return false
    await workers.register(scriptAddress(WORKER), { scope: homeOf('member', seat), updateViaCache: 'none' })
    return true
  } catch {
    return false
  }
}

/**
 * Takes away the workers of all seats but those that stay, and what the workers kept when none is left. Resolves
 * when it is gone.
 */
export async function forgetShell(
  keepSeats: readonly string[] = [],
  workers = browserWorkers(),
  kept: CacheStorage | undefined = browserCaches(),
): Promise<void> {
  const staying = new Set(keepSeats.map((seat) => homeOf('member', seat)))
  const registrations = (await workers?.getRegistrations()) ?? []
  const going = registrations.filter(({ scope }) => !staying.has(new URL(scope).pathname))
  await Promise.all(going.map((registration) => registration.unregister()))
  if (going.length < registrations.length || kept === undefined) return
  await Promise.all((await kept.keys()).map((name) => kept.delete(name)))
}

function browserWorkers(): ShellWorkers | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.serviceWorker
}

function browserCaches(): CacheStorage | undefined {
  return typeof caches === 'undefined' ? undefined : caches
}
