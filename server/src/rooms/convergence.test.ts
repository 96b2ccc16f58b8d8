import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { connectProvider } from './openClient.testkit.ts'
import { RoomsServer } from './roomsServer.testkit.ts'

const people = 13
const rounds = 60
const seed = Number(process.env['KRINGPLAN_SEED'] ?? Math.floor(Math.random() * 1e9))

/** A small repeatable source of chance. */
function createChance(start: number): (below: number) => number {
  let state = start
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

test(`[OD1] [OD4] [OD5] thirteen devices with drops and restarts end with the same words, all of them (seed ${seed})`, async () => {
  const chance = createChance(seed)
  // Every provider of the stock client listens for the end of the process.
  process.setMaxListeners(2 * people)
  const server = await new RoomsServer({
    compactUpdates: 40,
    openRate: { perSecond: 1000, burst: 10_000 },
  }).start()
  const docs = Array.from({ length: people }, () => new Y.Doc())
  const providers = docs.map((doc, i) => connectProvider(server.openUrl(`seat${i}`), doc))
  const typed: string[] = []
  for (let round = 0; round < rounds; round++) {
    for (let i = chance(4); i >= 0; i--) {
      const doc = docs[chance(people)]
      const word = `w${typed.length}`
      typed.push(word)
      const list = doc?.getArray<string>('words')
      list?.insert(chance(list.length + 1), [word])
    }
    const what = chance(10)
    if (what === 0) server.cut()
    if (what === 1) providers[chance(people)]?.ws?.close()
    if (what === 2) {
      await server.stop()
      await server.start()
    }
    // A turn of the event loop, so that frames and breaks interleave.
    for (let i = chance(3); i >= 0; i--) await new Promise((resolve) => setImmediate(resolve))
  }
  const wordsIn = (doc: Y.Doc): string[] => doc.getArray<string>('words').toArray()
  await vi.waitFor(
    () => {
      for (const doc of docs) expect(wordsIn(doc).length).toBe(typed.length)
    },
    { timeout: 20_000, interval: 50 },
  )
  const first = docs[0] === undefined ? [] : wordsIn(docs[0])
  expect(first.toSorted()).toEqual(typed.toSorted())
  for (const doc of docs) expect(wordsIn(doc)).toEqual(first)
  for (const provider of providers) provider.destroy()
  await server.stop()

  await server.start()
  const late = new Y.Doc()
  const newcomer = connectProvider(server.openUrl('late'), late)
  await new Promise<void>((resolve) => newcomer.once('sync', () => resolve()))
  expect(wordsIn(late)).toEqual(first)
  newcomer.destroy()
  await server.stop()
}, 40_000)
