import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Browser } from '../testkit/browser.testkit.ts'
import { makeCircle, openView, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
let circle: Circle
beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'followUp')
})
afterEach(() => test.stop())

const phone = () => new Browser(test.app.port)
const tokenOf = (name: string) => circle.tokens[name] ?? ''
const byCard = (browser: Browser, name: string) =>
  browser.do('joinByCard', {}, { token: tokenOf(name), language: 'nl' })

describe('when the plan is ready', () => {
  it('[JN6] who comes only now waits, and is shown nothing until somebody of the circle says yes', async () => {
    const { member, coordinator } = circle
    const home = phone()
    const card = await home.do('peekCard', {}, { token: tokenOf('Herman') })
    expect(card).toMatchObject({ ready: true, people: null, again: false })
    const { seat, standing } = await byCard(home, 'Herman')
    expect(standing).toBe('pending')
    expect(await home.view(seat)).toMatchObject({ kind: 'waiting', ready: true })
    for (const route of ['version', 'copy'] as const) {
      expect(await home.no(route, { seat }, {})).toEqual({ refusal: 'refused' })
    }
    const asks = { id: seat, name: 'Herman', how: 'listed' }
    expect((await openView(member)).waiting).toContainEqual(asks)
    expect((await openView(circle.board)).waiting).toContainEqual(asks)
    expect((await openView(coordinator)).waiting).toEqual([])
    const no = await coordinator.browser.no(
      'answerJoin',
      { seat: coordinator.seat, id: seat },
      { answer: 'yes' },
    )
    expect(no.refusal).toBe('refused')
    // Using the link once more is no yes, and asks nothing twice.
    expect(await byCard(home, 'Herman')).toEqual({ seat, standing: 'pending' })
    await member.browser.do('answerJoin', { seat: member.seat, id: seat }, { answer: 'yes' })
    expect((await home.view(seat)).kind).toBe('open')
    expect((await home.do('version', { seat }, {})).number).toBe(1)
    expect(await byCard(home, 'Herman')).toEqual({ seat, standing: 'in' })
  })

  it('[JN6] a device that asked by the code is not let in by its link any more', async () => {
    const browser = phone()
    const { names } = await browser.do('peekCode', {}, { code: circle.joinCode })
    const personId = names.find(({ name }) => name === 'Herman')?.id ?? ''
    const who = { personId }
    const { seat } = await browser.do('joinByCode', {}, { code: circle.joinCode, language: 'nl', who })
    expect(await byCard(browser, 'Herman')).toEqual({ seat, standing: 'pending' })
  })

  it('[JN6] a professional waits the same way, and a yes gives no more than what the circle shares', async () => {
    const { member } = circle
    await circle.professional.browser.do('endSeat', { seat: circle.professional.seat }, {})
    const home = phone()
    const { seat, standing } = await byCard(home, 'Sanne')
    expect(standing).toBe('pending')
    await member.browser.do('answerJoin', { seat: member.seat, id: seat }, { answer: 'yes' })
    expect((await home.view(seat)).kind).toBe('open')
    expect(await home.no('version', { seat }, {})).toEqual({ refusal: 'refused' })
    expect(await home.no('copy', { seat }, {})).toEqual({ refusal: 'refused' })
  })
})
