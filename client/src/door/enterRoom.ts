import { dropOtherKeys, heldKey, holdKey, type HeldKey } from './heldKeys.ts'
import type { Found } from './doorState.ts'
import { keyStoreOf } from './keyStorage.ts'

/** A board may be somebody else's computer: its key lives in memory only. */
export type Device = 'phone' | 'board'

/** Tells other pages of this browser that a device came in. Says nothing but that they may look again. */
const PING = 'kringplan.door'

/**
 * Looks for the key of this seat: in this page, then, on a phone, in its sealed record. Never rejects. The room is
 * the one behind the closed door: keys of closings that did not happen are let go here.
 * @param after the room does not take a key of this epoch: another page may have kept a later one
 */
export async function findKey(seat: string, room: string, device: Device, after = 0): Promise<Found> {
  dropOtherKeys(seat, room)
  const key = heldKey(seat, room)
  if (key?.unkept === true) void enterRoom(seat, key, device)
  if (key !== undefined && key.secret.epoch > after) return 'held'
  if (device === 'board') return 'none'
  try {
    const store = await keyStoreOf(seat)
    const loaded = await store.load(room, seat, after)
    if (!loaded.ok) return loaded.reason
    const { ok: _ok, ...keys } = loaded
    holdKey(seat, keys)
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
  holdKey(seat, { ...key, unkept: false, coming: false })
  if (device === 'board') return
  try {
    const store = await keyStoreOf(seat)
    // What came while the server was asked goes along: a device's key pair, or a next key of the room.
    if (await store.save(() => heldKey(seat, key.secret.room) ?? key, seat, device)) ping()
    // The room may have been forgotten while the server was asked.
    if (heldKey(seat, key.secret.room) === undefined) await store.erase(key.secret.room, seat)
    await store.eraseOthers(key.secret.room, seat)
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
