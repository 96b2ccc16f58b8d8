import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Browser } from '../testkit/browser.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
let socket: Socket
let got = ''
let isClosed = false

beforeEach(async () => {
  test = await startTestApp()
  got = ''
  isClosed = false
  socket = connect(test.app.port, '127.0.0.1')
  socket.on('data', (bytes: Buffer) => (got += bytes.toString()))
  socket.on('close', () => (isClosed = true))
  socket.on('error', () => {})
})
afterEach(async () => {
  vi.useRealTimers()
  socket.destroy()
  await test.stop()
})

const ask = (headers: string, body: string) =>
  `POST /api/boards HTTP/1.1\r\nHost: x\r\nOrigin: http://localhost:${test.app.port}\r\nContent-Type: application/json\r\n${headers}\r\n\r\n${body}`
const withLength = (body: string) => ask(`Content-Length: ${body.length}`, body)

it('[RF2] a body that is too large is refused, and its connection goes on', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  socket.write(withLength(`"${'x'.repeat(400 * 1024)}"`))
  while (!got.includes('tooLarge')) await new Promise((next) => setImmediate(next))
  // The server's part of it is over when it has answered somebody else.
  await new Browser(test.app.port).raw('newBoard', {}, { language: 'nl' })
  vi.advanceTimersByTime(10_000)
  socket.write(withLength('{"language":"nl"}'))
  while (!isClosed && !got.includes('"seat"')) await new Promise((next) => setImmediate(next))
  expect(got).toContain('"seat"')
  expect(got).not.toMatch(/connection: close/i)
})

it('[RF2] where it says not how long it is, it is said that the connection ends', async () => {
  const chunk = 'x'.repeat(64 * 1024)
  const chunks = `${chunk.length.toString(16)}\r\n${chunk}\r\n`.repeat(5)
  socket.write(ask('Transfer-Encoding: chunked', chunks))
  await vi.waitFor(() => expect(got).toContain('tooLarge'))
  expect(got).toMatch(/connection: close/i)
})
