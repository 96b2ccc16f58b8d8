import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { seededBytes, seededChance } from './fakeWorld.testkit.ts'
import { createKeyStore } from './keyStore.ts'
import { createOutbox, pageLeaseMs } from './outbox.ts'
import {
  derivePaperToken,
  formatPaperKey,
  hashPaperToken,
  makePaperKey,
  parsePaperKey,
  unwrapWithPaper,
  wrapWithPaper,
} from './paperKey.ts'
import { makeRoom } from './roomKey.ts'
import { eraseRoom, eraseSealedDatabase, openSealedDatabase, type SealedDatabase } from './sealedDatabase.ts'

const random = seededBytes(seededChance(11))
const secret = makeRoom(random)
let db: SealedDatabase
beforeEach(async () => {
  db = await openSealedDatabase()
})
afterEach(async () => {
  db.close()
  await eraseSealedDatabase()
})

/** The server's halves, as one record each, until the door opens. */
function makeHalves() {
  const halves = new Map<string, Uint8Array>()
  const fetchHalf = async ({ device }: { device: Uint8Array }) => {
    const name = device.join()
    if (!halves.has(name)) halves.set(name, random(32))
    return halves.get(name) ?? null
  }
  return { halves, fetchHalf }
}

describe('key store', () => {
  test('[KS1] a phone finds its key again after a reload', async () => {
    const { fetchHalf } = makeHalves()
    expect(await createKeyStore(db, fetchHalf, random).save(() => ({ secret }), 'seat', 'phone')).toBe(true)
    expect(await createKeyStore(db, fetchHalf, random).load(secret.room, 'seat')).toEqual({
      ok: true,
      secret,
    })
    expect(await createKeyStore(db, fetchHalf, random).load(secret.room, 'other')).toEqual({
      ok: false,
      reason: 'none',
    })
  })

  test('[KS1] [GO4] the key pair of the device comes back with it, and neither is readable on the disk', async () => {
    const { fetchHalf } = makeHalves()
    const device = { privateKey: random(32), publicKey: random(32) }
    const store = createKeyStore(db, fetchHalf, random)
    await store.save(() => ({ secret, device }), 'seat', 'phone')
    expect(await store.load(secret.room, 'seat')).toEqual({ ok: true, secret, device })
    const raw = JSON.stringify(await db.getAll('keys'), (_k, v: unknown) =>
      v instanceof Uint8Array ? v.join() : v,
    )
    expect(raw).not.toContain(device.privateKey.join())
  })

  test('[KS2] neither the device nor the server opens it alone', async () => {
    const { halves, fetchHalf } = makeHalves()
    const store = createKeyStore(db, fetchHalf, random)
    await store.save(() => ({ secret }), 'seat', 'phone')
    const raw = JSON.stringify(await db.getAll('keys'), (_k, v: unknown) =>
      v instanceof Uint8Array ? v.join() : v,
    )
    expect(raw).not.toContain(secret.key.join())
    expect(raw).not.toContain([...halves.values()][0]?.join())
    const without = createKeyStore(db, async () => null, random)
    expect(await without.load(secret.room, 'seat')).toEqual({ ok: false, reason: 'noHalf' })
    const wrong = createKeyStore(db, async () => random(32), random)
    expect(await wrong.load(secret.room, 'seat')).toEqual({ ok: false, reason: 'unreadable' })
    expect((await store.load(secret.room, 'seat')).ok).toBe(true)
  })

  test('[KS3] a board stores nothing, and does not ask', async () => {
    let asked = 0
    const ask = async () => {
      asked++
      return random(32)
    }
    const store = createKeyStore(db, ask, random)
    expect(await store.save(() => ({ secret }), 'seat', 'board')).toBe(false)
    expect([asked, await db.count('keys')]).toEqual([0, 0])
    expect(await store.save(() => ({ secret }), 'seat', 'phone')).toBe(true)
    expect([asked, await db.count('keys')]).toEqual([1, 1])
  })

  test('[I12] erasing a room leaves nothing of it, and everything of another', async () => {
    const { fetchHalf } = makeHalves()
    const store = createKeyStore(db, fetchHalf, random)
    const other = makeRoom(random)
    for (const one of [secret, other]) {
      await store.save(() => ({ secret: one }), 'seat', 'phone')
      const where = { room: one.room, seat: 'seat', page: 'p' }
      await createOutbox(db, where, () => 0).keep({ id: one.room, order: 1, sealed: random(9) })
    }
    await eraseRoom(db, secret.room, 'seat')
    expect((await db.getAll('keys')).map((key) => key.room)).toEqual([other.room])
    expect((await db.getAll('entries')).map((entry) => entry.room)).toEqual([other.room])
  })
})

