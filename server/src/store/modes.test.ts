import { chmodSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readServerSecret, systemRandom } from '../secrets.ts'
import { makeCircle } from '../testkit/circle.testkit.ts'
import { startTestApp } from '../testkit/testApp.testkit.ts'

it('keeps data and secret from other users of the machine, also in a directory that is open to them', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kringplan-test-'))
  chmodSync(dataDir, 0o755)
  const before = process.umask(0o022)
  const test = await startTestApp({ dataDir })
  await makeCircle(test, 'withDoor', 'deliberation')
  process.umask(before)
  const files = readdirSync(dataDir).filter((name) => statSync(join(dataDir, name)).isFile())
  expect(files).toEqual(expect.arrayContaining(['secret', 'kringplan.db', 'sealed.db', 'documents.db']))
  for (const name of files) {
    expect([name, (statSync(join(dataDir, name)).mode & 0o777).toString(8)]).toEqual([name, '600'])
  }
  await test.stop()
})

it('puts a secret right that came back from a backup readable for all', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kringplan-test-'))
  const secret = readServerSecret(dataDir, systemRandom, true)
  expect(readdirSync(dataDir)).toEqual(['secret'])
  chmodSync(join(dataDir, 'secret'), 0o644)
  expect(Buffer.from(readServerSecret(dataDir, systemRandom, false))).toEqual(Buffer.from(secret))
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
})

it('starts after a power cut in the middle of making the secret', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kringplan-test-'))
  writeFileSync(join(dataDir, 'secret.new'), '')
  expect(readServerSecret(dataDir, systemRandom, true)).toHaveLength(32)
  expect(readdirSync(dataDir)).toEqual(['secret'])
})
