import { concatBytes } from '@kringplan/shared/sealed/envelope'
import type { KeyPair } from './hpke.ts'
import { roomKeyBytes } from './roomKey.ts'
import type { RoomSecret } from './seal.ts'
import type { SealedDatabase } from './sealedDatabase.ts'
import { deriveKey, openBox, sealBox } from './secretBox.ts'
import type { RandomBytes } from './secureRandom.ts'

/** Asks the server for its half for this record, which it makes at the first asking. Null when it gives none (any more). */
export type FetchHalf = (ask: { room: string; device: Uint8Array }) => Promise<Uint8Array | null>

/** What is kept of a device: the key of the room, and the key pair by which the device is known inside. */
export type KeptKeys = { readonly secret: RoomSecret; readonly device?: KeyPair }

/** How fetching a stored key ends. `noHalf`: try again later, or the room is gone; `unreadable`: scan the board again. */
export type LoadedKey =
  | ({ readonly ok: true } & KeptKeys)
  | { readonly ok: false; readonly reason: 'none' | 'noHalf' | 'unreadable' }

/** Keeps the room key over a reload, on a phone. */
export type KeyStore = {
  /**
   * Keeps the key of a room whose door is about to close, before the server can give its half. Only on a phone, only
   * until `save` replaces it: who closes the door is alone with the key, and a reload would lose it for everybody.
   */
  keepClosing(secret: RoomSecret, seat: string, device: 'phone' | 'board'): Promise<void>
  /**
   * Stores the keys of this seat. False when they are not stored: on a board, or without the server's half. `keys` are
   * asked for at the last moment: what came while the server was asked goes along.
   */
  save(keys: () => KeptKeys, seat: string, device: 'phone' | 'board'): Promise<boolean>
  /** @param after what is of this epoch or earlier counts as none: the server is not asked for it */
  load(room: string, seat: string, after?: number): Promise<LoadedKey>
  /** Whether there is a record, without asking for the server's half. */
  has(room: string, seat: string): Promise<boolean>
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
    async save(keys, seat, kind) {
      if (kind === 'board') return false
      const device = random(16)
      const half = await fetchHalf({ room: keys().secret.room, device })
      if (half?.length !== halfBytes) return false
      const localHalf = random(32)
      const { secret, device: pair } = keys()
      const { room, epoch, key } = secret
      const plain = pair === undefined ? key : concatBytes(key, pair.privateKey, pair.publicKey)
      const sealedKey = sealBox(lockKey(localHalf, half), contextOf(room, seat, epoch), plain, random)
      const tx = db.transaction('keys', 'readwrite')
      const stored = await tx.store.get([room, seat])
      // Another page has gone on to a later key: this page's is of no use any more.
      const isLate = stored !== undefined && stored.epoch > epoch
      if (!isLate) await tx.store.put({ room, seat, epoch, device, localHalf, sealedKey })
      await tx.done
      return !isLate
    },
    async load(room, seat, after = 0) {
      const stored = await db.get('keys', [room, seat])
      if (stored === undefined || stored.epoch <= after) return { ok: false, reason: 'none' }
      const isClosing = stored.device.length === 0
      const half = isClosing ? noHalf : await fetchHalf({ room, device: stored.device })
      if (!isClosing && half?.length !== halfBytes) return { ok: false, reason: 'noHalf' }
      const context = contextOf(room, seat, stored.epoch)
      const plain = openBox(lockKey(stored.localHalf, half ?? noHalf), context, stored.sealedKey)
      const keys = plain === undefined ? undefined : readKept(plain, room, stored.epoch)
      if (keys === undefined) return { ok: false, reason: 'unreadable' }
      // Comes inside only once the server has given its half, as every stored key.
      if (isClosing && !(await store.save(() => keys, seat, 'phone'))) return { ok: false, reason: 'noHalf' }
      return { ok: true, ...keys }
    },
    has: async (room, seat) => (await db.get('keys', [room, seat])) !== undefined,
    erase: (room, seat) => db.delete('keys', [room, seat]),
    async eraseOthers(room, seat) {
      const others = (await db.getAllKeys('keys')).filter((key) => key[1] === seat && key[0] !== room)
      await Promise.all(others.map((key) => db.delete('keys', key)))
    },
  }
  return store
}

function readKept(plain: Uint8Array, room: string, epoch: number): KeptKeys | undefined {
  const [key, privateKey, publicKey] = [0, 1, 2].map((part) => plain.slice(32 * part, 32 * part + 32))
  if (key?.length !== roomKeyBytes) return undefined
  const secret = { room, epoch, key }
  if (plain.length === roomKeyBytes) return { secret }
  if (privateKey?.length !== 32 || publicKey?.length !== 32 || plain.length !== 96) return undefined
  return { secret, device: { privateKey, publicKey } }
}

function lockKey(localHalf: Uint8Array, serverHalf: Uint8Array): Uint8Array {
  return deriveKey(concatBytes(localHalf, serverHalf), 'kringplan/stored-key/v1')
}

function contextOf(room: string, seat: string, epoch: number): string {
  return `kringplan/stored-key/v1|${room}|${seat}|${epoch}`
}
