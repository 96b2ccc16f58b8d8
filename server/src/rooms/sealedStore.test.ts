import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openSealedStore, type SealedRoom, type SealedStore } from './sealedStore.ts'

const day = '2026-11-22'
const pieceBytes = 8

function needRoom(store: SealedStore, room: string): SealedRoom {
  const found = store.find(room)
  if (found === undefined) throw new Error('no such room')
  return found
}

/** How many pieces of the blobs are in the files: copies that SQLite leaves behind need not be whole. */
function countPieces(dir: string, blobs: readonly Buffer[]): number {
  const onDisk = new Set<bigint>()
  for (const name of ['sealed.db', 'sealed.db-wal']) {
    const bytes = readFileSync(join(dir, name))
    for (let at = 0; at + pieceBytes <= bytes.length; at++) onDisk.add(bytes.readBigUInt64LE(at))
  }
  let found = 0
  for (const blob of blobs) {
    for (let at = 0; at + pieceBytes <= blob.length; at += 40) {
      if (onDisk.has(blob.readBigUInt64LE(at))) found++
    }
  }
  return found
}

test('[SR6] not even a piece of an erased blob is left where pages of the file were split and joined', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'kringplan-sealed-'))
  const store = openSealedStore(dir)
  const rooms = ['r1', 'r2', 'r3']
  for (const room of rooms) {
    store.found({ room, conference: room, tokenHash: randomBytes(32), schemaVersion: 1, day })
  }
  const blobs: Buffer[] = []
  const make = (room: string, size: number): Buffer => {
    const blob = randomBytes(size)
    if (room === 'r1') blobs.push(blob)
    return blob
  }
  for (let i = 0; i < 600; i++) {
    const room = rooms[i % 3] ?? ''
    await store.log.write(() => {
      const blob = make(room, i % 10 === 0 ? (i * 97) % 8000 : 80 + ((i * 53) % 400))
      store.append(needRoom(store, room), randomBytes(32), blob, day)
      const { head, snapSeq } = needRoom(store, room)
      if (i % 40 === 0 && head - snapSeq > 5) {
        store.snapshot(needRoom(store, room), head - (i % 3), make(room, (i * 31) % 20_000), day)
      }
    })
  }
  expect(countPieces(dir, blobs)).toBeGreaterThan(100)
  await store.log.erase(() => store.erase('r1'))
  expect(countPieces(dir, blobs)).toBe(0)
  expect(store.find('r1')).toBeUndefined()
  expect(store.stateSince(needRoom(store, 'r2'), 0).head).toBe(200)
  store.log.close()
}, 20_000)

test('[GO5] a next key overwrites what was sealed before at once; what pages still hold of it goes when the file is written anew', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'kringplan-sealed-'))
  const store = openSealedStore(dir)
  for (const room of ['r1', 'r2'])
    store.found({ room, conference: room, tokenHash: randomBytes(32), schemaVersion: 1, day })
  const blobs: Buffer[] = []
  for (let i = 0; i < 600; i++) {
    await store.log.write(() => {
      const blob = randomBytes(i % 10 === 0 ? (i * 97) % 8000 : 80 + ((i * 53) % 400))
      if (i % 2 === 0) blobs.push(blob)
      store.append(needRoom(store, i % 2 === 0 ? 'r1' : 'r2'), randomBytes(32), blob, day)
    })
  }
  const before = countPieces(dir, blobs)
  expect(before).toBeGreaterThan(1000)
  const next = { tokenHash: randomBytes(32), wraps: randomBytes(900), blob: randomBytes(9000), day }
  await store.log.eraseSoon(() => store.rekey(needRoom(store, 'r1'), next))
  await vi.waitUntil(() => statSync(join(dir, 'sealed.db-wal')).size === 0)
  expect(countPieces(dir, blobs)).toBeLessThan(before / 100)
  store.log.wipeMarked()
  expect(countPieces(dir, blobs)).toBe(0)
  expect(store.stateSince(needRoom(store, 'r2'), 0).entries).toHaveLength(300)
  store.log.close()
}, 20_000)

test('[SR6] a process that dies between deleting and wiping wipes at the next start', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'kringplan-sealed-'))
  const store = openSealedStore(dir)
  store.found({ room: 'r1', conference: 'c1', tokenHash: randomBytes(32), schemaVersion: 1, day })
  const blob = randomBytes(30_000)
  await store.log.write(() => store.append(needRoom(store, 'r1'), randomBytes(32), blob, day))
  // As `erase` begins; the rest does not happen.
  await store.log.write(() => {
    store.log.db.pragma('application_id = 1')
    store.erase('r1')
  })
  expect(countPieces(dir, [blob])).toBeGreaterThan(0)
  // What a power cut leaves: the files as they are on disk now.
  const left = mkdtempSync(join(tmpdir(), 'kringplan-sealed-'))
  cpSync(dir, left, { recursive: true })
  const next = openSealedStore(left)
  expect(countPieces(left, [blob])).toBe(0)
  expect(next.log.db.pragma('application_id', { simple: true })).toBe(0)
  expect(next.log.db.pragma('freelist_count', { simple: true })).toBe(0)
  next.log.close()
  store.log.close()
})

test('[SR2] the file is of one process: a second server, whose memory would know of no closed door, does not start', () => {
  const dir = mkdtempSync(join(tmpdir(), 'kringplan-sealed-'))
  const store = openSealedStore(dir)
  expect(() => openSealedStore(dir)).toThrow('Another Kringplan')
  store.found({ room: 'r1', conference: 'c1', tokenHash: randomBytes(32), schemaVersion: 1, day })
  store.log.close()
  const next = openSealedStore(dir)
  expect(next.find('r1')?.conference).toBe('c1')
  next.log.close()
})
