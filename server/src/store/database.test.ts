import Sqlite from 'better-sqlite3'
import { mkdtempSync, rmSync, statSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { personToken, readServerSecret, systemRandom } from '../secrets.ts'
import { openDatabase } from './database.ts'
import { migrations } from './migrations.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'kringplan-test-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

describe('the database', () => {
  it('is durable, checks its references, and opens again with what was in it', async () => {
    const db = await openDatabase(directory)
    const pragma = async (name: string) => {
      const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db)
      return Object.values(rows[0] ?? {})[0]
    }
    expect(await pragma('journal_mode')).toBe('wal')
    expect(await pragma('synchronous')).toBe(2)
    expect(await pragma('foreign_keys')).toBe(1)
    await db.insertInto('coordinators').values({ id: 'x', name: 'Fatma', createdAt: '' }).execute()
    const orphan = db.insertInto('boardLinks').values({ tokenHash: 'h', conferenceId: 'nowhere' }).execute()
    await expect(orphan).rejects.toThrow('FOREIGN KEY')
    await db.destroy()

    const again = await openDatabase(directory)
    expect(await again.selectFrom('coordinators').select('name').execute()).toEqual([{ name: 'Fatma' }])
    await again.destroy()
  })

  it('counts its migrations, and is not opened when a later version wrote it', async () => {
    await (await openDatabase(directory)).destroy()
    const file = new Sqlite(join(directory, 'kringplan.db'))
    const names = file.prepare('select name from kysely_migration').all()
    expect(names).toEqual(Object.keys(migrations).map((name) => ({ name })))
    expect(names.length).toBeGreaterThan(1)
    file.prepare('insert into kysely_migration (name, timestamp) values (?, ?)').run('999-later', '')
    file.close()
    await expect(openDatabase(directory)).rejects.toThrow('could not be brought to this version')
  })
})

describe('the secret of the server', () => {
  it('is made once, for the owner only, and not silently made anew', () => {
    const secret = readServerSecret(directory, systemRandom, true)
    expect(secret).toHaveLength(32)
    expect(readServerSecret(directory, systemRandom, false)).toEqual(secret)
    expect(statSync(join(directory, 'secret')).mode & 0o777).toBe(0o600)
    unlinkSync(join(directory, 'secret'))
    expect(() => readServerSecret(directory, systemRandom, false)).toThrow('The file "secret" is missing')
  })

  it('gives each person and version a link of its own, the same each time', () => {
    const [one, two] = [systemRandom(32), systemRandom(32)]
    const tokens = [
      personToken(one, 'a', 1),
      personToken(one, 'b', 1),
      personToken(one, 'a', 2),
      personToken(two, 'a', 1),
    ]
    expect(new Set(tokens).size).toBe(4)
    expect(personToken(one, 'a', 1)).toBe(tokens[0])
    expect(tokens[0]).toMatch(/^[A-Za-z0-9_-]{22}$/)
  })
})
