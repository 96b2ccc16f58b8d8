import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { digestOf } from './doorToken.ts'
import { joinWelcome } from './joinWelcome.testkit.ts'
import { serve, stopServers } from './roomsServer.testkit.ts'
import { allHeard, foundRoom, goInside, heard, knockAt, makeBlob, tell } from './sealedClient.testkit.ts'

afterEach(stopServers)

const next = (coversSeq: number, more: { epoch?: number; baseSeq?: number; mark?: Uint8Array } = {}) => {
  const token = new Uint8Array(randomBytes(16))
  const epoch = more.epoch ?? 2
  return {
    token,
    frame: {
      type: 'rekey' as const,
      epoch,
      baseSeq: more.baseSeq ?? 0,
      coversSeq,
      doorTokenHash: new Uint8Array(digestOf(token)),
      wraps: new Uint8Array(randomBytes(120)),
      blob: makeBlob(300, 'snapshot', more.mark, epoch),
    },
  }
}

describe('the next key of a room', () => {
  test('[I8] [GO1] everybody inside gets the wraps, and nothing more before the next hello', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const [edith, kees] = [await goInside(server, 'edith', where), await goInside(server, 'kees', where)]
    tell(kees, { type: 'append', cid: 1, blob: makeBlob() })
    await edith.find(heard('entry'))
    const { token, frame } = next(1)
    tell(edith, frame)
    for (const socket of [edith, kees]) {
      const got = await socket.find(heard('epoch'))
      expect([got.epoch, Buffer.from(got.wraps)]).toEqual([2, Buffer.from(frame.wraps)])
    }
    // On its way when it happened, or sealed with the key of before: not stored, not passed on, no word about it.
    const before = kees.got.length
    tell(kees, { type: 'append', cid: 2, blob: makeBlob() })
    tell(kees, { type: 'ephemeral', blob: makeBlob(64, 'awareness') })
    tell(kees, { type: 'hello', epoch: 2, fromSeq: 0, doorToken: where.token })
    tell(edith, { type: 'hello', epoch: 2, fromSeq: 1, doorToken: token })
    await edith.find((bytes) => (heard('welcome')(bytes)?.epoch === 2 ? true : null))
    expect(await kees.closed()).toBe(4403)
    expect(kees.got.slice(before).map((bytes) => heard('reject')(bytes)?.code)).toEqual(['badToken'])
    expect(allHeard(edith, 'ephemeral')).toEqual([])
    tell(edith, { type: 'append', cid: 1, blob: makeBlob(100, 'update', undefined, 2) })
    expect((await edith.find(heard('ack'))).seq).toBe(2)
    const late = await knockAt(server, 'late', where.room)
    tell(late, { type: 'hello', epoch: 2, fromSeq: 0, doorToken: token })
    await late.find((bytes) => (heard('welcome')(bytes)?.last === true ? true : null))
    const got = joinWelcome(late)
    expect(Buffer.from(got.snapshot)).toEqual(Buffer.from(frame.blob))
    expect(got.entries.map(({ seq }) => seq)).toEqual([2])
  })

  test('[I8] [GO3] the key of before opens the way on and not a byte of the draft, also after a restart; a stranger gets the one refusal', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const edith = await goInside(server, 'edith', where)
    const { frame } = next(0)
    tell(edith, frame)
    await edith.find(heard('epoch'))
    await server.stop()
    const again = await serve({}, server.dataDir)
    const old = await knockAt(again, 'kees', where.room)
    tell(old, { type: 'hello', epoch: 1, fromSeq: 0, doorToken: where.token })
    expect(Buffer.from((await old.find(heard('epoch'))).wraps)).toEqual(Buffer.from(frame.wraps))
    await old.settled()
    expect(old.got).toHaveLength(1)
    const answers = []
    for (const [seat, epoch, doorToken, room] of [
      ['s1', 1, new Uint8Array(16), where.room],
      ['s2', 2, where.token, where.room],
      ['s3', 3, where.token, where.room],
      ['s4', 1, where.token, randomBytes(16).toString('base64url')],
    ] as const) {
      const stranger = await knockAt(again, seat, room)
      tell(stranger, { type: 'hello', epoch, fromSeq: 0, doorToken })
      expect(await stranger.closed()).toBe(4403)
      answers.push(stranger.got.map((bytes) => Buffer.from(bytes).toString('hex')).join())
    }
    expect(new Set(answers).size).toBe(1)
  })

  test('[I8] [GO2] it is taken only with everything that is stored, for the next epoch, and of two once', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const [edith, herman] = [await goInside(server, 'edith', where), await goInside(server, 'herman', where)]
    tell(edith, { type: 'append', cid: 1, blob: makeBlob() })
    await herman.find(heard('entry'))
    for (const { frame } of [next(0), next(2), next(1, { epoch: 3 }), next(1, { epoch: 1 })])
      tell(edith, frame)
    tell(edith, { ...next(1).frame, blob: makeBlob(300, 'snapshot', undefined, 1) })
    tell(edith, { ...next(1).frame, blob: makeBlob(300, 'update', undefined, 2) })
    await edith.settled()
    expect(allHeard(edith, 'reject').map(({ code }) => code)).toEqual([
      'badFrame',
      'badFrame',
      'snapshotRace',
      'snapshotRace',
      'snapshotRace',
      'snapshotRace',
    ])
    expect(allHeard(herman, 'epoch')).toEqual([])
    const [one, two] = [next(1), next(1)]
    tell(edith, one.frame)
    tell(herman, two.frame)
    const wraps = [edith, herman].map((socket) => socket.find(heard('epoch')))
    const [a, b] = await Promise.all(wraps)
    expect(Buffer.from(a?.wraps ?? [])).toEqual(Buffer.from(b?.wraps ?? []))
    await herman.settled()
    expect(allHeard(herman, 'epoch')).toHaveLength(1)
    // Who has not proved the key gives nobody another.
    const outside = await knockAt(server, 'outside', where.room)
    tell(outside, next(1, { epoch: 3 }).frame)
    expect((await outside.find(heard('reject'))).code).toBe('notInside')
  })

  test('[I8] [GO2] where somebody writes without a pause, nothing is stored for a moment after the first try, so that the second one fits', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const [edith, kees] = [await goInside(server, 'edith', where), await goInside(server, 'kees', where)]
    tell(kees, { type: 'append', cid: 1, blob: makeBlob() })
    await edith.find(heard('entry'))
    tell(edith, next(0).frame)
    expect((await edith.find(heard('reject'))).code).toBe('snapshotRace')
    tell(kees, { type: 'append', cid: 2, blob: makeBlob() })
    expect(await kees.find(heard('reject'))).toMatchObject({ code: 'rate', cid: 2 })
    // It ends by itself, and nobody can go on with it.
    server.pass(4000)
    tell(edith, next(0).frame)
    tell(kees, { type: 'append', cid: 3, blob: makeBlob() })
    await kees.find((bytes) => (heard('ack')(bytes)?.cid === 3 ? true : null))
    tell(edith, next(2).frame)
    expect((await kees.find(heard('epoch'))).epoch).toBe(2)
  })

  test('[I8] [GO5] no ciphertext of the key of before stays in the file, nor the key on paper', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const mark = new Uint8Array(randomBytes(24))
    const edith = await goInside(server, 'edith', where)
    tell(edith, { type: 'append', cid: 1, blob: makeBlob(100, 'update', mark) })
    await edith.find(heard('ack'))
    const paper = new Uint8Array(randomBytes(32))
    await server.rooms.storePaper(where.room, where.token, new Uint8Array(digestOf(paper)), mark)
    expect(await server.rooms.fetchPaper(where.room, paper)).toBeDefined()
    const isOnDisk = () =>
      ['sealed.db', 'sealed.db-wal']
        .map((name) => join(server.dataDir, name))
        .some((path) => existsSync(path) && readFileSync(path).includes(Buffer.from(mark)))
    expect(isOnDisk()).toBe(true)
    tell(edith, next(1).frame)
    await edith.find(heard('epoch'))
    await vi.waitUntil(() => !isOnDisk())
    expect(await server.rooms.fetchPaper(where.room, paper)).toBeUndefined()
  })
})
