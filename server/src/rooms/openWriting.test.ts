import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import {
  countTold,
  enter,
  nothing,
  stored,
  syncFrame,
  told,
  updateWith,
  wordsIn,
  wordsOf,
} from './openClient.testkit.ts'
import { type RoomsServer, serve, stopServers } from './roomsServer.testkit.ts'

afterEach(stopServers)

/** The words on disk, read past the server. */
function onDisk(server: RoomsServer): string {
  const db = new Database(join(server.dataDir, 'documents.db'), { readonly: true })
  const states = db.prepare<[], Uint8Array>('SELECT state FROM snapshots').pluck().all()
  const updates = db.prepare<[], Uint8Array>('SELECT bytes FROM updates ORDER BY seq').pluck().all()
  db.close()
  return wordsOf(...states, ...updates)
}

describe('writing', () => {
  test('[OD3] [OD4] an update is on disk before it is acknowledged or told to others', async () => {
    const server = await serve()
    const writer = await enter(server, 'writer')
    const other = await enter(server, 'other')
    const seen: string[] = []
    const acked = writer.find(told('ack')).then((ack) => seen.push(`ack ${ack.n} ${onDisk(server)}`))
    const heard = other
      .find(told('update'))
      .then((update) => seen.push(`told ${wordsOf(update.bytes)} ${onDisk(server)}`))
    writer.send(syncFrame(2, updateWith('hallo')))
    await Promise.all([acked, heard])
    expect(seen.toSorted()).toEqual(['ack 1 hallo', 'told hallo hallo'])
    expect(countTold(writer, 'update')).toBe(0)
  })

  test('[OD3] [OD4] while the disk refuses nothing is acknowledged or told, and afterwards nothing is', async () => {
    const server = await serve()
    const writer = await enter(server, 'writer')
    const other = await enter(server, 'other')
    const lock = new Database(join(server.dataDir, 'documents.db'))
    lock.exec('BEGIN IMMEDIATE')
    writer.send(syncFrame(2, updateWith('bewaard')))
    await vi.waitFor(() => expect(server.logged.join()).toContain('could not be written'))
    other.send(syncFrame(0, nothing))
    await Promise.all([writer.settled(), other.settled()])
    expect(countTold(writer, 'ack')).toBe(0)
    expect(other.got.filter((bytes) => told('update')(bytes) ?? told('answer')(bytes))).toEqual([])
    lock.exec('ROLLBACK')
    lock.close()
    server.pass(15_000)
    expect(wordsOf((await other.find(told('update'))).bytes)).toBe('bewaard')
    expect(wordsOf((await other.find(told('answer'))).bytes)).toBe('bewaard')
    const ack = await writer.find((bytes) => (told('ack')(bytes)?.n === 1 ? 1 : null))
    expect(ack).toBe(1)
    expect(server.logged.join()).not.toContain('bewaard')
  })

  test('[OP4] what was refused while a step was tried is asked for when the step did not happen', async () => {
    const server = await serve()
    const writer = await enter(server, 'writer')
    await writer.find(told('ask'))
    const { open } = server.rooms
    await open.stop('c1', 'plan-1')
    writer.send(syncFrame(2, updateWith('even wachten')))
    await writer.settled()
    expect([countTold(writer, 'ask'), countTold(writer, 'ack')]).toEqual([1, 0])
    open.resume('c1', 'plan-1')
    await writer.settled()
    expect(countTold(writer, 'ask')).toBe(2)
    writer.send(syncFrame(1, updateWith('even wachten')))
    await writer.find(told('ack'))
    expect(await stored(server)).toBe('even wachten')
  })

  test('[OD4] an update that lacks words before it is not acknowledged until they have come', async () => {
    const server = await serve()
    const writer = await enter(server, 'writer')
    await writer.find(told('ask'))
    const doc = new Y.Doc()
    updateWith('een', doc)
    const from = writer.got.length
    writer.send(syncFrame(2, updateWith(' twee', doc)))
    await writer.find(told('ask'), from)
    expect(countTold(writer, 'ack')).toBe(0)
    writer.send(syncFrame(1, Y.encodeStateAsUpdate(doc)))
    expect((await writer.find(told('ack'))).n).toBe(2)
    expect(await stored(server)).toBe('een twee')
  })

  test('[OD5] the first answer is the whole stored document, also after a restart and a compaction', async () => {
    const first = await serve({ compactUpdates: 5 })
    const writer = await enter(first, 'writer')
    const doc = new Y.Doc()
    for (let i = 0; i < 12; i++) writer.send(syncFrame(2, updateWith(`${i} `, doc)))
    await writer.find((bytes) => (told('ack')(bytes)?.n === 12 ? true : null))
    await first.stop()
    const db = new Database(join(first.dataDir, 'documents.db'), { readonly: true })
    expect(db.prepare('SELECT count(*) FROM updates').pluck().get()).toBeLessThan(12)
    db.close()
    const second = await serve({}, first.dataDir)
    expect(await stored(second)).toBe(wordsIn(doc))
  })

  test('[OD5] a room that nobody is in leaves memory and comes back whole', async () => {
    const server = await serve()
    const writer = await enter(server, 'writer')
    writer.send(syncFrame(2, updateWith('blijft')))
    await writer.find(told('ack'))
    writer.end()
    const db = new Database(join(server.dataDir, 'documents.db'), { readonly: true })
    await vi.waitFor(() => {
      server.pass(15_000)
      expect(db.prepare('SELECT count(*) FROM snapshots').pluck().get()).toBe(1)
    })
    db.close()
    expect(await stored(server)).toBe('blijft')
  })

  test('[OD1] a huge paste arrives whole; a document over its limit takes no more, and says so', async () => {
    const server = await serve({ openDocBytes: 1_500_000 })
    const writer = await enter(server, 'writer')
    writer.send(syncFrame(2, updateWith('a'.repeat(900_000))))
    await writer.find(told('ack'))
    expect((await stored(server)).length).toBe(900_000)
    server.pass(10_000)
    writer.send(syncFrame(2, updateWith('b'.repeat(900_000))))
    expect((await writer.find(told('denied'))).reason).toBe('full')
    expect((await stored(server)).length).toBe(900_000)
  })
})
