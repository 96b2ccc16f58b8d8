import { routes, sockets, type Route, type RouteName } from '@kringplan/shared/contract/routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Browser, TestSocket } from '../testkit/browser.testkit.ts'
import { makeCircle, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

const seatRoutes = (Object.keys(routes) as RouteName[]).flatMap((name) => {
  const route: Route = routes[name]
  return route.access.kind === 'seat' ? [{ name }] : []
})
/** What a seat may is tried in matrix.test.ts; that a seat has to be proved, here: whatever it may. */
const cases = (['withDoor', 'together'] as const).flatMap((setting) =>
  (['deliberation', 'signing'] as const).map((phase) => ({ setting, phase })),
)

/** A body that no input takes: whoever may ask hears about the body, whoever may not hears nothing. */
const nonsense = { nonsense: true }
const uniform = '{"refusal":"refused"}'

let test: TestApp
beforeAll(async () => {
  test = await startTestApp()
})
afterAll(() => test.stop())

describe.each(cases)('$setting, $phase', ({ setting, phase }) => {
  let circle: Circle
  beforeAll(async () => {
    // So that the limits per address have room again: all of this comes from one address.
    test.clock.advance(60_000)
    circle = await makeCircle(test, setting, phase)
  })

  it.each(seatRoutes)(
    '[ST1] $name is refused alike without cookie, with another seat’s, and for an unknown seat',
    async ({ name }) => {
      const stranger = new Browser(test.app.port)
      const { member, coordinator } = circle
      const forged = new Browser(test.app.port)
      forged.cookies.set(`kp_${member.seat}`, [...coordinator.browser.cookies.values()].at(-1) ?? '')
      const answers = [
        await stranger.raw(name, { seat: member.seat }, nonsense),
        await coordinator.browser.raw(name, { seat: member.seat }, nonsense),
        await forged.raw(name, { seat: member.seat }, nonsense),
        await member.browser.raw(name, { seat: 'unknownunknown' }, nonsense),
      ]
      for (const { status, text } of answers) expect([status, text]).toEqual([403, uniform])
    },
  )
})

describe('upgrades', () => {
  it('[ST2] need an Origin of ours, the seat’s own cookie and a known path', async () => {
    test.clock.advance(60_000)
    const { member, coordinator } = await makeCircle(test, 'together', 'deliberation')
    const path = sockets.live(member.seat)
    const good = await member.browser.upgrade(path)
    expect(good).toBeInstanceOf(TestSocket)
    if (good instanceof TestSocket) good.ws.terminate()

    const refusals = [
      await member.browser.upgrade(path, { Origin: 'https://evil.example' }),
      await member.browser.upgrade(path, { Origin: 'null' }),
      await coordinator.browser.upgrade(path),
      await new Browser(test.app.port).upgrade(path),
      await member.browser.upgrade(sockets.live('unknownunknown')),
      await member.browser.upgrade(`${sockets.docs(member.seat)}/other`),
      await member.browser.upgrade('/elsewhere'),
    ]
    const withoutOrigin = new Browser(test.app.port)
    for (const [name, value] of member.browser.cookies) withoutOrigin.cookies.set(name, value)
    withoutOrigin.origin = null
    refusals.push(await withoutOrigin.upgrade(path))
    expect(new Set(refusals).size).toBe(1)
    expect(refusals[0]).toContain('403')
  })
})
