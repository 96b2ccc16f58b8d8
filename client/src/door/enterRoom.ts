import { call } from '../api/call.ts'
import type { InsideProof } from '../log/readLog.ts'
import { toBase64url } from '../sealed/base64url.ts'
import { deriveDoorToken } from '../sealed/roomKey.ts'
import type { RoomSecret } from '../sealed/seal.ts'
import { dropOtherKeys, heldKey, holdKey, type HeldKey } from './heldKeys.ts'
import type { Found } from './doorState.ts'
import { keyStoreOf } from './keyStorage.ts'

/** A board may be somebody else's computer: its key lives in memory only. */
export type Device = 'phone' | 'board'

/** Tells other pages of this browser that a device came in. Says nothing but that they may look again. */
const PING = 'kringplan.door'

/** A disk that does not answer must not keep a door from closing. */
const diskPatienceMs = 2000

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

/** Keeps the key of a closing that is under way, for a page that goes before the answer. Never rejects. */
export async function keepClosingKey(seat: string, secret: RoomSecret): Promise<void> {
  const keep = async () => (await keyStoreOf(seat)).keepClosing(secret, seat, 'phone')
  const patience = new Promise<void>((done) => setTimeout(done, diskPatienceMs))
  await Promise.race([keep().catch(() => undefined), patience])
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

/** What proves that this seat is inside this room now, or null when this page holds no key of it. */
export function insideProof(seat: string, room: string): InsideProof | null {
  const held = heldKey(seat, room)
  return held === undefined ? null : proofOf(held.secret)
}

/** What proves that a device holds this key. */
export function proofOf(secret: RoomSecret): InsideProof {
  return { room: secret.room, doorToken: toBase64url(deriveDoorToken(secret)) }
}

/** Tells the server that this seat, which may still wait for a yes of the room, has the key: that is the yes. */
export async function tellInside(seat: string, { secret }: Pick<HeldKey, 'secret'>): Promise<void> {
  for (let left = 5; left > 0; left--) {
    const told = await call('enterDoor', { params: { seat }, input: proofOf(secret) })
    if (told.ok || told.refusal.refusal !== 'offline') return
    await new Promise((resolve) => setTimeout(resolve, diskPatienceMs))
  }
}
