import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { digestOf } from './doorToken.ts'
import { joinWelcome } from './joinWelcome.testkit.ts'
import { syncFrame, told, updateWith, wordsOf } from './openClient.testkit.ts'
import { RawSocket } from './rawSocket.testkit.ts'
import { type RoomsServer, serve, stopServers } from './roomsServer.testkit.ts'
import { foundRoom, goInside, heard, makeBlob, tell } from './sealedClient.testkit.ts'

afterEach(stopServers)

/** Nothing is slowed down. */
const fast = { sealedRate: { perSecond: 1e6, burst: 1e6 } }

/** How many of the marks occur in a database's file or its write-ahead log. */
function countOnDisk(server: RoomsServer, database: string, marks: readonly Uint8Array[]): number {
  const files = ['', '-wal', '-journal']
    .map((end) => join(server.dataDir, database + end))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path))
  return marks.filter((mark) => files.some((bytes) => bytes.includes(Buffer.from(mark)))).length
}

test('[SR6] erasing leaves no ciphertext, half, wrap or hash in the file or its log, and other rooms whole', async () => {
  const server = await serve(fast)
  const where = await foundRoom(server)
  const staying = await foundRoom(server, 'c2')
  const [inside, neighbour] = [await goInside(server, 'a', where), await goInside(server, 'b', staying)]
  const marks: Uint8Array[] = []
  const mark = (): Uint8Array => {
    const bytes = new Uint8Array(randomBytes(16))
    marks.push(bytes)
    return bytes
  }
  // Entries of all sizes, between those of another room, with snapshots that take the place of some: pages split and join.
  const kept: Uint8Array[] = []
  for (let seq = 1; seq <= 300; seq++) {
    tell(inside, { type: 'append', cid: seq, blob: makeBlob((seq * 37) % 6000, 'update', mark()) })
    if (seq % 3 === 0) {
      const bytes = new Uint8Array(randomBytes(16))
      kept.push(bytes)
      tell(neighbour, { type: 'append', cid: seq, blob: makeBlob((seq * 11) % 900, 'update', bytes) })
    }
    if (seq % 50 !== 0) continue
    await inside.find((bytes) => (heard('ack')(bytes)?.seq === seq ? true : null))
    tell(inside, {
      type: 'snapshot',
      baseSeq: Math.max(0, seq - 70),
      coversSeq: seq - 20,
      blob: makeBlob(seq * 100, 'snapshot', mark()),
    })
    await inside.find((bytes) => (heard('snapped')(bytes)?.seq === seq - 20 ? true : null))
  }
  await neighbour.find((bytes) => (heard('ack')(bytes)?.seq === 100 ? true : null))
  const secrets = [await server.rooms.keyHalf(where.room, 'a', 'phone'), mark(), digestOf(where.token)]
  const wrap = secrets[1] ?? new Uint8Array()
  await server.rooms.storePaper(where.room, where.token, digestOf(wrap), wrap)
  const looked = [...marks.slice(-21), ...secrets, digestOf(wrap)]
  expect(countOnDisk(server, 'sealed.db', looked)).toBe(looked.length)

  await server.rooms.erase('c1')
  expect(countOnDisk(server, 'sealed.db', [...marks, ...looked])).toBe(0)
  expect(countOnDisk(server, 'sealed.db', kept)).toBe(kept.length)
  expect(await inside.closed()).toBe(4205)
  const back = await RawSocket.open(server.sealedUrl('a', where.room))
  tell(back, { type: 'hello', epoch: 1, fromSeq: 0, doorToken: where.token })
  expect(await back.closed()).toBe(4403)
  expect(joinWelcome(await goInside(server, 'c', staying)).entries.length).toBe(100)
})

test('[SR6] erasing takes the open documents of the conference along, and nothing is written after it', async () => {
  const server = await serve(fast)
  const writer = await RawSocket.open(`${server.openUrl('a', 'c1')}/plan`)
  const neighbour = await RawSocket.open(`${server.openUrl('b', 'c2')}/plan`)
  writer.send(syncFrame(2, updateWith('kanarie-een')))
  neighbour.send(syncFrame(2, updateWith('kanarie-twee')))
  await Promise.all([writer.find(told('ack')), neighbour.find(told('ack'))])
  const [gone, stays] = [Buffer.from('kanarie-een'), Buffer.from('kanarie-twee')]
  expect(countOnDisk(server, 'documents.db', [gone, stays])).toBe(2)
  writer.send(syncFrame(2, updateWith('kanarie-een nog')))
  await server.rooms.erase('c1')
  expect(await writer.closed()).toBe(4205)
  expect(countOnDisk(server, 'documents.db', [gone])).toBe(0)
  expect(countOnDisk(server, 'documents.db', [stays])).toBe(1)
  const again = await RawSocket.open(`${server.openUrl('a', 'c1')}/plan`)
  again.send(syncFrame(0, Y.encodeStateVector(new Y.Doc())))
  expect(wordsOf((await again.find(told('answer'))).bytes)).toBe('')
  await expect(server.rooms.erase('')).rejects.toThrow('conference')
})

test('[SR6] a room without an entry for thirty days is erased, one with an entry is not', async () => {
  const server = await serve(fast)
  const [old, young] = [await foundRoom(server), await foundRoom(server, 'c2')]
  const inside = await goInside(server, 'a', old)
  const mark = new Uint8Array(randomBytes(16))
  tell(inside, { type: 'append', cid: 1, blob: makeBlob(100, 'update', mark) })
  await inside.find(heard('ack'))
  server.pass(20 * 86_400_000)
  const other = await goInside(server, 'b', young)
  tell(other, { type: 'append', cid: 1, blob: makeBlob() })
  await other.find(heard('ack'))
  expect(countOnDisk(server, 'sealed.db', [mark])).toBe(1)
  server.pass(11 * 86_400_000)
  server.pass(86_400_000)
  await vi.waitFor(() => expect(countOnDisk(server, 'sealed.db', [mark])).toBe(0))
  expect(joinWelcome(await goInside(server, 'c', young)).head).toBe(1)
})

test('[SR6] a clock that jumps ahead and back erases nothing', async () => {
  const server = await serve(fast)
  const where = await foundRoom(server)
  const inside = await goInside(server, 'a', where)
  const blob = makeBlob()
  tell(inside, { type: 'append', cid: 1, blob })
  await inside.find(heard('ack'))
  server.pass(4000 * 86_400_000)
  server.pass(60_000)
  server.pass(-4000 * 86_400_000)
  server.pass(2 * 86_400_000)
  expect(joinWelcome(await goInside(server, 'b', where)).head).toBe(1)
  // Nor does a clock that was behind while somebody wrote.
  server.pass(-4000 * 86_400_000)
  tell(await goInside(server, 'c', where), { type: 'append', cid: 1, blob: makeBlob() })
  expect(joinWelcome(await goInside(server, 'd', where)).head).toBe(2)
  server.pass(4000 * 86_400_000)
  server.pass(86_400_000)
  expect(joinWelcome(await goInside(server, 'e', where)).head).toBe(2)
})
