import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { digestOf } from './doorToken.ts'
import { joinWelcome } from './joinWelcome.testkit.ts'
import { serve, stopServers } from './roomsServer.testkit.ts'
import { allHeard, foundRoom, goInside, heard, knockAt, makeBlob, tell } from './sealedClient.testkit.ts'

afterEach(stopServers)
const knockId = (n: number): Uint8Array => new Uint8Array(16).fill(n)

describe('a room that is being opened', () => {
  test('[OP2] goes on when something else of the same turn cannot be written', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const doorTokenHash = digestOf(new Uint8Array(randomBytes(16)))
    const other = { room: where.room, conferenceId: 'c2', doorTokenHash, schemaVersion: 1 }
    const open = () => server.rooms.shut(where.room, where.token, 0)
    const [shut, failed] = await Promise.allSettled([open(), server.rooms.found(other)])
    expect([shut, failed.status]).toEqual([{ status: 'fulfilled', value: 'shut' }, 'rejected'])
    // The positive control: it is shut, for everybody but who shut it.
    expect(await open()).toBe('stale')
    server.rooms.unshut(where.room)
    expect(await open()).toBe('shut')
  })
})

describe('who has not proved the key', () => {
  test('[SR2] gets not one byte of what happens inside, and changes nothing', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const writer = await goInside(server, 'writer', where)
    const other = await goInside(server, 'other', where)
    const outside = await knockAt(server, 'outside', where.room)
    tell(writer, { type: 'append', cid: 1, blob: makeBlob() })
    tell(writer, { type: 'ephemeral', blob: makeBlob(100, 'awareness') })
    tell(writer, { type: 'snapshot', baseSeq: 0, coversSeq: 1, blob: makeBlob(100, 'snapshot') })
    await other.find(heard('snapped'))
    await outside.settled()
    expect(outside.got).toEqual([])
    const before = other.got.length
    tell(outside, { type: 'append', cid: 9, blob: makeBlob() })
    tell(outside, { type: 'snapshot', baseSeq: 0, coversSeq: 1, blob: makeBlob(100, 'snapshot') })
    tell(outside, { type: 'ephemeral', blob: makeBlob(100, 'awareness') })
    tell(outside, { type: 'admit', knockId: knockId(1), bytes: new Uint8Array(3) })
    await outside.settled()
    await other.settled()
    expect(allHeard(outside, 'reject').map(({ code, cid }) => [code, cid])).toEqual([
      ['notInside', 9],
      ['notInside', 0],
      ['notInside', 0],
      ['notInside', 0],
    ])
    expect(other.got.length).toBe(before)
    expect(joinWelcome(await goInside(server, 'late', where)).head).toBe(1)
  })

  test('[SR3] a wrong token, a wrong epoch and a room that is not there are answered in the same bytes', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const inside = await goInside(server, 'inside', where)
    tell(inside, { type: 'append', cid: 1, blob: makeBlob() })
    await inside.find(heard('ack'))
    const wrong = new Uint8Array(randomBytes(16))
    const tries = [
      { room: where.room, token: wrong, epoch: 1 },
      { room: where.room, token: where.token, epoch: 2 },
      { room: where.room, token: new Uint8Array(32), epoch: 1 },
      { room: 'nowhere', token: wrong, epoch: 1 },
      { room: 'nowhere', token: new Uint8Array(32), epoch: 1 },
    ]
    const answers: string[] = []
    for (const { room, token, epoch } of tries) {
      const socket = await knockAt(server, 'outside', room)
      tell(socket, { type: 'hello', epoch, fromSeq: 0, doorToken: token })
      const code = await socket.closed()
      answers.push(`${socket.got.map((bytes) => Buffer.from(bytes).toString('hex')).join()} ${code}`)
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/^07.* 4403$/u)
    expect(allHeard(await goInside(server, 'other', where), 'welcome').length).toBe(1)
  })

  test('[SR2] a knock reaches who is inside, also who comes later; the answer reaches only who knocked', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const knocker = await knockAt(server, 'knocker', where.room)
    const neighbour = await knockAt(server, 'neighbour', where.room)
    tell(knocker, { type: 'knock', knockId: knockId(1), bytes: new Uint8Array([1, 2, 3]) })
    await knocker.settled()
    expect(knocker.got).toEqual([])
    const holder = await goInside(server, 'holder', where)
    expect((await holder.find(heard('knock'))).bytes).toEqual(new Uint8Array([1, 2, 3]))
    tell(neighbour, { type: 'knock', knockId: knockId(1), bytes: new Uint8Array([6, 6, 6]) })
    tell(neighbour, { type: 'knock', knockId: knockId(2), bytes: new Uint8Array([4]) })
    await holder.find((bytes) => (heard('knock')(bytes)?.bytes[0] === 4 ? true : null))
    expect(allHeard(holder, 'knock').map(({ bytes }) => bytes[0])).toEqual([1, 4])
    tell(holder, { type: 'admit', knockId: knockId(1), bytes: new Uint8Array([7]) })
    expect((await knocker.find(heard('admit'))).bytes).toEqual(new Uint8Array([7]))
    tell(holder, { type: 'admit', knockId: knockId(1), bytes: new Uint8Array([8]) })
    await holder.settled()
    await knocker.settled()
    expect(allHeard(knocker, 'admit').length).toBe(1)
    await neighbour.settled()
    expect(neighbour.got).toEqual([])
  })

  test('[SR2] knocks are bounded, and a room that is not there takes them just the same', async () => {
    const server = await serve({ knocksPerSocket: 2 })
    const where = await foundRoom(server)
    for (const room of [where.room, 'nowhere']) {
      const knocker = await knockAt(server, 'knocker', room)
      for (let n = 1; n <= 3; n++)
        tell(knocker, { type: 'knock', knockId: knockId(n), bytes: new Uint8Array(1) })
      expect((await knocker.find(heard('reject'))).code).toBe('knocksFull')
      expect(knocker.got.length).toBe(1)
    }
  })

  test('[SR2] a seat that may not is closed at once, and after a revocation gets not one byte more', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    server.rights.set('coordinator', ['view.read'])
    const coordinator = await knockAt(server, 'coordinator', where.room)
    expect(await coordinator.closed()).toBe(4403)
    expect(coordinator.got).toEqual([])
    const leaver = await goInside(server, 'leaver', where)
    const elsewhere = await goInside(server, 'elsewhere', await foundRoom(server, 'c2'))
    const stayer = await goInside(server, 'stayer', where)
    const before = leaver.got.length
    server.rights.set('leaver', [])
    server.rights.set('elsewhere', [])
    server.rooms.revoke('c1')
    tell(leaver, { type: 'append', cid: 1, blob: makeBlob() })
    tell(stayer, { type: 'append', cid: 1, blob: makeBlob() })
    expect((await stayer.find(heard('ack'))).seq).toBe(1)
    expect(await leaver.closed()).toBe(4205)
    expect(leaver.got.length).toBe(before)
    await elsewhere.settled()
    expect(elsewhere.closeCode).toBeNull()
    server.rights.set('stayer', [])
    tell(await goInside(server, 'writer', where), { type: 'append', cid: 1, blob: makeBlob() })
    expect(await stayer.closed()).toBe(4205)
    expect(allHeard(stayer, 'entry')).toEqual([])
  })

  test('[SR2] a full room refuses who is one too many, and a seat that comes again drops its own oldest socket', async () => {
    const server = await serve({ provedSockets: 2, socketsPerSeat: 1 })
    const where = await foundRoom(server)
    const first = await goInside(server, 'first', where)
    await goInside(server, 'second', where)
    const third = await knockAt(server, 'third', where.room)
    tell(third, { type: 'hello', epoch: 1, fromSeq: 0, doorToken: where.token })
    expect(await third.closed()).toBe(4429)
    expect(allHeard(third, 'reject').map(({ code }) => code)).toEqual(['roomFull'])
    const again = await goInside(server, 'first', where)
    expect(await first.closed()).toBe(4429)
    expect(again.closeCode).toBeNull()
  })

  test('[SR2] malformed frames end their own socket and nothing else', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const inside = await goInside(server, 'inside', where)
    const before = inside.got.length
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 80 }), async (bytes) => {
        const bad = await knockAt(server, 'bad', where.room)
        bad.send(bytes)
        await Promise.race([bad.settled(), bad.closed()])
        bad.end()
      }),
      { numRuns: 100 },
    )
    await inside.settled()
    expect(allHeard(inside, 'entry')).toEqual([])
    expect(
      inside.got
        .slice(before)
        .map(heard('knock'))
        .every((frame) => frame !== null),
    ).toBe(true)
    tell(inside, { type: 'append', cid: 1, blob: makeBlob() })
    expect((await inside.find(heard('ack'))).seq).toBe(1)
  })
})

