import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { assertDurable, openLogStore } from './logStore.ts'

const migrations = ['CREATE TABLE lines (n INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT']
const newPath = (): string => join(mkdtempSync(join(tmpdir(), 'kringplan-log-')), 'log.db')

test('[OD3] all writes of one turn share a commit, and each promise comes after it, in order', async () => {
  const path = newPath()
  const log = openLogStore(path, migrations)
  const beside = new Database(path, { readonly: true })
  const insert = log.db.prepare('INSERT INTO lines (text) VALUES (?)')
  const count = beside.prepare('SELECT count(*) FROM lines').pluck()
  const seen: unknown[] = []
  const writes = ['a', 'b', 'c'].map(async (text) => {
    await log.write(() => insert.run(text))
    seen.push(text, count.get())
  })
  expect(count.get()).toBe(0)
  await Promise.all(writes)
  expect(seen).toEqual(['a', 3, 'b', 3, 'c', 3])
  beside.close()
  log.close()
})

test('[OD3] one bad write rejects alone; the others of its turn are stored', async () => {
  const log = openLogStore(newPath(), migrations)
  const insert = log.db.prepare('INSERT INTO lines (n, text) VALUES (?, ?)')
  const results = await Promise.allSettled([
    log.write(() => insert.run(1, 'a')),
    log.write(() => insert.run(1, 'twice')),
    log.write(() => insert.run(2, 'b')),
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(log.db.prepare('SELECT text FROM lines ORDER BY n').pluck().all()).toEqual(['a', 'b'])
  log.close()
})

test('[OD3] a write that the commit itself refuses rejects', async () => {
  const log = openLogStore(newPath(), [
    `CREATE TABLE rooms (n INTEGER PRIMARY KEY) STRICT;
     CREATE TABLE lines (room INTEGER REFERENCES rooms DEFERRABLE INITIALLY DEFERRED) STRICT;`,
  ])
  const insert = log.db.prepare('INSERT INTO lines (room) VALUES (?)')
  await expect(log.write(() => insert.run(1))).rejects.toThrow('FOREIGN KEY')
  expect(log.db.prepare('SELECT count(*) FROM lines').pluck().get()).toBe(0)
  log.close()
})

test('[OD3] a full disk rejects the write and takes nothing down', async () => {
  const log = openLogStore(newPath(), migrations)
  const insert = log.db.prepare('INSERT INTO lines (text) VALUES (?)')
  const pages = Number(log.db.pragma('page_count', { simple: true }))
  log.db.pragma(`max_page_count = ${pages + 1}`)
  await expect(log.write(() => insert.run('x'.repeat(100_000)))).rejects.toMatchObject({
    code: 'SQLITE_FULL',
  })
  log.db.pragma('max_page_count = 100000')
  await log.write(() => insert.run('fits again'))
  expect(log.db.prepare('SELECT text FROM lines').pluck().all()).toEqual(['fits again'])
  log.close()
})

test('[OD3] a connection that does not keep the promises is refused', () => {
  const log = openLogStore(newPath(), migrations)
  expect(() => assertDurable(log.db)).not.toThrow()
  log.db.pragma('synchronous = NORMAL')
  expect(() => assertDurable(log.db)).toThrow('synchronous')
  log.db.pragma('synchronous = FULL')
  log.db.pragma('secure_delete = OFF')
  expect(() => assertDurable(log.db)).toThrow('secure_delete')
  log.close()
})

test('[OD3] migrations run once each, and data of a newer version is not touched', () => {
  const path = newPath()
  openLogStore(path, migrations).close()
  const more = [...migrations, 'ALTER TABLE lines ADD COLUMN more TEXT']
  const log = openLogStore(path, more)
  expect(log.db.pragma('user_version', { simple: true })).toBe(2)
  log.close()
  openLogStore(path, more).close()
  expect(() => openLogStore(path, migrations)).toThrow('newer version')
})

test('[GO5] deleting while others wait overwrites at once and writes the file anew only later', async () => {
  const path = newPath()
  const log = openLogStore(path, migrations)
  const isOnDisk = (text: string) =>
    ['', '-wal'].some((end) => existsSync(path + end) && readFileSync(path + end).includes(text))
  for (const text of ['kanarie', 'blijft']) {
    await log.write(() => log.db.prepare('INSERT INTO lines (text) VALUES (?)').run(text.repeat(20)))
  }
  const exec = vi.spyOn(log.db, 'exec')
  await log.eraseSoon(() => log.db.prepare("DELETE FROM lines WHERE text LIKE 'kanarie%'").run())
  await vi.waitUntil(() => !isOnDisk('kanarie'))
  expect(isOnDisk('blijft')).toBe(true)
  expect(exec).not.toHaveBeenCalled()
  expect(log.db.pragma('application_id', { simple: true })).toBe(1)
  log.wipeMarked()
  log.wipeMarked()
  expect(exec.mock.calls).toEqual([['VACUUM']])
  expect(log.db.pragma('application_id', { simple: true })).toBe(0)
  log.close()
})

test('[GO5] what was refused deletes nothing, and has no file written anew', async () => {
  const log = openLogStore(newPath(), migrations)
  const mark = () => log.db.pragma('application_id', { simple: true })
  const isDone = (result: string) => result === 'done'
  await log.eraseSoon(() => 'refused', isDone)
  expect(mark()).toBe(0)
  await log.eraseSoon(() => 'done', isDone)
  expect(mark()).toBe(1)
  log.close()
})
