import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { globSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { readForm, writeForm } from '../forms/formStore.ts'
import { openSealedDatabase } from '../sealed/sealedDatabase.ts'
import { memoryStorage } from '../seats/memoryStorage.testkit.ts'
import { readSeats, rememberSeat } from '../seats/seatStore.ts'
import { openUpdateOutbox } from '../sync/updateOutbox.ts'
import { keepCopy, readCopy } from './copyStore.ts'
import { eraseEverything, type Stores } from './erase.ts'
import { samplePlanFile } from './sampleCopy.testkit.ts'

const memoryCaches = (kept: Set<string>) =>
  ({
    keys: async () => [...kept],
    delete: async (name: string) => kept.delete(name),
  }) as unknown as CacheStorage

let stores: Stores
let forgotten: (readonly string[])[]
let cached: Set<string>

beforeEach(async () => {
  for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name)
  cached = new Set(['kringplan-shell-1'])
  forgotten = []
  const local = memoryStorage()
  const session = memoryStorage()
  local.setItem('kringplan.desk', 'd')
  session.setItem('kringplan.new.d', '{}')
  for (const seat of ['mine', 'other']) rememberSeat({ seat, name: seat }, local)
  stores = {
    databases: indexedDB,
    local,
    session,
    caches: memoryCaches(cached),
    forgetShell: async (keepSeats) => {
      forgotten.push(keepSeats)
      if (keepSeats.length === 0) cached.clear()
    },
  }
  const sealed = await openSealedDatabase()
  const half = {
    epoch: 1,
    device: new Uint8Array(),
    localHalf: new Uint8Array(),
    sealedKey: new Uint8Array(),
  }
  for (const seat of ['mine', 'other']) {
    await keepCopy({ seat, file: samplePlanFile({ signers: ['edith'] }), me: null, locale: 'nl' })
    await sealed.put('keys', { room: 'r', seat, ...half })
    await sealed.put('entries', {
      id: seat,
      room: 'r',
      seat,
      owner: 'p',
      order: 1,
      sealed: new Uint8Array([1]),
    })
    const outbox = openUpdateOutbox(seat, 'plan')
    outbox.put(seat, new Uint8Array([1]))
    await outbox.settled()
  }
})

const left = async () => ({
  databases: (await indexedDB.databases())
    .map(({ name = '' }) => name)
    .toSorted((a, b) => a.localeCompare(b)),
  caches: [...cached],
  local: stores.local?.length,
  session: stores.session?.length,
})

describe('eraseEverything', () => {
  it('[CP8] with no seat to keep nothing is left, although this page holds databases open', async () => {
    expect(await left()).toMatchObject({ caches: ['kringplan-shell-1'], local: 3, session: 1 })
    expect((await left()).databases).toEqual(
      expect.arrayContaining(['kringplan-copy', 'kringplan-open', 'kringplan-sealed']),
    )
    expect(await eraseEverything({ keepSeats: [] }, stores)).toEqual({ blocked: [] })
    expect(await left()).toEqual({ databases: [], caches: [], local: 0, session: 0 })
  })

  it('[CP8] what another tab holds is named and waited for', async () => {
    const stubborn = await openDB('kringplan-open', 1)
    const named: string[] = []
    let done = false
    const erasing = eraseEverything(
      {
        keepSeats: [],
        onBlocked: (name) => {
          named.push(name)
          expect(done).toBe(false)
          stubborn.close()
        },
      },
      stores,
    ).then((erased) => {
      done = true
      return erased
    })
    expect(await erasing).toEqual({ blocked: ['kringplan-open'] })
    expect(named).toEqual(['kringplan-open'])
    expect((await left()).databases).toEqual([])
  })

  it('[CP8] where another seat stays, only what belongs to this one goes', async () => {
    await eraseEverything({ keepSeats: ['other'] }, stores)
    expect(readSeats(stores.local).map(({ seat }) => seat)).toEqual(['other'])
    expect(await readCopy('mine')).toBeNull()
    expect(await readCopy('other')).not.toBeNull()
    const sealed = await openSealedDatabase()
    expect(await sealed.getAllKeys('keys')).toEqual([['r', 'other']])
    expect(await sealed.getAllKeys('entries')).toEqual(['other'])
    const open = await openDB('kringplan-open')
    expect(await open.getAllKeys('updates')).toEqual(['other'])
    for (const db of [sealed, open]) db.close()
    expect(forgotten).toEqual([['other']])
    expect(await left()).toMatchObject({ caches: ['kringplan-shell-1'], local: 2, session: 1 })
  })

  it('[CP8] forms that are not kept yet go from the tab with their seat; those of a seat that stays do not', async () => {
    const form = { base: { circle: 'De kring' }, typed: { circle: 'De kring van Johan' } }
    for (const name of ['mine.vraag', 'mine.kring.nieuw', 'gone-before.tijd', 'other.vraag', 'd.nieuw'])
      writeForm(name, form, stores.session)
    await eraseEverything({ keepSeats: ['other'] }, stores)
    expect(readForm('other.vraag', stores.session)).toEqual(form)
    expect(readForm('d.nieuw', stores.session)).toEqual(form)
    expect(stores.session?.getItem('kringplan.new.d')).toBe('{}')
    expect(stores.session?.length).toBe(3)
  })

  it('[CP8] a record that names its seat only in its key goes, too, and no database is made by looking', async () => {
    const db = await openDB('kringplan-later', 1, {
      upgrade(fresh) {
        fresh.createObjectStore('things')
      },
      blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
    })
    await db.put('things', 7, 'mine')
    await db.put('things', 8, 'other')
    await db.put('things', 9, 'nobody')
    const before = (await left()).databases
    await eraseEverything({ keepSeats: ['other'] }, { ...stores, databases: listless(indexedDB) })
    expect(await db.getAllKeys('things')).toHaveLength(3)
    rememberSeat({ seat: 'mine' }, stores.local)
    await eraseEverything({ keepSeats: ['other'] }, stores)
    expect(await db.getAllKeys('things')).toEqual(['nobody', 'other'])
    expect((await left()).databases).toEqual(before)
    db.close()
  })

  it('[CP8] every place that opens a database lets go of it when it is erased', () => {
    const source = new URL('../', import.meta.url).pathname
    const places = globSync('**/*.ts', { cwd: source })
      .filter((path) => !/\.(test|testkit)\.ts$/.test(path))
      .map((path) => ({ path, text: readFileSync(source + path, 'utf8') }))
      .filter(({ text }) => /\bopenDB</.test(text))
    expect(places.length).toBeGreaterThan(2)
    const holding = places.filter(({ text }) => !text.includes('blocking:') && !text.includes('finally'))
    expect(holding.map(({ path }) => path)).toEqual([])
  })
})

/** A browser that cannot list its databases. */
function listless(factory: IDBFactory): IDBFactory {
  return {
    open: (name: string, version?: number) => factory.open(name, version),
    deleteDatabase: (name: string) => factory.deleteDatabase(name),
    cmp: (a: unknown, b: unknown) => factory.cmp(a, b),
  } as IDBFactory
}
