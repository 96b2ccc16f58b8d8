import { files, routes, sockets, type RouteName } from '@kringplan/shared/contract/routes'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Browser, type Reply } from '../testkit/browser.testkit.ts'
import { makeCircle, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

const names = Object.keys(routes) as RouteName[]
const screens = ['index.html', 'shell.js', 'icon.svg', 'robots.txt', 'what.ever']
const assets = ['assets/a.js', 'assets/a.css', 'assets/a.woff2', 'assets/a.png', 'assets/a.json']
const pages = [
  '/',
  '/k',
  '/code',
  '/plek/x',
  '/i/x',
  '/c',
  '/c/x',
  '/bord',
  '/d/x',
  '/controle',
  '/weg',
  '/none',
]

let plain: TestApp
let secure: TestApp
let circle: Circle
beforeAll(async () => {
  plain = await startTestApp()
  secure = await startTestApp({ url: 'https://kring.example' })
  for (const { config } of [plain, secure]) {
    for (const file of [...screens, ...assets]) {
      mkdirSync(dirname(join(config.webDir, file)), { recursive: true })
      writeFileSync(join(config.webDir, file), file)
    }
  }
  circle = await makeCircle(plain, 'withDoor', 'followUp')
})
afterAll(async () => {
  await plain.stop()
  await secure.stop()
})

/** Every answer that a stranger, and somebody of a circle, can get from this server: what was asked, and the answer. */
async function* answersOf(test: TestApp): AsyncGenerator<readonly [string, Reply]> {
  const stranger = new Browser(test.app.port, test.app.services.origins.main)
  const { browser, seat } = circle.member
  const askers = test === plain ? [stranger, browser] : [stranger]
  for (const asker of askers) {
    for (const name of names) yield [name, await asker.raw(name, { seat, desk: circle.desk }, { no: 1 })]
    for (const path of Object.values(files)) yield [path(seat), await asker.send('GET', path(seat))]
    yield [sockets.live(seat), await asker.send('GET', sockets.live(seat))]
  }
  for (const path of [...screens, ...assets].map((file) => `/${file}`))
    yield [path, await stranger.send('GET', path)]
  for (const path of [...pages, '/fingerprint.json', '/api', '/api/none']) {
    for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS', 'HEAD']) {
      yield [`${method} ${path}`, await stranger.send(method, path)]
    }
  }
  yield ['too large', await stranger.send('POST', '/api/join/peek', `"${'x'.repeat(300_000)}"`)]
}

const strict = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
const absent = ['access-control-allow-origin', 'server', 'x-powered-by', 'etag']

describe('[WB1] every answer', { timeout: 60_000 }, () => {
  it.each(['http', 'https'] as const)('has the strict headers over %s', async (scheme) => {
    const test = scheme === 'http' ? plain : secure
    const seen = new Set<number>()
    for await (const [what, { status, headers }] of answersOf(test)) {
      seen.add(status)
      const policy = headers.get('content-security-policy') ?? ''
      expect([what, policy.split('; ')[0]]).toEqual([what, "default-src 'none'"])
      expect(policy).toContain("require-trusted-types-for 'script'")
      expect(policy).not.toMatch(/unsafe|\*|data:|blob:/)
      for (const [name, value] of Object.entries(strict))
        expect([what, headers.get(name)]).toEqual([what, value])
      for (const name of absent) expect([what, name, headers.get(name)]).toEqual([what, name, null])
      for (const name of ['camera', 'microphone', 'geolocation']) {
        expect(headers.get('permissions-policy')).toContain(`${name}=()`)
      }
      expect([what, headers.has('strict-transport-security')]).toEqual([what, scheme === 'https'])
      const hosts = [...policy.matchAll(/\b(?:https?|wss?):\/\/\S+?(?=[; ]|$)/g)].map(([host]) => host)
      if (scheme === 'https') expect(hosts).toEqual(['wss://kring.example'])
      else expect(hosts.every((host) => /^ws:\/\/(?:localhost|127\.0\.0\.1):\d+$/.test(host))).toBe(true)
    }
    for (const status of [200, 403, 404, 413]) expect([...seen]).toContain(status)
  })

  it('is kept by no browser, but for files that hold nothing of anybody', async () => {
    const kept: string[] = []
    for await (const [what, { headers }] of answersOf(plain)) {
      if (headers.get('cache-control') !== 'no-store') kept.push(`${what}: ${headers.get('cache-control')}`)
    }
    const forGood = assets.map((file) => `/${file}: public, max-age=31536000, immutable`)
    const asked = screens.filter((file) => file !== 'index.html').map((file) => `/${file}: no-cache`)
    expect(kept.toSorted()).toEqual([...forGood, ...asked].toSorted())
  })

  it('also to an upgrade that is refused, and when the server fails', async () => {
    const refused = await new Browser(plain.app.port).upgrade(sockets.live('A'.repeat(16)))
    for (const line of ['Content-Security-Policy default-src', 'Referrer-Policy no-referrer', 'no-store']) {
      expect(refused).toContain(line)
    }
    const broken = await startTestApp()
    await broken.app.services.db.destroy()
    const { status, headers } = await new Browser(broken.app.port).send(
      'GET',
      `/api/seats/${'A'.repeat(16)}/view`,
    )
    expect([status, headers.get('cache-control')]).toEqual([500, 'no-store'])
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    await broken.stop()
  })
})

it('[WB3] [JN1] a GET changes nothing and consumes no link, whoever asks and whatever', async () => {
  const { db } = plain.app.services
  const dump = async () => {
    const tables = [
      'conferences',
      'people',
      'seats',
      'signInLinks',
      'desks',
      'boardLinks',
      'signatures',
      'calls',
    ] as const
    const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))
    return JSON.stringify(rows)
  }
  const signIn = await plain.signInToken('Ans')
  const before = await dump()
  const stranger = new Browser(plain.app.port)
  const { browser, seat } = circle.member
  for (const asker of [stranger, browser]) {
    for (const name of names.filter((one) => routes[one].method === 'GET'))
      await asker.raw(name, { seat }, {})
    for (const path of [...pages, `/plek/${seat}`, `/d/${circle.room.id}`]) {
      for (const method of ['GET', 'HEAD']) await asker.send(method, path)
    }
  }
  // A preview that follows a link sends no fragment; one that would, finds a page and nothing else.
  for (const token of [signIn, ...Object.values(circle.tokens)]) {
    for (const path of [`/k?${token}`, `/k/${token}`, `/c/${token}`]) await stranger.send('GET', path)
  }
  expect(await dump()).toBe(before)
  expect(stranger.cookies.size).toBe(0)
  expect((await stranger.do('signIn', {}, { token: signIn })).desk).toBeDefined()
  expect(await dump()).not.toBe(before)
}, 60_000)
