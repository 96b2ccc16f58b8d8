import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetRoom } from '../door/forgetRoom.ts'
import { dropKey, holdKey } from '../door/heldKeys.ts'
import { sealedDatabase } from '../door/keyStorage.ts'
import { makeRoom } from '../sealed/roomKey.ts'
import { eraseRoom, openSealedDatabase, type SealedDatabase } from '../sealed/sealedDatabase.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import type { IdeaDisk, PrivateIdea } from './ideaDisk.ts'
import { eraseOpenIdeas, openIdeaDisk } from './openIdeaDisk.ts'
import { createPrivateIdeas } from './privateIdeas.ts'
import { createSealedIdeaDisk, resealIdeas, sealedIdeaDisk } from './sealedIdeaDisk.ts'

const CANARY = 'KANARIE op dit toestel'
const day = 24 * 60 * 60 * 1000
let clock = 0
const tick = () => ++clock
const texts = (ideas: readonly PrivateIdea[]) => ideas.map((idea) => idea.text)

/** Everything that stands in a database, as it stands there. */
async function rawBytes(db: SealedDatabase): Promise<string> {
  const all = await Promise.all([...db.objectStoreNames].map((store) => db.getAll(store)))
  return JSON.stringify(all, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  )
}

describe('private ideas behind the door', () => {
  const secret = makeRoom(secureRandom)
  let db: SealedDatabase
  beforeEach(async () => {
    db = await openSealedDatabase(`sealed ${tick()}`)
  })
  afterEach(() => db.close())
  const diskOf = (seat: string, held = secret) => createSealedIdeaDisk(db, seat, () => held)
  const load = async (seat: string) => {
    const ideas = createPrivateIdeas(async () => diskOf(seat), tick)
    await ideas.settled()
    return ideas
  }

  it('[ID6] are found again by the next page of the same seat, and by no other', async () => {
    const first = await load('seat')
    first.write('a', 'Elke vrij')
    first.write('b', 'Bowlen')
    first.write('a', 'Elke vrijdag zwemmen')
    await first.settled()
    expect(first.now()).toMatchObject({ loaded: true, kept: true })
    expect(texts((await load('seat')).now().ideas)).toEqual(['Elke vrijdag zwemmen', 'Bowlen'])
    expect(texts((await load('other')).now().ideas)).toEqual([])
  })

  it('[ID7] lie on the disk as ciphertext that only the key of the room opens', async () => {
    const ideas = await load('seat')
    ideas.write('a', CANARY)
    await ideas.settled()
    const [stored] = await db.getAll('ideas')
    expect(stored?.sealed.length).toBeGreaterThan(CANARY.length)
    expect(await rawBytes(db)).not.toContain('KANARIE')
    // The control: the same search finds what is not sealed.
    await db.put('ideas', { room: 'x', seat: 'x', id: 'x', sealed: Buffer.from(CANARY) })
    expect(await rawBytes(db)).toContain('KANARIE')
    const another = { ...makeRoom(secureRandom), room: secret.room }
    expect(await diskOf('seat', another).read()).toEqual([])
    expect(await diskOf('seat', { ...secret, epoch: 2 }).read()).toEqual([])
    expect(texts(await diskOf('seat').read())).toEqual([CANARY])
  })

  it('[GO8] are read after a next key of the room as before, and under the key of before no more', async () => {
    const ideas = await load('seat')
    ideas.write('a', CANARY)
    await ideas.settled()
    const next = { ...makeRoom(secureRandom), room: secret.room, epoch: 2 }
    await resealIdeas('seat', secret, next, db)
    expect(texts(await diskOf('seat', next).read())).toEqual([CANARY])
    expect(await diskOf('seat').read()).toEqual([])
  })

  it('[ID7] are tied to their seat and their id', async () => {
    const ideas = await load('seat')
    ideas.write('a', CANARY)
    await ideas.settled()
    const [stored] = await db.getAll('ideas')
    if (stored === undefined) throw new Error('nothing stored')
    await db.put('ideas', { ...stored, seat: 'other' })
    await db.put('ideas', { ...stored, id: 'b' })
    expect(await diskOf('other').read()).toEqual([])
    expect((await diskOf('seat').read()).map(({ id }) => id)).toEqual(['a'])
  })

  it('[ID7] are erased with the room of their seat, and no others', async () => {
    for (const seat of ['seat', 'other']) {
      const ideas = await load(seat)
      ideas.write(`of ${seat}`, CANARY)
      await ideas.settled()
    }
    expect(await db.count('ideas')).toBe(2)
    await eraseRoom(db, secret.room, 'seat')
    expect((await db.getAll('ideas')).map(({ seat }) => seat)).toEqual(['other'])
  })

  it('[ID7] forgetting the room erases them, and a page that still shows them writes nothing after it', async () => {
    const mine = makeRoom(secureRandom)
    holdKey('seat', { secret: mine })
    const ideas = createPrivateIdeas(() => sealedIdeaDisk('seat', mine.room), tick)
    ideas.write('a', CANARY)
    await ideas.settled()
    const shared = await sealedDatabase()
    expect(await shared.count('ideas')).toBe(1)
    expect(ideas.now().kept).toBe(true)
    await forgetRoom('seat', mine.room)
    expect(await shared.count('ideas')).toBe(0)
    ideas.write('a', `${CANARY} en meer`)
    await ideas.settled()
    expect(await shared.count('ideas')).toBe(0)
    expect(ideas.now().kept).toBe(false)
    dropKey('seat', mine.room)
  })

  it('[ID7] a device with the records of before gets the place for them and keeps the rest', async () => {
    const name = `upgrade ${tick()}`
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, 1)
      request.addEventListener('error', () => reject(new Error('no database')))
      request.addEventListener('upgradeneeded', () => {
        request.result.createObjectStore('keys', { keyPath: ['room', 'seat'] })
        request.result
          .createObjectStore('entries', { keyPath: 'id' })
          .createIndex('byRoomSeat', ['room', 'seat'])
        request.result.createObjectStore('pages', { keyPath: 'page' })
      })
      request.addEventListener('success', () => {
        const tx = request.result.transaction('pages', 'readwrite')
        tx.objectStore('pages').put({ page: 'p', aliveUntil: 7 })
        tx.addEventListener('complete', () => {
          request.result.close()
          resolve()
        })
      })
    })
    const upgraded = await openSealedDatabase(name)
    expect(await upgraded.getAll('pages')).toEqual([{ page: 'p', aliveUntil: 7 }])
    expect(await upgraded.count('ideas')).toBe(0)
    upgraded.close()
  })
})