describe('outbox', () => {
  const where = (page: string) => ({ room: 'r', seat: 's', page })
  const entry = (id: string, order: number) => ({ id, order, sealed: random(9) })

  test('[OB1] entries of a page that is gone go to one other page, in order; those of a live one stay', async () => {
    let time = 0
    const now = () => time
    const [a, b, c] = [
      createOutbox(db, where('a'), now),
      createOutbox(db, where('b'), now),
      createOutbox(db, where('c'), now),
    ]
    await a.keep(entry('z', 1))
    await a.keep(entry('y', 2))
    expect(await b.takeOver()).toMatchObject({ taken: [], others: 2 })
    time += pageLeaseMs + 1
    const [first, second] = await Promise.all([b.takeOver(), c.takeOver()])
    expect(first.taken.map((one) => one.id)).toEqual(['z', 'y'])
    expect([second.taken.length, second.others]).toEqual([0, 2])
    expect((await a.takeOver()).mine.size).toBe(0)
    await b.release()
    expect((await c.takeOver()).taken.map((one) => one.id)).toEqual(['z', 'y'])
  })

  test('[OB2] an entry in place of another, and removing, leave exactly what is still to send', async () => {
    const box = createOutbox(db, where('a'), () => 0)
    await box.keep(entry('1', 1))
    await box.keep(entry('2', 2), '1')
    await box.keep(entry('3', 3))
    await box.remove(['3', 'unknown'])
    expect([...(await box.takeOver()).mine]).toEqual(['2'])
    const other = createOutbox(db, { room: 'r2', seat: 's', page: 'x' }, () => 99_999)
    expect(await other.takeOver()).toMatchObject({ taken: [], others: 0 })
  })
})

describe('paper key', () => {
  test('[PK1] is 24 letters in six groups, and is read back however it is typed', () => {
    const key = makePaperKey(random)
    const text = formatPaperKey(key)
    expect(text).toMatch(/^([A-HJKMNP-Z]{4} ){5}[A-HJKMNP-Z]{4}$/)
    for (const typed of [text, text.toLowerCase(), key, text.replaceAll(' ', '-'), ` ${text}\n`]) {
      expect(parsePaperKey(typed)).toEqual({ ok: true, key })
    }
  })

  test('[PK2] a wrong length, a letter that is none and a slip are told apart', () => {
    const key = makePaperKey(random)
    expect(parsePaperKey(key.slice(1))).toEqual({ ok: false, reason: 'length' })
    expect(parsePaperKey(`O${key.slice(1)}`)).toEqual({ ok: false, reason: 'letters' })
    let found = 0
    for (let at = 0; at < 24; at++) {
      const slip = key.slice(0, at) + (key[at] === 'A' ? 'B' : 'A') + key.slice(at + 1)
      if (!parsePaperKey(slip).ok) found++
    }
    expect(found).toBeGreaterThanOrEqual(23)
    fc.assert(fc.property(fc.anything(), (any) => !parsePaperKey(any).ok))
  })

  test('[PK3] opens the wrap in its own room and epoch, and no other paper does', () => {
    const paper = makePaperKey(random)
    const wrap = wrapWithPaper(secret, paper, random)
    expect(wrap.length).toBe(72)
    expect(unwrapWithPaper(wrap, secret.room, 1, paper)).toEqual(secret)
    expect(unwrapWithPaper(wrap, secret.room, 1, makePaperKey(random))).toBeUndefined()
    expect(unwrapWithPaper(wrap, 'x', 1, paper)).toBeUndefined()
    expect(unwrapWithPaper(wrap, secret.room, 2, paper)).toBeUndefined()
    expect(unwrapWithPaper(new Uint8Array(3), secret.room, 1, paper)).toBeUndefined()
  })

  test('[PK4] the token that fetches the wrap does not open it', () => {
    const paper = makePaperKey(random)
    const token = derivePaperToken(secret.room, paper)
    expect(token).not.toEqual(derivePaperToken('x', paper))
    expect(hashPaperToken(token)).not.toEqual(token)
    const wrap = wrapWithPaper(secret, paper, random)
    expect(Buffer.from(wrap).includes(Buffer.from(token.subarray(0, 8)))).toBe(false)
  })

  test('[PK5] every letter comes up about as often', () => {
    const counts = new Map<string, number>()
    for (let i = 0; i < 500; i++)
      for (const letter of makePaperKey(random)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    expect(counts.size).toBe(23)
    for (const count of counts.values()) expect(Math.abs(count - 522)).toBeLessThan(130)
  })
})
