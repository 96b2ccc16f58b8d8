import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import { heldKey } from '../door/heldKeys.ts'
import { sealedDatabase } from '../door/keyStorage.ts'
import type { RoomSecret } from '../sealed/seal.ts'
import { privateIdeasOf, type SealedDatabase } from '../sealed/sealedDatabase.ts'
import { deriveKey, openBox, sealBox } from '../sealed/secretBox.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import type { IdeaDisk, PrivateIdea } from './ideaDisk.ts'

/**
 * The private ideas of a seat behind the closed door: on this device as ciphertext under the key of the room, among
 * the records of that room, so that they are gone with it [ID7].
 */
export async function sealedIdeaDisk(seat: string, room: string): Promise<IdeaDisk> {
  return createSealedIdeaDisk(await sealedDatabase(), seat, () => heldKey(seat, room)?.secret)
}

/**
 * As `sealedIdeaDisk`, with database and key in hand. The key is asked for at each call: once the room is forgotten
 * there is none, and nothing is written after it was erased.
 */
export function createSealedIdeaDisk(
  db: SealedDatabase,
  seat: string,
  keyNow: () => RoomSecret | undefined,
): IdeaDisk {
  const secretNow = () => {
    const secret = keyNow()
    if (secret === undefined) throw new Error('no key of this room')
    return secret
  }
  return {
    async read() {
      const secret = secretNow()
      const stored = await db.getAll('ideas', privateIdeasOf(secret.room, seat))
      return stored.flatMap(({ id, sealed }) => {
        const plain = openBox(ideaKey(secret), contextOf(secret, seat, id), sealed)
        const idea = plain === undefined ? undefined : parseIdea(decodeUtf8(plain), id)
        return idea === undefined ? [] : [idea]
      })
    },
    async keep(idea) {
      const secret = secretNow()
      const plain = encodeUtf8(JSON.stringify([idea.at, idea.text]))
      const sealed = sealBox(ideaKey(secret), contextOf(secret, seat, idea.id), plain, secureRandom)
      await db.put('ideas', { room: secret.room, seat, id: idea.id, sealed })
    },
    drop: async (id) => db.delete('ideas', [secretNow().room, seat, id]),
  }
}

/** Seals what lies here under the room's next key, so that it can still be read after the next load. */
export async function resealIdeas(
  seat: string,
  before: RoomSecret,
  next: RoomSecret,
  db?: SealedDatabase,
): Promise<void> {
  const opened = db ?? (await sealedDatabase())
  const ideas = await createSealedIdeaDisk(opened, seat, () => before).read()
  const disk = createSealedIdeaDisk(opened, seat, () => next)
  for (const idea of ideas) await disk.keep(idea)
}

function ideaKey({ key, room, epoch }: RoomSecret): Uint8Array {
  return deriveKey(key, `kringplan/private-idea/v1|${room}|${epoch}`)
}

function contextOf({ room, epoch }: RoomSecret, seat: string, id: string): string {
  return `kringplan/private-idea/v1|${room}|${seat}|${epoch}|${id}`
}

function parseIdea(json: string, id: string): PrivateIdea | undefined {
  const [at, text] = JSON.parse(json) as readonly unknown[]
  return typeof at === 'number' && typeof text === 'string' ? { id, text, at } : undefined
}
