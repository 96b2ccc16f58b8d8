import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { digestOf } from './doorToken.ts'
import { serve, stopServers } from './roomsServer.testkit.ts'
import { allHeard, foundRoom, goInside, heard, knockAt, makeBlob, tell } from './sealedClient.testkit.ts'

afterEach(stopServers)

/* Frames of several sockets that the server reads in one turn of its event loop: they are in one transaction. */

const nextKey = () => ({
  type: 'rekey' as const,
  epoch: 2,
  baseSeq: 0,
  coversSeq: 0,
  doorTokenHash: new Uint8Array(digestOf(new Uint8Array(randomBytes(16)))),
  wraps: new Uint8Array(randomBytes(120)),
  blob: makeBlob(300, 'snapshot', undefined, 2),
})

describe('a next key, in the same turn as', () => {
  test('[I8] [GO1] a word of who stays: it hears of the next key, and never that its own is of no use', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const edith = await goInside(server, 'edith', where)
    // One socket's frames are read in one turn.
    tell(edith, nextKey())
    tell(edith, { type: 'append', cid: 1, blob: makeBlob() })
    tell(edith, { type: 'snapshot', baseSeq: 0, coversSeq: 1, blob: makeBlob(300, 'snapshot') })
    await edith.find(heard('epoch'))
    await edith.settled()
    expect(allHeard(edith, 'stale')).toEqual([])
    expect(allHeard(edith, 'ack')).toEqual([])
  })

  test('[I8] [GO3] a device that comes back: it gets the way to the next key, and is not turned away', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const edith = await goInside(server, 'edith', where)
    const kees = await knockAt(server, 'kees', where.room)
    tell(edith, nextKey())
    tell(kees, { type: 'hello', epoch: 1, fromSeq: 0, doorToken: where.token })
    await edith.find(heard('epoch'))
    expect((await kees.find(heard('epoch'))).epoch).toBe(2)
  })

  test('[I8] [GO2] a snapshot that may hold more than the log: who has not seen it does not replace it', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const [edith, kees] = [await goInside(server, 'edith', where), await goInside(server, 'kees', where)]
    tell(kees, { type: 'append', cid: 1, blob: makeBlob() })
    await edith.find(heard('entry'))
    tell(kees, { type: 'snapshot', baseSeq: 0, coversSeq: 1, blob: makeBlob(300, 'snapshot') })
    await kees.find(heard('snapped'))
    tell(edith, { ...nextKey(), coversSeq: 1 })
    expect((await edith.find(heard('reject'))).code).toBe('snapshotRace')
    expect(allHeard(kees, 'epoch')).toEqual([])
    // Positive control: who has seen it does.
    tell(edith, { ...nextKey(), baseSeq: 1, coversSeq: 1 })
    expect((await kees.find(heard('epoch'))).epoch).toBe(2)
  })
})
