import 'fake-indexeddb/auto'
import { addAgreement, initPlan, LOCAL, readAgreements, textOf } from '@kringplan/shared/plan/planDoc'
import { readText } from '@kringplan/shared/plan/text'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../plan/newId.ts'
import type { LiveDocument } from './liveDocument.ts'
import { openPlan } from './openProvider.ts'
import { startTestServer, type TestServer } from './openServer.testkit.ts'
import { eraseUpdateOutbox, openUpdateOutbox } from './updateOutbox.ts'

let server: TestServer
let database = ''
const made: LiveDocument[] = []

beforeEach(async () => {
  server = await startTestServer()
  database = newId()
})
afterEach(async () => {
  for (const live of made.splice(0)) live.destroy()
  await server.stop()
})

function open(seat = 'seat1'): LiveDocument {
  const live = openPlan({
    seat,
    origin: server.origin,
    document: 'plan-1',
    outbox: openUpdateOutbox(seat, 'plan-1', Date.now, database),
    random: () => 0,
  })
  made.push(live)
  return live
}
function close(live: LiveDocument): void {
  live.destroy()
  made.splice(made.indexOf(live), 1)
}
const until = (check: () => boolean) =>
  vi.waitFor(() => expect(check()).toBe(true), { timeout: 5000, interval: 5 })
const isLive = (live: LiveDocument) => until(() => live.getStatus().link === 'live')
const hasArrived = (live: LiveDocument) => until(() => live.getStatus().arrived)
const titles = (doc: Y.Doc) => readAgreements(doc).map((agreement) => agreement.what)
const waiting = async (seat = 'seat1') => {
  const outbox = openUpdateOutbox(seat, 'plan-1', Date.now, database)
  const entries = await outbox.read(0)
  outbox.close()
  return entries.length
}

describe('open plan', () => {
  it('asks at our own address and gives what the server has', async () => {
    addAgreement(server.doc, newId, 'koken')
    const live = open()
    expect(live.getStatus()).toEqual({ link: 'connecting', loaded: false, arrived: false })
    await isLive(live)
    expect(server.paths).toEqual(['/api/seats/seat1/docs/plan-1'])
    expect(titles(live.doc)).toEqual(['koken'])
    expect(live.getStatus()).toEqual({ link: 'live', loaded: true, arrived: true })
  })

  it('says arrived only after the acknowledgement', async () => {
    const live = open()
    await isLive(live)
    server.acknowledge(false)
    addAgreement(live.doc, newId, 'koken')
    expect(live.getStatus().arrived).toBe(false)
    await until(() => titles(server.doc).length === 1)
    expect(live.getStatus().arrived).toBe(false)
    expect(await waiting()).toBe(1)
    server.acknowledge(true)
    await hasArrived(live)
    await vi.waitFor(async () => expect(await waiting()).toBe(0))
  })

  it('is not fooled by a proxy that keeps back what the server says', async () => {
    const live = open()
    await isLive(live)
    server.hold(true)
    addAgreement(live.doc, newId, 'koken')
    await until(() => titles(server.doc).length === 1)
    expect(live.getStatus().arrived).toBe(false)
    server.hold(false)
    await hasArrived(live)
    expect(live.getStatus().link).toBe('live')
  })

  it('does not call an empty document loaded while the answer is held back', async () => {
    server.hold(true)
    const live = open()
    await until(() => server.sockets === 1)
    addAgreement(live.doc, newId, 'koken')
    expect(live.getStatus()).toEqual({ link: 'connecting', loaded: false, arrived: false })
    server.hold(false)
    await hasArrived(live)
    expect(live.getStatus().loaded).toBe(true)
  })

  it('comes back after a restart with what was written meanwhile', async () => {
    const live = open()
    await isLive(live)
    await server.stop()
    await until(() => live.getStatus().link === 'offline')
    addAgreement(live.doc, newId, 'koken')
    expect(live.getStatus()).toEqual({ link: 'offline', loaded: true, arrived: false })
    await server.start()
    await hasArrived(live)
    expect(titles(server.doc)).toEqual(['koken'])
  })

  it('keeps unarrived words over a reload, also what builds on words that had arrived', async () => {
    const first = open()
    await isLive(first)
    const id = addAgreement(first.doc, newId, 'koken')
    await hasArrived(first)
    await server.stop()
    const fragment = textOf(first.doc, id, 'what')
    const line = fragment?.get(0)
    const words = line instanceof Y.XmlElement ? line.get(0) : undefined
    if (!(words instanceof Y.XmlText)) throw new Error('no text')
    first.doc.transact(() => words.insert(5, ' en bakken'), LOCAL)
    addAgreement(first.doc, newId, 'fietsen')
    await vi.waitFor(async () => expect(await waiting()).toBe(2))
    close(first)

    const again = open()
    await until(() => again.getStatus().link === 'offline')
    expect(again.getStatus().arrived).toBe(false)
    await server.start()
    await hasArrived(again)
    expect(titles(server.doc)).toEqual(['koken en bakken', 'fietsen'])
    expect(titles(again.doc)).toEqual(['koken en bakken', 'fietsen'])
    await vi.waitFor(async () => expect(await waiting()).toBe(0))
  })

  it('does not send what another seat of this browser left', async () => {
    await server.stop()
    const other = open('seat2')
    addAgreement(other.doc, newId, 'van een ander')
    await vi.waitFor(async () => expect(await waiting('seat2')).toBe(1))
    close(other)
    await server.start()
    const live = open('seat1')
    await hasArrived(live)
    expect(titles(server.doc)).toEqual([])
    await eraseUpdateOutbox('seat2', database)
    expect(await waiting('seat2')).toBe(0)
  })

  it('lets two pages of one seat write side by side', async () => {
    const one = open()
    const two = open()
    await isLive(one)
    await isLive(two)
    addAgreement(one.doc, newId, 'een')
    addAgreement(two.doc, newId, 'twee')
    await hasArrived(one)
    await hasArrived(two)
    await until(() => titles(one.doc).length === 2 && titles(two.doc).length === 2)
    expect(titles(server.doc).toSorted()).toEqual(['een', 'twee'])
    await vi.waitFor(async () => expect(await waiting()).toBe(0))
  })

  it('tries again after 4205 and not after 4403', async () => {
    const live = open()
    await isLive(live)
    server.drop(4205)
    await until(() => server.paths.length === 2)
    await isLive(live)
    server.drop(4403)
    await until(() => live.getStatus().link === 'refused')
    expect(server.paths).toHaveLength(2)
  })

  it('stops when permission is denied, but not when the document is full', async () => {
    const live = open()
    await isLive(live)
    server.acknowledge(false)
    server.deny('full')
    addAgreement(live.doc, newId, 'te veel')
    await until(() => titles(server.doc).length === 1)
    expect(live.getStatus()).toMatchObject({ link: 'live', arrived: false })
    await until(() => live.getStatus().full === true)
    server.deny('refused')
    await until(() => live.getStatus().link === 'refused')
    expect(await waiting()).toBe(1)
  })

  it('tells another device of one restart nothing twice', async () => {
    const one = open('seat1')
    const two = open('seat2')
    await isLive(one)
    await isLive(two)
    one.doc.transact(() => initPlan(one.doc), LOCAL)
    for (let n = 0; n < 30; n += 1) addAgreement(n % 2 === 0 ? one.doc : two.doc, newId, `afspraak ${n}`)
    await server.stop()
    for (let n = 30; n < 40; n += 1) addAgreement(n % 2 === 0 ? one.doc : two.doc, newId, `afspraak ${n}`)
    await server.start()
    await hasArrived(one)
    await hasArrived(two)
    await until(() => titles(one.doc).length === 40 && titles(two.doc).length === 40)
    expect(titles(one.doc)).toEqual(titles(server.doc))
    expect(titles(two.doc)).toEqual(titles(server.doc))
    expect(new Set(titles(server.doc)).size).toBe(40)
  })
})

