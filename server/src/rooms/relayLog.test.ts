import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sealedLimits } from '@kringplan/shared/sealed/limits'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { joinWelcome } from './joinWelcome.testkit.ts'
import { serve, stopServers } from './roomsServer.testkit.ts'
import { allHeard, foundRoom, goInside, heard, knockAt, makeBlob, tell } from './sealedClient.testkit.ts'

afterEach(stopServers)

describe('the log', () => {
  test('[SR4] an entry is stored, acknowledged, and told to the others; a newcomer gets it', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const writer = await goInside(server, 'writer', where)
    const other = await goInside(server, 'other', where)
    const blobs = [makeBlob(), makeBlob(), makeBlob()]
    for (const [i, blob] of blobs.entries()) tell(writer, { type: 'append', cid: i + 1, blob })
    await other.find((bytes) => (heard('entry')(bytes)?.seq === 3 ? true : null))
    await writer.settled()
    expect(allHeard(writer, 'ack').map(({ cid, seq }) => [cid, seq])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
    expect(allHeard(writer, 'entry')).toEqual([])
    expect(allHeard(other, 'entry').map(({ blob }) => Buffer.from(blob))).toEqual(
      blobs.map((b) => Buffer.from(b)),
    )
    const late = await goInside(server, 'late', where, 1)
    expect(joinWelcome(late).entries.map(({ seq }) => seq)).toEqual([2, 3])
  })

  test('[SR4] the same entry again is acknowledged with its old place, not stored twice, also after a restart', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const writer = await goInside(server, 'writer', where)
    const other = await goInside(server, 'other', where)
    const [blob, next] = [makeBlob(), makeBlob()]
    tell(writer, { type: 'append', cid: 1, blob })
    tell(writer, { type: 'append', cid: 2, blob })
    tell(writer, { type: 'append', cid: 3, blob: next })
    await other.find((bytes) => (heard('entry')(bytes)?.seq === 2 ? true : null))
    await writer.settled()
    expect(allHeard(writer, 'ack').map(({ seq }) => seq)).toEqual([1, 1, 2])
    expect(allHeard(other, 'entry').length).toBe(2)
    await server.stop()
    const again = await serve({}, server.dataDir)
    const back = await goInside(again, 'writer', where)
    // Another page of the seat numbers from 1 again: the blob tells, not the number.
    tell(back, { type: 'append', cid: 1, blob: next })
    tell(back, { type: 'append', cid: 2, blob: makeBlob() })
    await back.find((bytes) => (heard('ack')(bytes)?.cid === 2 ? true : null))
    expect(allHeard(back, 'ack').map(({ seq }) => seq)).toEqual([2, 3])
  })

  test('[SR4] while the disk refuses, nothing is acknowledged or told and the socket comes back', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const writer = await goInside(server, 'writer', where)
    const other = await goInside(server, 'other', where)
    const beside = new Database(':memory:')
    const statement = Object.getPrototypeOf(beside.prepare('SELECT 1')) as { run(): unknown }
    const full = vi.spyOn(statement, 'run').mockImplementation(() => {
      throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL')
    })
    const blob = makeBlob()
    tell(writer, { type: 'append', cid: 1, blob })
    expect(await writer.closed()).toBe(1012)
    expect(allHeard(writer, 'ack')).toEqual([])
    expect(allHeard(other, 'entry')).toEqual([])
    expect(full).toHaveBeenCalled()
    full.mockRestore()
    beside.close()
    const back = await goInside(server, 'writer', where)
    tell(back, { type: 'append', cid: 1, blob })
    expect((await back.find(heard('ack'))).seq).toBe(1)
  })

  test('[SR5] of two snapshots the first wins, its entries go, and nothing of the rest is lost', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const a = await goInside(server, 'a', where)
    const b = await goInside(server, 'b', where)
    const last = makeBlob()
    for (let cid = 1; cid <= 4; cid++) tell(a, { type: 'append', cid, blob: cid === 4 ? last : makeBlob() })
    await b.find((bytes) => (heard('entry')(bytes)?.seq === 4 ? true : null))
    const [first, second] = [makeBlob(300, 'snapshot'), makeBlob(300, 'snapshot')]
    tell(a, { type: 'snapshot', baseSeq: 0, coversSeq: 3, blob: first })
    expect(await a.find(heard('snapped'))).toMatchObject({ seq: 3, own: true })
    tell(b, { type: 'snapshot', baseSeq: 0, coversSeq: 3, blob: second })
    expect((await b.find(heard('reject'))).code).toBe('snapshotRace')
    expect(allHeard(b, 'snapped')).toMatchObject([{ seq: 3, own: false }])
    for (const [baseSeq, coversSeq] of [
      [3, 5],
      [3, 3],
      [2, 4],
      [0, 4],
      [4, 4],
    ] as const) {
      tell(a, { type: 'snapshot', baseSeq, coversSeq, blob: second })
    }
    await a.settled()
    expect(allHeard(a, 'reject').map(({ code }) => code)).toEqual(
      Array.from({ length: 5 }, () => 'snapshotRace'),
    )
    expect(allHeard(a, 'snapped').length).toBe(1)
    const late = joinWelcome(await goInside(server, 'late', where))
    expect(late.snapSeq).toBe(3)
    expect(Buffer.from(late.snapshot)).toEqual(Buffer.from(first))
    expect(late.entries.map(({ seq, blob }) => [seq, Buffer.from(blob)])).toEqual([[4, Buffer.from(last)]])
  })

  test('[SR1] a large log comes in parts, and what is written meanwhile follows after the last', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const writer = await goInside(server, 'writer', where)
    tell(writer, { type: 'append', cid: 1, blob: makeBlob() })
    const snapshot = makeBlob(900_000, 'snapshot')
    tell(writer, { type: 'snapshot', baseSeq: 0, coversSeq: 1, blob: snapshot })
    await writer.find(heard('snapped'))
    for (let cid = 2; cid <= 30; cid++) tell(writer, { type: 'append', cid, blob: makeBlob(50_000) })
    await writer.find((bytes) => (heard('ack')(bytes)?.seq === 30 ? true : null))
    const late = await knockAt(server, 'late', where.room)
    tell(late, { type: 'hello', epoch: 1, fromSeq: 0, doorToken: where.token })
    tell(writer, { type: 'append', cid: 31, blob: makeBlob() })
    await late.find((bytes) => (heard('welcome')(bytes)?.last === true ? true : null))
    tell(writer, { type: 'append', cid: 32, blob: makeBlob() })
    await late.find((bytes) => (heard('entry')(bytes)?.seq === 32 ? true : null))
    expect(late.got.length).toBeGreaterThan(5)
    for (const bytes of late.got) expect(bytes.length).toBeLessThanOrEqual(sealedLimits.welcomeFrameBytes)
    const whole = joinWelcome(late)
    expect(Buffer.from(whole.snapshot)).toEqual(Buffer.from(snapshot))
    const seqs = [...whole.entries.map(({ seq }) => seq), ...allHeard(late, 'entry').map(({ seq }) => seq)]
    expect(seqs).toEqual(Array.from({ length: 31 }, (_, i) => i + 2))
  })

  test('[SR1] limits of log and rate refuse, and tell what to do', async () => {
    const server = await serve({ sealedLogBytes: 400, sealedRate: { perSecond: 1, burst: 3 } })
    const where = await foundRoom(server)
    const writer = await goInside(server, 'writer', where)
    tell(writer, { type: 'append', cid: 1, blob: makeBlob() })
    tell(writer, { type: 'append', cid: 2, blob: makeBlob() })
    tell(writer, { type: 'append', cid: 3, blob: makeBlob() })
    await writer.find((bytes) => (heard('reject')(bytes)?.cid === 3 ? true : null))
    tell(writer, { type: 'append', cid: 4, blob: makeBlob() })
    await writer.find((bytes) => (heard('reject')(bytes)?.cid === 4 ? true : null))
    expect(allHeard(writer, 'reject').map(({ code, cid }) => [code, cid])).toEqual([
      ['logFull', 3],
      ['rate', 4],
    ])
    for (let cid = 5; cid < 12; cid++) tell(writer, { type: 'append', cid, blob: makeBlob() })
    expect(await writer.closed()).toBe(4429)
  })

  test('[SR1] presence passes and is not stored; only entries of the room’s epoch and kind are', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const a = await goInside(server, 'a', where)
    const b = await goInside(server, 'b', where)
    tell(a, { type: 'ephemeral', blob: makeBlob(100, 'awareness') })
    await b.find(heard('ephemeral'))
    tell(a, { type: 'append', cid: 1, blob: makeBlob(100, 'awareness') })
    tell(a, { type: 'append', cid: 2, blob: new Uint8Array(200) })
    tell(a, { type: 'append', cid: 3, blob: makeBlob(100, 'update', undefined, 2) })
    expect((await a.find(heard('stale'))).epoch).toBe(1)
    expect(allHeard(a, 'reject').map(({ code, cid }) => [code, cid])).toEqual([
      ['badFrame', 1],
      ['badFrame', 2],
    ])
    expect(joinWelcome(await goInside(server, 'late', where)).entries).toEqual([])
  })
})

test('[SR1] nothing that the relay is made of parses Yjs', () => {
  const seen = new Set<string>()
  const outside = new Set<string>()
  const walk = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    const source = readFileSync(file, 'utf8')
    for (const [, from = ''] of source.matchAll(/from '([^']+)'/gu)) {
      if (from.startsWith('.')) walk(fileURLToPath(new URL(from, `file://${file}`)))
      else if (from.startsWith('@kringplan/shared/')) {
        walk(fileURLToPath(import.meta.resolve(from)))
      } else outside.add(from)
    }
  }
  walk(fileURLToPath(new URL('relay.ts', import.meta.url)))
  expect(seen.size).toBeGreaterThan(8)
  expect([...outside].filter((name) => /yjs|y-protocols|y-websocket/u.test(name))).toEqual([])
  outside.clear()
  walk(fileURLToPath(new URL('openRooms.ts', import.meta.url)))
  expect([...outside]).toContain('yjs')
})
