import type { Input } from '@kringplan/shared/contract/messages'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Browser } from '../testkit/browser.testkit.ts'
import { makeCircle, pairedBoard, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

const HOUR = 60 * 60 * 1000
let test: TestApp
let circle: Circle
beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'information')
})
afterEach(() => test.stop())

/** A browser that shows a pairing code; `meanwhile` happens in it before a member types that code. */
async function boardAfter(browser: Browser, meanwhile: () => Promise<unknown>): Promise<void> {
  const { seat } = await browser.do('newBoard', {}, { language: 'nl' })
  const view = await browser.view(seat)
  await meanwhile()
  const { member } = circle
  await member.browser.do(
    'pairBoard',
    { seat: member.seat },
    { code: view.kind === 'pairing' ? view.code : '' },
  )
  expect((await browser.view(seat)).kind).toBe('open')
}

describe('a browser that becomes a board', () => {
  it('[ST3] signs out also who signed in there while it showed its code', async () => {
    const laptop = new Browser(test.app.port)
    let desk = ''
    let seat = ''
    await boardAfter(laptop, async () => {
      const made = await laptop.do('signIn', {}, { token: await test.signInToken('Fatma') })
      desk = made.desk
      const input = {
        model: 'alleHens',
        door: 'off',
        circle: 'Kring',
        question: 'Hoe?',
        people: [],
        startsAt: null,
        place: '',
      } satisfies Input<'createConference'>
      seat = (await laptop.do('createConference', { desk }, input)).seat
      expect((await laptop.view(seat)).kind).toBe('open')
    })
    expect((await laptop.no('listConferences', { desk }, {})).refusal).toBe('refused')
    expect((await laptop.view(seat)).kind).toBe('ended')
  })

  it('[ST3] signs out also a professional who came in there meanwhile', async () => {
    const laptop = new Browser(test.app.port)
    const { coordinator } = circle
    await coordinator.browser.do(
      'addPerson',
      { seat: coordinator.seat },
      { name: 'Els', role: 'professional', language: 'nl', mainPerson: false },
    )
    const { links } = await coordinator.browser.do('links', { seat: coordinator.seat }, {})
    const token = links.find(({ name }) => name === 'Els')?.url.split('#')[1] ?? ''
    let seat = ''
    await boardAfter(laptop, async () => {
      seat = (await laptop.do('joinByCard', {}, { token, language: 'nl' })).seat
      expect((await laptop.view(seat)).kind).toBe('open')
    })
    expect((await laptop.view(seat)).kind).toBe('ended')
  })

  it('[PO7] leaves who went outside there outside', async () => {
    const { coordinator } = circle
    await coordinator.browser.do('leave', { seat: coordinator.seat }, {})
    const phone = new Browser(test.app.port)
    for (const [name, value] of coordinator.browser.cookies)
      if (name.startsWith('kpd_')) phone.cookies.set(name, value)
    // The laptop of the seat that left becomes the board; the phone with the desk comes in anew.
    coordinator.browser.cookies.delete(`kpd_${circle.desk}`)
    await pairedBoard(coordinator.browser, circle.member)
    expect((await coordinator.browser.view(coordinator.seat)).kind).toBe('ended')
    const { seat } = await phone.do('enterConference', { desk: circle.desk, id: circle.id }, {})
    expect((await phone.view(seat)).kind).toBe('outside')
  })
})

describe('a code that nobody typed', () => {
  it('goes after a day, and the screen that shows it is told', async () => {
    const browser = new Browser(test.app.port)
    const { seat } = await browser.do('newBoard', {}, { language: 'nl' })
    const socket = await browser.live(seat)
    expect((await socket.viewAt(1)).kind).toBe('pairing')
    socket.ws.terminate()
    test.clock.advance(24 * HOUR - 10_000)
    const next = await browser.live(seat)
    expect((await next.viewAt(1)).kind).toBe('pairing')
    test.clock.advance(10_000)
    expect((await next.viewAt(2)).kind).toBe('ended')
    expect((await browser.view(seat)).kind).toBe('ended')
    const rows = await test.app.services.db
      .selectFrom('seats')
      .select('pairingCode')
      .where('id', '=', seat)
      .execute()
    expect(rows.every(({ pairingCode }) => pairingCode === null)).toBe(true)
  })
})
