import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createSealedIdeaDisk } from '../ideas/sealedIdeaDisk.ts'
import { makeRoom } from '../sealed/roomKey.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import { enterRoom } from './enterRoom.ts'
import { forgetRoom } from './forgetRoom.ts'
import { heldKey } from './heldKeys.ts'
import { outboxOf, sealedDatabase } from './keyStorage.ts'

const half = Buffer.alloc(32, 7).toString('base64url')
const withHalf = (wait: Promise<void> = Promise.resolve()) =>
  vi.stubGlobal('fetch', async () => {
    await wait
    return new Response(JSON.stringify({ half }), { status: 200 })
  })
afterEach(() => vi.unstubAllGlobals())

async function stored(seat: string) {
  const db = await sealedDatabase()
  const [keys, entries, ideas] = [
    await db.getAll('keys'),
    await db.getAll('entries'),
    await db.getAll('ideas'),
  ]
  return [keys, entries, ideas].map((rows) => rows.filter((row) => row.seat === seat).length)
}

/** A phone inside, with a word that waits and an idea of its own. */
async function fill(seat: string) {
  const secret = makeRoom(secureRandom)
  await enterRoom(seat, { secret }, 'phone')
  await outboxOf({ room: secret.room, seat, page: `page of ${seat}` }).keep({
    id: `entry of ${seat}`,
    order: 1,
    sealed: new Uint8Array(9),
  })
  const disk = createSealedIdeaDisk(await sealedDatabase(), seat, () => secret)
  await disk.keep({ id: 'idea', text: 'een eigen idee', at: 1 })
  return secret
}

describe('forgetting a room', () => {
  it('[OP7] takes key, records, waiting entries and private ideas of this seat, and nobody else’s', async () => {
    withHalf()
    const secret = await fill('edith')
    const other = await fill('herman')
    expect([await stored('edith'), await stored('herman')]).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ])
    await forgetRoom('edith', secret.room)
    expect([await stored('edith'), await stored('herman')]).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ])
    expect(heldKey('edith', secret.room)).toBeUndefined()
    expect(secret.key.every((byte) => byte === 0)).toBe(true)
    await forgetRoom('herman', other.room)
    expect(await (await sealedDatabase()).getAllKeys('pages')).toEqual([])
  })

  it('[OP7] also a key that was still being kept when the door opened', async () => {
    let give = () => {}
    withHalf(new Promise((resolve) => (give = resolve)))
    const secret = makeRoom(secureRandom)
    const entering = enterRoom('opa', { secret }, 'phone')
    await forgetRoom('opa', secret.room)
    give()
    await entering
    expect(await stored('opa')).toEqual([0, 0, 0])
  })
})
