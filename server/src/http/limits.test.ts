import { sockets } from '@kringplan/shared/contract/routes'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Browser, type TestSocket } from '../testkit/browser.testkit.ts'
import { makeCircle, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'
import { allowances } from './limiter.ts'

let test: TestApp
let circle: Circle
beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'information')
  test.clock.advance(3_600_000)
})
afterEach(() => test.stop())

const view = async ({ browser, seat }: Circle['member']) => (await browser.raw('view', { seat }, {})).status
async function times(n: number, run: () => Promise<number | string>): Promise<readonly (number | string)[]> {
  const answers: (number | string)[] = []
  for (let k = 0; k < n; k += 1) answers.push(await run())
  return answers
}

describe('[WB7] how much may be asked', { timeout: 60_000 }, () => {
  it('is counted by address of who proves no seat, and costs nobody of that address an answer', async () => {
    const stranger = new Browser(test.app.port)
    const guess = async () => (await stranger.raw('view', { seat: circle.member.seat }, {})).status
    const answers = await times(allowances.calls.burst + 1, guess)
    expect(new Set(answers.slice(0, -1))).toEqual(new Set([403]))
    expect(answers.at(-1)).toBe(429)
    expect(await view(circle.member)).toBe(200)
    test.clock.advance(1000)
    expect(await guess()).toBe(403)
  })

  it('is counted by seat of who proves one, and costs no other seat an answer', async () => {
    const answers = await times(allowances.calls.burst + 1, () => view(circle.member))
    expect([answers[0], answers.at(-2), answers.at(-1)]).toEqual([200, 200, 429])
    expect(await view(circle.professional)).toBe(200)
    expect((await new Browser(test.app.port).raw('newBoard', {}, { language: 'nl' })).status).toBe(200)
  })

  it('of the codes of boards is little, by seat', async () => {
    const { browser, seat } = circle.coordinator
    const guess = async () => (await browser.no('pairBoard', { seat }, { code: 'WWWW WWWW' })).refusal
    const answers = await times(allowances.guesses.burst + 1, guess)
    expect(answers.at(0)).not.toBe('tooMany')
    expect(answers.at(-1)).toBe('tooMany')
  })

  it('of sockets: a seat opens so many in a while, and holds twelve; those of others stay', async () => {
    const other = await circle.professional.browser.live(circle.professional.seat)
    const open: TestSocket[] = []
    const { browser, seat } = circle.member
    for (let n = 0; n < 13; n += 1) open.push(await browser.live(seat))
    const [first, second] = open
    await first?.until(() => first.closed !== undefined)
    expect([first?.closed === undefined, second?.closed, other.closed]).toEqual([false, undefined, undefined])
    const more = await times(allowances.sockets.burst - 12, async () => {
      const socket = await browser.upgrade(sockets.live(seat))
      if (typeof socket === 'string') return 'refused'
      socket.ws.terminate()
      return 'open'
    })
    expect([more[0], more.at(-1)]).toEqual(['open', 'refused'])
    expect(typeof (await circle.board.browser.upgrade(sockets.live(circle.board.seat)))).toBe('object')
    expect(other.closed).toBeUndefined()
  })
})