describe('keys', () => {
  test('[SD3] the half of a device stays the same, differs by seat and device, and survives a restart', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const half = await server.rooms.keyHalf(where.room, 'seat', 'phone')
    expect(half.length).toBe(32)
    expect(Buffer.from(await server.rooms.keyHalf(where.room, 'seat', 'other'))).not.toEqual(
      Buffer.from(half),
    )
    expect(Buffer.from(await server.rooms.keyHalf(where.room, 'seat2', 'phone'))).not.toEqual(
      Buffer.from(half),
    )
    expect((await server.rooms.keyHalf('nowhere', 'seat', 'phone')).length).toBe(32)
    await server.stop()
    const again = await serve({}, server.dataDir)
    expect(Buffer.from(await again.rooms.keyHalf(where.room, 'seat', 'phone'))).toEqual(Buffer.from(half))
  })

  test('[SD3] the paper’s wrap is kept for who is inside and given to who knows the paper', async () => {
    const server = await serve()
    const where = await foundRoom(server)
    const paper = new Uint8Array(randomBytes(16))
    const wrap = new Uint8Array(randomBytes(72))
    expect(await server.rooms.storePaper(where.room, new Uint8Array(16), digestOf(paper), wrap)).toBe(false)
    expect(await server.rooms.fetchPaper(where.room, paper)).toBeUndefined()
    expect(await server.rooms.storePaper(where.room, where.token, digestOf(paper), wrap)).toBe(true)
    expect(await server.rooms.fetchPaper(where.room, new Uint8Array(16))).toBeUndefined()
    expect(await server.rooms.fetchPaper('nowhere', paper)).toBeUndefined()
    expect(Buffer.from((await server.rooms.fetchPaper(where.room, paper))?.wrap ?? [])).toEqual(
      Buffer.from(wrap),
    )
  })

  test('[SR2] only the founder’s token counts', async () => {
    const server = await serve()
    const { room, token } = await foundRoom(server)
    const again = { room, conferenceId: 'c1', schemaVersion: 1 }
    await expect(
      server.rooms.found({ ...again, doorTokenHash: digestOf(new Uint8Array(16)) }),
    ).rejects.toThrow('founded')
    await expect(
      server.rooms.found({ ...again, conferenceId: 'c2', doorTokenHash: digestOf(token) }),
    ).rejects.toThrow('founded')
    await server.rooms.found({ ...again, doorTokenHash: digestOf(token) })
    expect(allHeard(await goInside(server, 'inside', { room, token }), 'welcome').length).toBe(1)
  })
})