describe('private ideas in the open', () => {
  it('[ID6] are kept by seat, and erased with the seat or after a month', async () => {
    const name = `open ${tick()}`
    let now = 100 * day
    const open = (seat: string) => openIdeaDisk(seat, () => now, name)
    await (await open('old')).keep({ id: 'o', text: 'van lang geleden', at: now - 31 * day })
    await (await open('seat')).keep({ id: 'a', text: 'een veegdag', at: now })
    await (await open('other')).keep({ id: 'b', text: 'een feest', at: now })
    expect(texts(await (await open('seat')).read())).toEqual(['een veegdag'])
    expect(await (await open('old')).read()).toEqual([])
    await eraseOpenIdeas('seat', name)
    expect(await (await open('seat')).read()).toEqual([])
    expect(texts(await (await open('other')).read())).toEqual(['een feest'])
    now += 31 * day
    expect(await (await open('other')).read()).toEqual([])
  })
})

describe('private ideas in a page', () => {
  const diskOf = (stored: Map<string, PrivateIdea>): IdeaDisk => ({
    read: async () => [...stored.values()],
    keep: async (idea) => void stored.set(idea.id, idea),
    drop: async (id) => void stored.delete(id),
  })

  it('[ID6] an idea without words is none, and a dropped one does not come back', async () => {
    const stored = new Map<string, PrivateIdea>()
    const ideas = createPrivateIdeas(async () => diskOf(stored), tick)
    ideas.write('a', 'x')
    ideas.write('a', ' ')
    ideas.write('b', 'blijft')
    ideas.write('c', 'weg')
    ideas.drop('c')
    expect(texts(ideas.now().ideas)).toEqual(['blijft'])
    await ideas.settled()
    expect([...stored.keys()]).toEqual(['b'])
  })

  it('[ID6] what is typed before the disk was read counts for more than what it says', async () => {
    const stored = new Map([['a', { id: 'a', text: 'oud', at: 1 }]])
    const ideas = createPrivateIdeas(async () => diskOf(stored), tick)
    ideas.write('a', 'nieuw')
    await ideas.settled()
    expect(texts(ideas.now().ideas)).toEqual(['nieuw'])
    expect(stored.get('a')?.text).toBe('nieuw')
  })

  it('[ID6] without a disk they live as long as the page, and nobody is told that they are kept', async () => {
    const ideas = createPrivateIdeas(() => Promise.reject(new Error('a private window')), tick)
    ideas.write('a', 'toch onthouden')
    await ideas.settled()
    expect(texts(ideas.now().ideas)).toEqual(['toch onthouden'])
    expect(ideas.now()).toMatchObject({ loaded: true, kept: false })
  })

  it('[ID6] the same object until something changes, and everybody hears of a change', async () => {
    const ideas = createPrivateIdeas(async () => diskOf(new Map()), tick)
    await ideas.settled()
    const heard = vi.fn()
    const stop = ideas.subscribe(heard)
    expect(ideas.now()).toBe(ideas.now())
    ideas.write('a', 'een')
    expect(heard).toHaveBeenCalled()
    stop()
    const times = heard.mock.calls.length
    ideas.write('a', 'twee')
    expect(heard.mock.calls.length).toBe(times)
  })
})
