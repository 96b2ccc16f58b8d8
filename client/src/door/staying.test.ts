import { enterCircle, readInside, readKept, type InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { keepForLater, leaveCircle } from '@kringplan/shared/plan/circleWriting'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { toBase64url } from '../sealed/base64url.ts'
import { makeRoom } from '../sealed/roomKey.ts'
import { keptKey } from '../sealed/roomKeys.ts'
import type { RoomSecret } from '../sealed/seal.ts'
import type { SealedDocument } from '../sealed/sealedDocument.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import { dropKey, heldKey, holdKey, type HeldKey } from './heldKeys.ts'
import { leftBehind } from './keysSeen.ts'
import { stay } from './staying.ts'

let secret: RoomSecret
let stops: (() => void)[] = []
/** What waits on a clock that stands still. */
let waiting: (() => void)[] = []
let calls: { url: string; key: string }[] = []
let answer: () => Response = () => Response.json({ keys: [] })

beforeEach(() => {
  secret = makeRoom(secureRandom)
  ;[stops, waiting, calls] = [[], [], []]
  answer = () => Response.json({ keys: [] })
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    calls.push({ url, key: (JSON.parse(init?.body as string) as { key: string }).key })
    return answer()
  })
})
afterEach(() => {
  for (const stop of stops) stop()
  for (const id of ['edith', 'kees']) dropKey(id, secret.room)
  vi.unstubAllGlobals()
})

const later = (fn: () => void) => {
  waiting.push(fn)
  return () => {
    waiting = waiting.filter((one) => one !== fn)
  }
}
const passTime = () => {
  for (const fn of waiting.splice(0)) fn()
}
const phone = (id: string) => ({ id, name: id, personId: id, kind: 'board' as const })
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))
const entryOf = (doc: Y.Doc, id: string): InsideDevice | undefined =>
  readInside(doc).find((one) => one.id === id)

/** A device whose entry stands in the list. */
function come(id: string, doc: Y.Doc, more: Partial<HeldKey> = {}) {
  holdKey(id, { secret, ...more })
  enterCircle(doc, phone(id))
  const live = { doc, getDetail: () => ({ room: secret.room, epoch: 1 }) } as unknown as SealedDocument
  stops.push(stay(live, phone(id), later))
}
/** Two documents that tell each other everything at once. */
function join(a: Y.Doc, b: Y.Doc) {
  a.on('update', (update, origin) => origin !== 'other' && Y.applyUpdate(b, update, 'other'))
  b.on('update', (update, origin) => origin !== 'other' && Y.applyUpdate(a, update, 'other'))
}
const hasKey = async (doc: Y.Doc, id: string) => vi.waitUntil(() => entryOf(doc, id)?.keys?.[0])

