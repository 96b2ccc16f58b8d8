import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Browser } from '../testkit/browser.testkit.ts'
import { makeCircle, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'
import { done } from './answer.ts'

let test: TestApp
let circle: Circle
beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'deliberation')
})
afterEach(() => test.stop())

/** Asks for the half of the draft key and holds the last byte of the body back until `meanwhile` is over. */
function slowHalf(meanwhile: () => Promise<unknown>): Promise<string> {
  const { member, room } = circle
  const body = JSON.stringify({ room: room.id, device: 'D'.repeat(22) })
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        port: test.app.port,
        path: `/api/seats/${member.seat}/door/half`,
        method: 'POST',
        headers: {
          Origin: member.browser.origin ?? '',
          Cookie: member.browser.cookieHeader,
          'Content-Type': 'application/json',
          'Content-Length': body.length,
        },
      },
      (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk.toString()))
        response.on('end', () => resolve(text))
      },
    )
    asking.on('error', reject)
    asking.write(body.slice(0, -1))
    // Another call that comes back: by then the first part of this one has been judged.
    void member.browser
      .view(member.seat)
      .then(meanwhile)
      .then(() => asking.end(body.slice(-1)))
  })
}

describe('a call whose body comes slowly', () => {
  it('[PH4] is judged by the rights of when it is all there', async () => {
    expect(await slowHalf(() => Promise.resolve())).toContain('"half"')
    const { hub } = test.app.services
    const ended = await slowHalf(() =>
      hub.change(circle.id, async (tx) => {
        await tx.updateTable('seats').set({ endedAt: 'now' }).where('id', '=', circle.member.seat).execute()
        return done
      }),
    )
    expect(ended).toBe('{"refusal":"refused"}')
  })
})

describe('a refused upgrade', () => {
  it('leaves no half-open connection behind', async () => {
    const socket = connect({ port: test.app.port, host: '127.0.0.1', allowHalfOpen: true })
    let answer = ''
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    socket.write(
      `GET /api/seats/${circle.member.seat}/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
    )
    await new Promise((resolve) => socket.once('end', resolve))
    expect(answer).toContain('403')
    // The server has gone altogether: what is sent now bounces.
    const bounced = new Promise<boolean>((resolve) => {
      socket.once('error', () => resolve(true))
    })
    const knocking = setInterval(() => socket.write('x'), 5)
    expect(await bounced).toBe(true)
    clearInterval(knocking)
  })
})

describe('a browser with many cookies', () => {
  it('[JN2] goes on with the seat it holds, however many seats of other meetings came before', async () => {
    const open = await makeCircle(test, 'withDoor')
    const browser = new Browser(test.app.port)
    for (let n = 0; n < 120; n += 1) browser.cookies.set(`kp_${String(n).padStart(16, 'x')}`, 'y'.repeat(43))
    const join = () => browser.do('joinByCard', {}, { token: open.tokens['Herman'] ?? '', language: 'nl' })
    const first = await join()
    expect(first.standing).toBe('in')
    expect(await join()).toEqual(first)
  })
})