/** Typing that can be repeated: a small generator with a seed. */
function seeded(seed: number): (n: number) => number {
  let state = seed
  return (n) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return Math.floor((state / 4_294_967_296) * n)
  }
}

describe('convergence', () => {
  it.each([1, 7, 42])(
    'four devices type, lose the connection and agree in the end (seed %i)',
    async (seed) => {
      const pick = seeded(seed)
      const lives = ['a', 'b', 'c', 'd'].map((seat) => open(seat))
      await Promise.all(lives.map(isLive))
      const ids = [0, 1, 2].map(() => addAgreement(server.doc, newId, 'begin'))
      await until(() => lives.every((live) => titles(live.doc).length === 3))
      for (let step = 0; step < 300; step += 1) {
        const live = lives[pick(4)]
        const id = ids[pick(3)]
        if (live === undefined || id === undefined) throw new Error('out of range')
        typeSomewhere(live.doc, id, pick)
        if (step % 90 === 89) server.drop(1012)
        if (step % 10 === 0) await new Promise((resolve) => setImmediate(resolve))
      }
      await Promise.all(lives.map(isLive))
      await Promise.all(lives.map(hasArrived))
      const state = (doc: Y.Doc) => JSON.stringify(readAgreements(doc))
      await until(() => lives.every((live) => state(live.doc) === state(server.doc)))
      expect(state(server.doc)).not.toBe('[]')
    },
  )
})

function typeSomewhere(doc: Y.Doc, id: string, pick: (n: number) => number): void {
  const line = textOf(doc, id, 'what')?.get(0)
  const words = line instanceof Y.XmlElement ? line.get(0) : undefined
  if (!(words instanceof Y.XmlText)) return
  doc.transact(() => {
    if (pick(5) === 0 && words.length > 2) words.delete(pick(words.length - 1), 1)
    else words.insert(pick(words.length + 1), String.fromCodePoint(97 + pick(26)))
  }, LOCAL)
  expect(readText(textOf(doc, id, 'what') as Y.XmlFragment)).toBeTypeOf('string')
}
