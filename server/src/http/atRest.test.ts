import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isSecretOf, hashOf } from '../secrets.ts'
import { makeCircle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
beforeEach(async () => {
  test = await startTestApp()
})
afterEach(() => test.stop())

/** All bytes that lie in the data folder, logs of the databases included. */
function filesOf(folder: string): readonly (readonly [string, Buffer])[] {
  return globSync('**/*', { cwd: folder })
    .map((file) => join(folder, file))
    .filter((file) => existsSync(file))
    .flatMap((file) => {
      try {
        return [[file, readFileSync(file)] as const]
      } catch {
        // A folder.
        return []
      }
    })
}

it('[ST1] no secret of a seat, a desk, a link or a room lies in any file of the server', async () => {
  const circle = await makeCircle(test, 'withDoor', 'deliberation')
  const again = await makeCircle(test, 'together', 'signing')
  const links = [await test.signInToken('Ans'), ...Object.values({ ...circle.tokens, ...again.tokens })]
  const cookies = [...circle.all, ...again.all].flatMap(({ browser }) => [...browser.cookies.values()])
  const { doorToken, id } = circle.room
  const secrets = [
    ...[...links, ...cookies, doorToken.toString('base64url'), doorToken.toString('hex')].map((text) =>
      Buffer.from(text),
    ),
    ...[...links, ...cookies].map((text) => Buffer.from(text, 'base64url')),
    doorToken,
  ]
  expect(cookies.length).toBeGreaterThan(10)
  const files = filesOf(test.config.dataDir)
  expect(files.length).toBeGreaterThan(3)
  const holding = (secret: Buffer) =>
    files.filter(([, bytes]) => bytes.includes(secret)).map(([file]) => file)
  // What is looked for would be found: ids and hashes are there.
  expect(holding(Buffer.from(id))).not.toEqual([])
  expect(holding(Buffer.from(hashOf(cookies[0] ?? '')))).not.toEqual([])
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThanOrEqual(16)
    expect(holding(secret)).toEqual([])
  }
})

it('[ST1] a secret is known by its hash alone, whole', () => {
  const secret = 'a'.repeat(43)
  expect(isSecretOf(secret, hashOf(secret))).toBe(true)
  for (const other of ['', 'a', 'a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}b`, hashOf(secret)]) {
    expect(isSecretOf(other, hashOf(secret))).toBe(false)
  }
  expect(isSecretOf(secret, '')).toBe(false)
  expect(isSecretOf(secret, secret)).toBe(false)
})
