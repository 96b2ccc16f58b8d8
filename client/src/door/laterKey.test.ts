import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sealedIdeaDisk } from '../ideas/sealedIdeaDisk.ts'
import { makeKeyPair } from '../sealed/hpke.ts'
import { makeRoom } from '../sealed/roomKey.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import { enterRoom, findKey } from './enterRoom.ts'
import { heldKey, holdKey } from './heldKeys.ts'
import { keepIdeas } from './staying.ts'

const seat = 'edith'
let halves = 0

beforeEach(() => {
  halves = 0
  vi.stubGlobal('fetch', async () => {
    halves++
    return Response.json({ half: Buffer.alloc(32, 7).toString('base64url') })
  })
})
afterEach(() => vi.unstubAllGlobals())

/** Another page of the same phone: the same disk, and a memory of its own. */
async function anotherPage() {
  vi.resetModules()
  return { ...(await import('./enterRoom.ts')), ...(await import('./heldKeys.ts')) }
}

describe('a page that was turned away', () => {
  it('[GO3] finds the later key that another page of the phone has kept, with what was typed under its own', async () => {
    const first = makeRoom(secureRandom)
    const next = { ...first, epoch: 2, key: secureRandom(32) }
    const device = makeKeyPair(secureRandom)
    await enterRoom(seat, { secret: first }, 'phone')
    const page = await anotherPage()
    expect(await findKey(seat, first.room, 'phone', 1)).toBe('none')
    // Nobody is asked as long as there is none.
    expect(halves).toBe(1)
    await page.enterRoom(seat, { secret: next, device }, 'phone')
    expect(await findKey(seat, first.room, 'phone', 1)).toBe('stored')
    expect(heldKey(seat, first.room)).toMatchObject({ secret: next, before: [first], device })
    expect(await findKey(seat, first.room, 'phone', 2)).toBe('none')
    expect(await findKey(seat, first.room, 'phone')).toBe('held')
  })

  it('[GO3] writes its own key over no later one', async () => {
    const first = makeRoom(secureRandom)
    const next = { ...first, epoch: 2, key: secureRandom(32) }
    const page = await anotherPage()
    await page.enterRoom(seat, { secret: next }, 'phone')
    await enterRoom(seat, { secret: first }, 'phone')
    const fresh = await anotherPage()
    expect(await fresh.findKey(seat, first.room, 'phone')).toBe('stored')
    expect(fresh.heldKey(seat, first.room)?.secret).toEqual(next)
  })

  it('[SD3] on a board there is none to find', async () => {
    const first = makeRoom(secureRandom)
    holdKey('board', { secret: first })
    expect(await findKey('board', first.room, 'board', 1)).toBe('none')
    expect(await findKey('board', first.room, 'board')).toBe('held')
  })
})

describe('a phone that comes in by a card with a later key', () => {
  it('[GO8] reads its private ideas of before, also after the next load', async () => {
    const first = makeRoom(secureRandom)
    const next = { ...first, epoch: 2, key: secureRandom(32) }
    await enterRoom(seat, { secret: first }, 'phone')
    await (await sealedIdeaDisk(seat, first.room)).keep({ id: 'i', text: 'Zwemmen', at: 1 })
    await enterRoom(seat, { secret: next }, 'phone')
    await keepIdeas(seat, first.room)
    const page = await anotherPage()
    expect(await page.findKey(seat, first.room, 'phone')).toBe('stored')
    const ideas = await import('../ideas/sealedIdeaDisk.ts')
    const disk = await ideas.sealedIdeaDisk(seat, first.room)
    expect(await disk.read()).toEqual([{ id: 'i', text: 'Zwemmen', at: 1 }])
  })
})
