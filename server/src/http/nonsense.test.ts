import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeCircle, openView, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
let circle: Circle
beforeAll(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'information')
})
afterAll(() => test.stop())

/** What comes back for these bytes, until the other side closes. */
function say(bytes: string): Promise<string> {
  const socket = connect({ port: test.app.port, host: '127.0.0.1' })
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
  socket.write(bytes)
  return new Promise((resolve) => {
    socket.on('error', () => resolve(answer))
    socket.on('close', () => resolve(answer))
  })
}

const end = 'Connection: close\r\n\r\n'
const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\n'

it.each([
  ['a broken path', `GET /api/seats/%E0%A4%A/view HTTP/1.1\r\nHost: x\r\n${end}`, 403],
  ['a path with a null', `GET /api/seats/%00/view HTTP/1.1\r\nHost: x\r\n${end}`, 403],
  ['a long path', `GET /api/seats/${'x'.repeat(12_000)}/view HTTP/1.1\r\nHost: x\r\n${end}`, 403],
  ['an unknown method', `PROPFIND /api/sign-in HTTP/1.1\r\nHost: x\r\n${end}`, 403],
  ['an empty Host', `GET /api/nothing HTTP/1.1\r\nHost: \r\n${end}`, 400],
  ['a strange Host', `GET /api/nothing HTTP/1.1\r\nHost: a b\r\n${end}`, 400],
  ['a whole address', `GET http://evil.example/api/nothing HTTP/1.1\r\nHost: x\r\n${end}`, 403],
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['an upgrade of nothing', `GET /api/nothing HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n`, 403],
  ['an upgrade to nothing', `GET // HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n`, 403],
  ['another protocol', `GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n`, 403],
  ['too many headers', `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'a=b; '.repeat(5000)}\r\n${end}`, 431],
])('[RF1] %s is refused, and the server goes on', async (_name, bytes, status) => {
  expect((await say(bytes)).slice(0, 12)).toBe(`HTTP/1.1 ${status}`)
  expect(await openView(circle.member)).toMatchObject({ kind: 'open' })
  expect(test.logged()).not.toContain('a call failed')
  expect(test.logged()).not.toContain('a request failed')
})

it('a body that breaks off, and frames that are none, take nothing down', async () => {
  const { browser, seat } = circle.member
  const head = `Host: x\r\nOrigin: ${browser.origin}\r\nCookie: ${browser.cookieHeader}\r\n`
  for (let n = 0; n < 20; n += 1) {
    const socket = connect({ port: test.app.port, host: '127.0.0.1' })
    socket.on('error', () => undefined)
    const bytes =
      n % 2 === 0
        ? `PUT /api/seats/${seat}/self HTTP/1.1\r\n${head}Content-Type: application/json\r\nContent-Length: 50\r\n\r\n{"la`
        : `GET /api/seats/${seat}/live HTTP/1.1\r\n${head}${upgrade}Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n\u00ff\u00ff\u00ff\u00ff\u00ff`
    await new Promise<void>((resolve) => socket.write(bytes, 'latin1', () => resolve()))
    await openView(circle.member)
    socket.resetAndDestroy()
  }
  expect(await openView(circle.member)).toMatchObject({ kind: 'open' })
})
