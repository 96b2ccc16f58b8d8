import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Browser } from '../testkit/browser.testkit.ts'
import { makeCircle, openView, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
let circle: Circle
beforeAll(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'information')
})
afterAll(() => test.stop())

const browser = () => new Browser(test.app.port)

describe('cookies', () => {
  it('[ST1] are HttpOnly, Strict, for the whole site, and of one seat each', async () => {
    const reply = await browser().raw('newBoard', {}, { language: 'nl' })
    const [cookie = ''] = reply.headers.getSetCookie()
    const { seat } = JSON.parse(reply.text) as { seat: string }
    expect(cookie).toMatch(
      new RegExp(`^kp_${seat}=[A-Za-z0-9_-]{43}; Max-Age=\\d+; Path=/; HttpOnly; SameSite=Strict$`),
    )
    expect(reply.text).not.toContain(cookie.split(/[=;]/)[1])
  })

  it('[ST1] are __Host- and Secure where people come by https', async () => {
    const secure = await startTestApp({ url: 'https://kring.example' })
    const visitor = new Browser(secure.app.port, 'https://kring.example')
    const reply = await visitor.raw('newBoard', {}, { language: 'nl' })
    expect(reply.headers.getSetCookie()[0]).toMatch(
      /^__Host-kp_.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    expect(reply.headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
    const { seat } = JSON.parse(reply.text) as { seat: string }
    expect(await visitor.view(seat)).toMatchObject({ kind: 'pairing', practice: false })
    await secure.stop()
  })

  it('[ST1] stand in the database as a hash only', async () => {
    const secret = circle.member.browser.cookies.get(`kp_${circle.member.seat}`) ?? ''
    const rows = await test.app.services.db.selectFrom('seats').selectAll().execute()
    expect(secret).toHaveLength(43)
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(JSON.stringify(rows)).toContain(circle.member.seat)
    const people = JSON.stringify(await test.app.services.db.selectFrom('people').selectAll().execute())
    for (const token of Object.values(circle.tokens)) expect(people).not.toContain(token)
  })
})

describe('headers', () => {
  it('are strict on every answer', async () => {
    const answers = [
      await browser().send('GET', '/'),
      await browser().send('GET', '/api/nothing'),
      await browser().send('POST', '/api/join/peek', '{}'),
      await circle.member.browser.raw('view', { seat: circle.member.seat }, {}),
    ]
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toBe(
        `default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; manifest-src 'self'; worker-src 'self'; connect-src 'self' ws://localhost:${test.app.port} ws://127.0.0.1:${test.app.port}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types kringplan ProseMirrorClipboard`,
      )
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('permissions-policy')).toContain('camera=()')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})

describe('writes', () => {
  it('[ST2] need our own Origin', async () => {
    const ask = { seat: circle.member.seat }
    const from = async (origin: string | null) => {
      circle.member.browser.origin = origin
      const { status, text } = await circle.member.browser.raw('editSelf', ask, { language: 'nl' })
      return [status, text]
    }
    const own = `http://localhost:${test.app.port}`
    for (const origin of [
      null,
      'null',
      'https://evil.example',
      own.replace('localhost', 'localhost.evil.example'),
      `${own}0`,
    ]) {
      expect(await from(origin)).toEqual([403, '{"refusal":"refused"}'])
    }
    expect(await from(own)).toEqual([200, '{"done":true}'])
  })

  it('[RF1] that cannot be read are bad input, with the field', async () => {
    const { browser: member, seat } = circle.member
    const path = `/api/seats/${seat}/self`
    const bad = '{"refusal":"badInput"}'
    for (const body of ['{', '[1', 'nonsense', '"text"', '[]', 'null', '1']) {
      expect((await member.send('PUT', path, body)).text).toBe(bad)
    }
    expect((await member.send('PUT', path, '{"language":"xx"}')).text).toBe(
      '{"refusal":"badInput","field":"language"}',
    )
    expect((await member.send('PUT', path, '{"language":"nl","more":1}')).text).toBe(bad)
    expect((await member.send('PUT', path, '{"language":"nl"}', { 'Content-Type': 'text/plain' })).text).toBe(
      bad,
    )
    expect(
      (
        await member.send('PUT', path, '{"language":"nl"}', {
          'Content-Type': 'application/json; charset=utf-8',
        })
      ).status,
    ).toBe(200)
    expect((await member.send('PUT', path, `"${'x'.repeat(257 * 1024)}"`)).text).toBe(
      '{"refusal":"tooLarge"}',
    )
  })

  it('[CO4] with strange names are refused and change nothing', async () => {
    const { browser: chief, seat } = circle.coordinator
    const person = { role: 'member', language: 'nl', mainPerson: false } as const
    const before = (await openView(circle.coordinator)).people.length
    for (const name of ['', '   ', 'x'.repeat(41), 'a\u202Eb', 'a\u0000b', '\u200B', '!!!']) {
      expect(await chief.no('addPerson', { seat }, { ...person, name })).toEqual({
        refusal: 'badInput',
        field: 'name',
      })
    }
    expect((await openView(circle.coordinator)).people).toHaveLength(before)
    await chief.do('addPerson', { seat }, { ...person, name: 'عمتي فاطمة' })
    expect((await openView(circle.coordinator)).people.at(-1)).toMatchObject({
      name: 'عمتي فاطمة',
      picture: 'fiets',
    })
  })
})

describe('the screens', () => {
  it('are served with their pages, and a sentence stands in for them until they are built', async () => {
    expect((await browser().send('GET', '/')).status).toBe(503)
    mkdirSync(join(test.config.webDir, 'assets'), { recursive: true })
    mkdirSync(join(test.config.webDir, '.vite'))
    writeFileSync(join(test.config.webDir, 'assets/app-1.js'), 'export {}')
    writeFileSync(join(test.config.webDir, '.vite/manifest.json'), '{}')
    writeFileSync(join(test.config.webDir, 'index.html'), '<!doctype html>screens')
    for (const path of ['/', '/k', '/plek/abc/plan/def/wat', '/bord', '/c/bureau/x', '/d/room']) {
      const page = await browser().send('GET', path)
      expect([path, page.status, page.text]).toEqual([path, 200, '<!doctype html>screens'])
      expect(page.headers.get('cache-control')).toBe('no-store')
    }
    const script = await browser().send('GET', '/assets/app-1.js')
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect(script.headers.get('content-type')).toContain('text/javascript')
    expect((await browser().send('GET', '/elsewhere')).status).toBe(404)
    for (const path of [
      '/.vite/manifest.json',
      '/assets/../../secret',
      '/assets/%2e%2e/%2e%2e/secret',
      '/../secret',
    ]) {
      expect((await browser().send('GET', path)).text).toBe('<!doctype html>screens')
    }
  })
})

describe('the log', () => {
  it('holds no secret, no name and no words, and does hold what happened', async () => {
    const { member, tokens } = circle
    await browser().no('peekCard', {}, { token: 'B'.repeat(22) })
    await circle.board.browser.do('call', { seat: circle.board.seat }, { reason: 'talk' })
    const log = test.logged()
    expect(log).toContain('"route":"peekCard"')
    expect(log).toContain(member.seat.slice(0, 4))
    const cookies = circle.all.flatMap(({ browser: one }) => [...one.cookies.values()])
    const secrets = [
      ...Object.values(tokens),
      ...cookies,
      'B'.repeat(22),
      circle.joinCode,
      'Edith',
      'Johan',
      'wonen',
      'talk',
      member.seat,
    ]
    expect(secrets.length).toBeGreaterThan(12)
    for (const secret of secrets) expect(log).not.toContain(secret)
  })
})
