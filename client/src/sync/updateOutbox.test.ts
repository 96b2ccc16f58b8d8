import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { newId } from '../plan/newId.ts'
import { openUpdateOutbox } from './updateOutbox.ts'

const DAY = 24 * 60 * 60 * 1000
const bytes = (n: number) => new Uint8Array([n])

describe('update outbox', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('gives back in order what was not removed, also what was removed at once', async () => {
    let clock = 0
    const outbox = openUpdateOutbox('seat1', 'plan', () => (clock += 1), newId())
    outbox.put('b', bytes(1))
    outbox.put('a', bytes(2))
    outbox.put('c', bytes(3))
    outbox.remove(['c'])
    const left = await outbox.read(0)
    expect(left.map((entry) => [entry.id, ...entry.update])).toEqual([
      ['b', 1],
      ['a', 2],
    ])
    outbox.close()
  })

  it('leaves young entries to the page that made them', async () => {
    let clock = 1000
    const outbox = openUpdateOutbox('seat1', 'plan', () => clock, newId())
    outbox.put('a', bytes(1))
    await outbox.settled()
    clock += 4999
    expect(await outbox.read(5000)).toEqual([])
    clock += 1
    expect(await outbox.read(5000)).toHaveLength(1)
    outbox.close()
  })

  it('keeps nothing of anybody for longer than thirty days', async () => {
    let clock = 0
    const database = newId()
    const old = openUpdateOutbox('seat1', 'plan', () => clock, database)
    old.put('a', bytes(1))
    await old.settled()
    clock = 30 * DAY
    expect(await old.read(0)).toHaveLength(1)
    clock += 1
    const other = openUpdateOutbox('seat2', 'plan', () => clock, database)
    await other.read(0)
    clock = 0
    expect(await old.read(0)).toEqual([])
    old.close()
    other.close()
  })

  it('works on without storage', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new Error('no storage here')
      },
    })
    const outbox = openUpdateOutbox('seat1', 'plan', Date.now, newId())
    outbox.put('a', bytes(1))
    outbox.remove(['a'])
    await expect(outbox.read(0)).resolves.toEqual([])
    outbox.close()
  })
})
