import { routes, sockets, type Route, type RouteName } from '@kringplan/shared/contract/routes'
import { phases, type Phase } from '@kringplan/shared/phase/phases'
import { can } from '@kringplan/shared/policy/can'
import type { Action } from '@kringplan/shared/policy/actions'
import type { Setting } from '@kringplan/shared/policy/roles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Browser, TestSocket } from '../testkit/browser.testkit.ts'
import { makeCircle, type Circle, type Sitting } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

const seatRoutes = (Object.keys(routes) as RouteName[]).flatMap((name) => {
  const route: Route = routes[name]
  return route.access.kind === 'seat' ? [{ name, action: route.access.action }] : []
})
const cases = (['withDoor', 'together'] as const).flatMap((setting) =>
  phases.map((phase) => ({ setting, phase })),
)

/** A body that no input takes: whoever may ask hears about the body, whoever may not hears nothing. */
const nonsense = { nonsense: true }
const uniform = '{"refusal":"refused"}'

let test: TestApp
beforeAll(async () => {
  test = await startTestApp()
})
afterAll(() => test.stop())

/** As the policy has it. Behind a closed door the card, not the server, judges a member that waits. */
function expected(sitting: Sitting, setting: Setting, phase: string, action: Action): boolean {
  const knocks = sitting.standing === 'pending' && setting === 'withDoor' && phase === 'deliberation'
  return can({ role: sitting.role, standing: knocks ? 'in' : sitting.standing, setting, phase }, action)
}

/** The plan on the table is a new document. */
const newest = (phase: Phase): string =>
  ['presentation', 'signing', 'followUp'].includes(phase) ? 'plan-2' : 'plan-1'

describe.each(cases)('$setting, $phase', ({ setting, phase }) => {
  let circle: Circle
  beforeAll(async () => {
    // So that the limits per address have room again: all of this comes from one address.
    test.clock.advance(60_000)
    circle = await makeCircle(test, setting, phase)
  })

  it.each(seatRoutes)(
    '[PO1] $name answers who may, and is the same refusal to everybody else',
    async ({ name, action }) => {
      for (const sitting of circle.all) {
        const { status, text } = await sitting.browser.raw(name, { seat: sitting.seat }, nonsense)
        const who = `${sitting.role} ${sitting.standing}`
        // After "klaar" the circle decides who of the professionals gets a copy, and here it has not.
        const isTheirs = name === 'copy' || name === 'version'
        if (isTheirs && setting === 'withDoor' && phase === 'followUp' && sitting.role === 'professional')
          expect([who, status, text]).toEqual([who, 403, uniform])
        else if (expected(sitting, setting, phase, action))
          expect([who, [200, 400].includes(status)]).toEqual([who, true])
        else expect([who, status, text]).toEqual([who, 403, uniform])
      }
    },
  )

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

  it('[OD1][SR2] sockets open for who may and are refused in the same bytes to everybody else', async () => {
    for (const sitting of circle.all) {
      const { seat, browser } = sitting
      const targets = [
        [sockets.live(seat), 'view.read'],
        [`${sockets.docs(seat)}/${newest(phase)}`, 'plan.read'],
        [sockets.sealed(seat, circle.room.id), 'draft.connect'],
      ] as const
      for (const [path, action] of targets) {
        const opened = await browser.upgrade(path)
        const who = `${sitting.role} ${sitting.standing} ${action}`
        expect([who, opened instanceof TestSocket]).toEqual([who, expected(sitting, setting, phase, action)])
        if (opened instanceof TestSocket) opened.ws.terminate()
        else expect(opened).toMatch(/^403 .*\{"refusal":"refused"\}$/)
      }
    }
  })
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
