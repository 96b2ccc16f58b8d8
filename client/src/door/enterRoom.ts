import { heldKey, holdKey, type HeldKey } from './heldKeys.ts'
import type { Found } from './doorState.ts'
import { keyStoreOf } from './keyStorage.ts'

/** A board may be somebody else's computer: its key lives in memory only. */
export type Device = 'phone' | 'board'

/** Tells other pages of this browser that a device came in. Says nothing but that they may look again. */
const PING = 'kringplan.door'

/** Looks for the key of this seat: in this page, then, on a phone, in its sealed record. Never rejects. */
export async function findKey(seat: string, room: string, device: Device): Promise<Found> {
  if (heldKey(seat, room) !== undefined) return 'held'
  if (device === 'board') return 'none'
  try {
    const store = await keyStoreOf(seat)
    const loaded = await store.load(room, seat)
    if (!loaded.ok) return loaded.reason
    holdKey(seat, { secret: loaded.secret })
    return 'stored'
  } catch {
    return 'none'
  }
}

/**
 * Comes in with a key: held in this page, and on a phone kept for its next load. Not being able to keep it is no
 * reason to stay out: the phone scans the board again after a reload.
 */
export async function enterRoom(seat: string, key: HeldKey, device: Device): Promise<void> {
  holdKey(seat, key)
  if (device === 'board') return
  try {
    const store = await keyStoreOf(seat)
    if (await store.save(key.secret, seat, device)) ping()
  } catch {
    // No database here (a private window).
  }
}

/** Calls `fn` when another page of this browser came in, or this page is looked at again. */
export function onOthersEnter(fn: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === PING) fn()
  }
  const onVisible = () => {
    if (document.visibilityState === 'visible') fn()
  }
  addEventListener('storage', onStorage)
  addEventListener('online', fn)
  document.addEventListener('visibilitychange', onVisible)
  return () => {
    removeEventListener('storage', onStorage)
    removeEventListener('online', fn)
    document.removeEventListener('visibilitychange', onVisible)
  }
}

function ping(): void {
  try {
    localStorage.setItem(PING, String(Date.now()))
  } catch {
    // Then the other pages look again when they are shown.
  }
}
