import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { createDiskProbe } from './diskProbe.ts'
import type { Peer } from './peer.ts'
import { RelayRoom } from './relayRoom.ts'
import { defaultRoomLimits, type RoomsDeps } from './roomsDeps.ts'
import { serve, stopServers } from './roomsServer.testkit.ts'
import { makeBlob } from './sealedClient.testkit.ts'
import type { SealedStore } from './sealedStore.ts'

afterEach(stopServers)

test('[NI1] a disk that refuses what a device inside writes leaves no line in the log; the device comes back with it', async () => {
  const logged: string[] = []
  const closed: string[] = []
  const write = () => Promise.reject(Object.assign(new Error('full'), { code: 'SQLITE_FULL' }))
  const room = new RelayRoom(
    'room',
    { log: { write, eraseSoon: write } } as unknown as SealedStore,
    { log: { error: (_fields: object, message: string) => logged.push(message) } } as unknown as RoomsDeps,
    defaultRoomLimits,
    new Set<string>(),
  )
  const peer = { close: (why: string) => closed.push(why), deliver: () => {} } as unknown as Peer
  const member = { peer, proved: true, behind: false }
  room.handle(member, { type: 'append', cid: 1, blob: makeBlob() })
  room.handle(member, { type: 'snapshot', baseSeq: 0, coversSeq: 1, blob: makeBlob(100, 'snapshot') })
  await vi.waitUntil(() => closed.length === 2)
  expect(closed).toEqual(['restarting', 'restarting'])
  expect(logged).toEqual([])
})

test('[NI1] that the data folder cannot be written is said on a clock of its own, whatever happens inside', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kringplan-disk-'))
  const logged: string[] = []
  const disk = createDiskProbe(dataDir, { error: (_fields, message) => logged.push(message) })
  const pass = async (ticks: number) => {
    for (let i = 0; i < ticks; i++) await disk.tick()
  }
  await pass(20)
  expect([logged, readdirSync(dataDir)]).toEqual([[], []])
  // In its way, as a full disk is.
  mkdirSync(join(dataDir, 'probe'))
  await pass(20)
  expect(logged).toEqual(['The data folder cannot be written. Is the disk full?'])
  rmSync(join(dataDir, 'probe'), { recursive: true })
  await pass(20)
  expect(logged).toHaveLength(1)
})

test('[NI1] the rooms look after it', async () => {
  const server = await serve()
  mkdirSync(join(server.dataDir, 'probe'))
  server.pass(15_000)
  await vi.waitUntil(() => server.logged.length === 1)
  expect(server.logged[0]).toContain('The data folder cannot be written')
})
