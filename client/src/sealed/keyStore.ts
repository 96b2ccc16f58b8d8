import { concatBytes } from '@kringplan/shared/sealed/envelope'
import { roomKeyBytes } from './roomKey.ts'
import type { RoomSecret } from './seal.ts'
import type { SealedDatabase } from './sealedDatabase.ts'
import { deriveKey, openBox, sealBox } from './secretBox.ts'
import type { RandomBytes } from './secureRandom.ts'

/** Asks the server for its half for this record, which it makes at the first asking. Null when it gives none (any more). */
export type FetchHalf = (ask: { room: string; device: Uint8Array }) => Promise<Uint8Array | null>

/** How fetching a stored key ends. `noHalf`: try again later, or the room is gone; `unreadable`: scan the board again. */
export type LoadedKey =
  | { readonly ok: true; readonly secret: RoomSecret }
  | { readonly ok: false; readonly reason: 'none' | 'noHalf' | 'unreadable' }

/** Keeps the room key over a reload, on a phone. */
export type KeyStore = {
  /** Stores the key of this seat. False when it is not stored: on a board, or without the server's half. */
  /**
   * Keeps the key of a room whose door is about to close, before the server can give its half. Only on a phone, only
   * until `save` replaces it: who closes the door is alone with the key, and a reload would lose it for everybody.
   */
  keepClosing(secret: RoomSecret, seat: string, device: 'phone' | 'board'): Promise<void>
  save(secret: RoomSecret, seat: string, device: 'phone' | 'board'): Promise<boolean>
  load(room: string, seat: string): Promise<LoadedKey>
  erase(room: string, seat: string): Promise<void>
  /** Erases what this seat has of every other room: those never came to be, or are over. */
  eraseOthers(room: string, seat: string): Promise<void>
}

const halfBytes = 32
/** Stands for the server's half, and for the record's name, while a door closes. */
const noHalf = new Uint8Array(0)

/**
 * The store. Neither half opens anything alone: a stolen phone needs the server's half, which is erased when the door
 * opens; the server has no sealed key. A board never stores the key: it may be somebody else's computer.
 */
export function createKeyStore(db: SealedDatabase, fetchHalf: FetchHalf, random: RandomBytes): KeyStore {
  const store: KeyStore = {
    async keepClosing(secret, seat, kind) {
      if (kind === 'board') return
      const { room, epoch, key } = secret
      const localHalf = random(32)
      const sealedKey = sealBox(lockKey(localHalf, noHalf), contextOf(room, seat, epoch), key, random)
      // `add`: a slow disk must not put this over what `save` has stored meanwhile.
      await db.add('keys', { room, seat, epoch, device: noHalf, localHalf, sealedKey })
    },
    async save(secret, seat, kind) {
      if (kind === 'board') return false
      const device = random(16)
      const half = await fetchHalf({ room: secret.room, device })
      if (half?.length !== halfBytes) return false
      const localHalf = random(32)
      const context = contextOf(secret.room, seat, secret.epoch)
      const sealedKey = sealBox(lockKey(localHalf, half), context, secret.key, random)
      await db.put('keys', { room: secret.room, seat, epoch: secret.epoch, device, localHalf, sealedKey })
      return true
    },
    async load(room, seat) {
      const stored = await db.get('keys', [room, seat])
      if (stored === undefined) return { ok: false, reason: 'none' }
      const isClosing = stored.device.length === 0
      const half = isClosing ? noHalf : await fetchHalf({ room, device: stored.device })
      if (!isClosing && half?.length !== halfBytes) return { ok: false, reason: 'noHalf' }
      const context = contextOf(room, seat, stored.epoch)
      const key = openBox(lockKey(stored.localHalf, half ?? noHalf), context, stored.sealedKey)
      if (key?.length !== roomKeyBytes) return { ok: false, reason: 'unreadable' }
      const secret = { room, epoch: stored.epoch, key }
      // Comes inside only once the server has given its half, as every stored key.
      if (isClosing && !(await store.save(secret, seat, 'phone'))) return { ok: false, reason: 'noHalf' }
      return { ok: true, secret }
    },
    erase: (room, seat) => db.delete('keys', [room, seat]),
    async eraseOthers(room, seat) {
      const others = (await db.getAllKeys('keys')).filter((key) => key[1] === seat && key[0] !== room)
      await Promise.all(others.map((key) => db.delete('keys', key)))
    },
  }
  return store
}

function lockKey(localHalf: Uint8Array, serverHalf: Uint8Array): Uint8Array {
  return deriveKey(concatBytes(localHalf, serverHalf), 'kringplan/stored-key/v1')
}

function contextOf(room: string, seat: string, epoch: number): string {
  return `kringplan/stored-key/v1|${room}|${seat}|${epoch}`
}
