import Database from 'better-sqlite3'
import { afterEach, expect, test, vi } from 'vitest'
import { serve, stopServers } from './roomsServer.testkit.ts'
import { allHeard, foundRoom, goInside, heard, knockAt, makeBlob, tell } from './sealedClient.testkit.ts'

afterEach(stopServers)

const knockId = (n: number): Uint8Array => {
  const id = new Uint8Array(16)
  new DataView(id.buffer).setUint32(0, n)
  return id
}

test('[NI1] what others knock, and whether they are answered, changes nothing for who knocks', async () => {
  const server = await serve()
  const where = await foundRoom(server)
  for (let seat = 0; seat < 60; seat++) {
    const other = await knockAt(server, `other${seat}`, where.room)
    for (let n = 0; n < 4; n++)
      tell(other, { type: 'knock', knockId: knockId(100 * seat + n), bytes: new Uint8Array(1) })
    await other.settled()
  }
  const knocker = await knockAt(server, 'knocker', where.room)
  tell(knocker, { type: 'knock', knockId: knockId(9999), bytes: new Uint8Array([7]) })
  await knocker.settled()
  expect(knocker.got).toEqual([])
  const holder = await goInside(server, 'holder', where)
  await holder.find((bytes) => (heard('knock')(bytes)?.bytes[0] === 7 ? true : null))
})

test('[NI1] however many wait outside, a device of the circle comes inside', async () => {
  const server = await serve()
  const where = await foundRoom(server)
  for (let n = 0; n < 70; n++) {
    const outsider = await knockAt(server, `outsider${n}`, where.room)
    await outsider.settled()
    expect(outsider.closeCode).toBeNull()
  }
  expect(allHeard(await goInside(server, 'member', where), 'welcome')).toHaveLength(1)
})

test('[JN5] eighty devices fit inside at once', async () => {
  const server = await serve()
  const where = await foundRoom(server)
  for (let n = 0; n < 80; n++) await goInside(server, `phone${n}`, where)
  expect(server.socketCount).toBe(80)
})

test('[SR2] who knocks without end reaches the devices inside only now and then', async () => {
  const server = await serve()
  const where = await foundRoom(server)
  const holder = await goInside(server, 'holder', where)
  const knocker = await knockAt(server, 'knocker', where.room)
  for (let n = 0; n < 60; n++)
    tell(knocker, { type: 'knock', knockId: knockId(1), bytes: new Uint8Array([n]) })
  await knocker.settled()
  await holder.settled()
  expect(allHeard(holder, 'knock').length).toBeLessThan(20)
  expect(allHeard(holder, 'knock').length).toBeGreaterThan(5)
  // Inside the same number of frames is normal typing.
  const writer = await goInside(server, 'writer', where)
  for (let cid = 1; cid <= 60; cid++) tell(writer, { type: 'append', cid, blob: makeBlob() })
  await writer.find((bytes) => (heard('ack')(bytes)?.cid === 60 ? true : null))
})

test('[NI1] who has no key is answered apart from what is written inside', async () => {
  const server = await serve()
  const where = await foundRoom(server)
  await goInside(server, 'holder', where)
  const outsider = await knockAt(server, 'outsider', where.room)
  const beside = new Database(':memory:')
  const statement = Object.getPrototypeOf(beside.prepare('SELECT 1')) as { run(): unknown }
  const writes = vi.spyOn(statement, 'run').mockImplementation(() => {
    throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL')
  })
  tell(outsider, { type: 'hello', epoch: 1, fromSeq: 0, doorToken: new Uint8Array(32) })
  expect(await outsider.closed()).toBe(4403)
  const nothing = new Uint8Array(32)
  expect(await server.rooms.fetchPaper(where.room, nothing)).toBeUndefined()
  expect(await server.rooms.storePaper(where.room, nothing, nothing, nothing)).toBe(false)
  expect(writes).not.toHaveBeenCalled()
  writes.mockRestore()
  beside.close()
})
