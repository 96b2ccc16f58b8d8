import { files, routes, sockets, type RouteName } from '@kringplan/shared/contract/routes'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Browser } from '../testkit/browser.testkit.ts'
import { makeCircle, smallPlan, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
let printed: string[]
beforeEach(async () => {
  printed = []
  const print = (chunk: unknown) => {
    printed.push(String(chunk))
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(print)
  vi.spyOn(process.stderr, 'write').mockImplementation(print)
  test = await startTestApp({ logLevel: 'debug' })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await test.stop()
})

/** What a log may not have of this circle. */
function secretsOf(circle: Circle): readonly string[] {
  const cookies = circle.all.flatMap(({ browser }) => [
    ...browser.cookies.keys(),
    ...browser.cookies.values(),
  ])
  const names = ['Edith', 'Herman', 'Sanne', 'Kees', 'Ria', 'Fatma', 'Johan', 'Anker']
  const [agreement] = smallPlan.agreements
  const words = [agreement?.what, agreement?.where, agreement?.when, 'praten', 'zorg']
  const ids = circle.all.map(({ seat }) => seat)
  const { doorToken, id } = circle.room
  return [
    ...cookies,
    ...names,
    ...words.filter((word) => word !== undefined),
    ...ids,
    ...Object.values(circle.tokens),
    circle.joinCode,
    circle.desk,
    id,
    doorToken.toString('base64url'),
    doorToken.toString('hex'),
  ]
}

const found = (text: string, secrets: readonly string[]) => secrets.filter((secret) => text.includes(secret))

it('[WB3] a whole circle leaves no token, cookie, fragment, name or word in the log, also where calls fail', async () => {
  const circles = [
    await makeCircle(test, 'withDoor', 'followUp'),
    await makeCircle(test, 'together', 'followUp'),
    await makeCircle(test, 'withDoor', 'deliberation'),
    await makeCircle(test, 'withDoor', 'closed'),
  ]
  const stranger = new Browser(test.app.port)
  for (const circle of circles) {
    for (const sitting of circle.all) {
      const { browser, seat } = sitting
      for (const name of Object.keys(routes) as RouteName[]) {
        // Read by who may, and refused in every way to who may not.
        await browser.raw(
          name,
          { seat, desk: circle.desk, id: circle.tokens['Edith'] ?? '' },
          { words: 'zorg' },
        )
      }
      for (const path of [files.calendar, files.planFile]) await browser.send('GET', path(seat))
      const socket = await browser.upgrade(sockets.live(seat))
      if (typeof socket !== 'string') socket.ws.terminate()
    }
    for (const token of Object.values(circle.tokens)) {
      await stranger.send('GET', `/k?${token}`)
      await stranger.send('GET', `/api/join/${token}`)
      await stranger.raw('peekCard', {}, { token })
    }
    await circle.member.browser.send('GET', files.planPdf(circle.member.seat))
    await stranger.raw('peekCode', {}, { code: circle.joinCode })
    await stranger.upgrade(sockets.sealed(circle.member.seat, circle.room.id))
  }
  // Faults of the server's own carry what somebody typed.
  const [first] = circles
  if (first === undefined) throw new Error('there is a circle')
  vi.spyOn(test.app.services.hub, 'change').mockImplementation(() => {
    throw new Error(`UNIQUE failed: Edith ${first.tokens['Edith']} praten`)
  })
  await first.board.browser.raw('call', { seat: first.board.seat }, { reason: 'talk' })
  await first.coordinator.browser.raw('end', { seat: first.coordinator.seat }, { revision: 5 })

  const log = test.logged() + printed.join('')
  const all = circles.flatMap(secretsOf)
  expect(all.length).toBeGreaterThan(120)
  expect(found(log, all)).toEqual([])
  // It does hold what happened, and would be found.
  expect(log).toContain('a call failed')
  expect(log.match(/"route":"joinByCard"/g)?.length).toBeGreaterThan(8)
  expect(found(`${log} ${first.tokens['Edith']}`, all)).toHaveLength(1)
}, 60_000)