describe('one of those that stay', () => {
  it('[GO9] names its public key in the document and to the server, also when that answers only later', async () => {
    const doc = new Y.Doc()
    answer = () => new Response('', { status: 502 })
    come('edith', doc)
    const key = await hasKey(doc, 'edith')
    await vi.waitUntil(() => calls.length === 1 && waiting.length === 1)
    answer = () => Response.json({ keys: [] })
    passTime()
    await vi.waitUntil(() => calls.length === 2)
    await settled()
    expect(calls[1]).toEqual({ url: expect.stringContaining('/edith/door/key') as string, key })
    expect(waiting).toEqual([])
    // With a next key it is asked no more: the server knows it.
    holdKey('edith', { ...heldKey('edith', secret.room), secret: { ...secret, epoch: 2 } })
    await settled()
    expect(calls).toHaveLength(2)
  })

  it('[GO9] says that it is late until the server knows its key, whatever stands there of a page that is gone', async () => {
    const doc = new Y.Doc()
    enterCircle(doc, phone('edith'), 'key of before')
    answer = () => new Response('', { status: 502 })
    come('edith', doc)
    await vi.waitUntil(() => entryOf(doc, 'edith')?.keys?.length === 2)
    await vi.waitUntil(() => waiting.length === 1)
    expect(entryOf(doc, 'edith')?.late).toBe(true)
    answer = () => Response.json({ keys: [] })
    passTime()
    await vi.waitUntil(() => entryOf(doc, 'edith')?.late === undefined)
    expect(entryOf(doc, 'edith')?.keys).toHaveLength(2)
  })

  it('[GO9] a page that has its key pair is not late', async () => {
    const doc = new Y.Doc()
    const { makeKeyPair } = await import('../sealed/hpke.ts')
    answer = () => new Response('', { status: 502 })
    come('edith', doc, { device: makeKeyPair(secureRandom) })
    await vi.waitUntil(() => waiting.length === 1)
    expect(entryOf(doc, 'edith')?.keys).toHaveLength(1)
    expect(entryOf(doc, 'edith')?.late).toBeUndefined()
  })

  it('[GO9] refused with a key that was just replaced, it names it again with the next', async () => {
    const doc = new Y.Doc()
    answer = () => Response.json({ refusal: 'refused' }, { status: 403 })
    come('edith', doc)
    await vi.waitUntil(() => calls.length === 1)
    await settled()
    // Not with the same: that would be a try at the door.
    expect([calls.length, waiting.length]).toEqual([1, 0])
    answer = () => Response.json({ keys: [] })
    holdKey('edith', { ...heldKey('edith', secret.room), secret: { ...secret, epoch: 2 } })
    await vi.waitUntil(() => calls.length === 2)
  })

  it('[GO9] writes its entry again when somebody has written over it, or taken it away', async () => {
    const doc = new Y.Doc()
    come('edith', doc)
    const key = await hasKey(doc, 'edith')
    const map = doc.getMap('inside')
    map.set('edith', JSON.stringify({ ...phone('edith'), keys: ['other'] }))
    await settled()
    expect(entryOf(doc, 'edith')?.keys).toEqual([key, 'other'])
    map.set('edith', JSON.stringify({ ...phone('edith'), name: 'kees', keys: [key] }))
    await settled()
    expect(entryOf(doc, 'edith')).toMatchObject({ name: 'edith', keys: [key] })
    leaveCircle(doc, ['edith'])
    await settled()
    expect(entryOf(doc, 'edith')?.keys).toEqual([key])
  })

  it('[GO9] puts back who was taken out of the list without a next key, and nobody else', async () => {
    const doc = new Y.Doc()
    come('edith', doc)
    await hasKey(doc, 'edith')
    for (const id of ['kees', 'omar']) enterCircle(doc, phone(id), `key of ${id}`)
    await settled()
    leftBehind(doc, ['omar'])
    leaveCircle(doc, ['kees'])
    await settled()
    passTime()
    await settled()
    expect(readInside(doc).map(({ id }) => id)).toEqual(['edith', 'kees'])
    expect(entryOf(doc, 'kees')?.keys).toEqual(['key of kees'])
  })

  it('[GO9] two pages of one device do not write over each other', async () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()]
    join(a, b)
    come('kees', a)
    const first = await hasKey(a, 'kees')
    // Another page has another pair.
    dropKey('kees', secret.room)
    secret = { ...secret, key: secureRandom(32) }
    come('kees', b)
    await vi.waitUntil(() => entryOf(b, 'kees')?.keys?.length === 2)
    let writes = 0
    a.on('update', () => writes++)
    for (let i = 0; i < 20; i++) await settled()
    expect(writes).toBe(0)
    expect(entryOf(a, 'kees')?.keys).toContain(first)
  })

  it('[GO10] writes what opens what is kept on disks of each epoch whose key it has, and that of the next', async () => {
    const doc = new Y.Doc()
    come('edith', doc)
    const [first, second] = [secret, { ...secret, epoch: 2, key: secureRandom(32) }]
    expect(readKept(doc, 1)).toBe(toBase64url(keptKey(first)))
    keepForLater(doc, 1, 'something else')
    holdKey('edith', { ...heldKey('edith', secret.room), secret: second })
    // Who gave the key does it; this is for when that one is gone.
    expect(readKept(doc, 2)).toBeUndefined()
    passTime()
    expect([1, 2].map((epoch) => readKept(doc, epoch))).toEqual(
      [first, second].map((one) => toBase64url(keptKey(one))),
    )
  })
})
