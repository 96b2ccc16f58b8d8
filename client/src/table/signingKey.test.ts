import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetSigningKey, signingKeyOf } from './signingKey.ts'

let count = 0
let database = ''
let seat = ''
beforeEach(() => {
  count += 1
  database = `signing-${count}`
  seat = `seat-${count}`
})

/** The module as a page that was loaded anew has it. */
async function otherPage(): Promise<typeof import('./signingKey.ts')> {
  vi.resetModules()
  return import('./signingKey.ts')
}

async function stored(): Promise<readonly unknown[]> {
  const names = (await indexedDB.databases()).map(({ name }) => name)
  if (!names.includes(database)) return []
  const db = await openDB(database)
  const all = await db.getAll('keys')
  db.close()
  return all
}

describe('the key of a seat', () => {
  it('[SG3] a phone has one key, also after a reload and in a second tab', async () => {
    const first = await signingKeyOf(seat, 'device', database)
    expect(first).toHaveLength(32)
    expect(await signingKeyOf(seat, 'device', database)).toEqual(first)
    const reloaded = await otherPage()
    expect(await reloaded.signingKeyOf(seat, 'device', database)).toEqual(first)
  })

  it('[SG3] two tabs that ask at the same moment get one key', async () => {
    const tab = await otherPage()
    const [a, b] = await Promise.all([
      signingKeyOf(seat, 'device', database),
      tab.signingKeyOf(seat, 'device', database),
    ])
    expect(a).toEqual(b)
  })

  it('[SG3] every seat has its own', async () => {
    const mine = await signingKeyOf(seat, 'device', database)
    expect(await signingKeyOf(`${seat}b`, 'device', database)).not.toEqual(mine)
  })

  it('[SG3] the board keeps none: the same as long as the page lives, another after it', async () => {
    const first = await signingKeyOf(seat, 'memory', database)
    expect(await signingKeyOf(seat, 'memory', database)).toEqual(first)
    expect(await stored()).toEqual([])
    const reloaded = await otherPage()
    expect(await reloaded.signingKeyOf(seat, 'memory', database)).not.toEqual(first)
    await signingKeyOf(`${seat}b`, 'device', database)
    expect(await stored()).toHaveLength(1)
  })

  it('[SG3] where no key was kept, forgetting leaves no trace', async () => {
    await forgetSigningKey(seat, database)
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(database)
    await signingKeyOf(seat, 'device', database)
    expect((await indexedDB.databases()).map(({ name }) => name)).toContain(database)
  })

  it('[SG3] goes with its seat, and only with that', async () => {
    const first = await signingKeyOf(seat, 'device', database)
    const other = await signingKeyOf(`${seat}b`, 'device', database)
    await forgetSigningKey(seat, database)
    expect(await stored()).toHaveLength(1)
    expect(await signingKeyOf(seat, 'device', database)).not.toEqual(first)
    expect(await signingKeyOf(`${seat}b`, 'device', database)).toEqual(other)
  })
})
