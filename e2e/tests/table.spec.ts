import { expect } from '@playwright/test'
import { boardCards, typeAgreement } from '../fixtures/board.ts'
import { fits, isWhole } from '../fixtures/boardScreens.ts'
import { becomeBoard, joinAll, leader, planStateOf, type RawMember } from '../fixtures/boardTable.ts'
import { startOpenPlan } from '../fixtures/openPlan.ts'
import { readOpenView } from '../fixtures/rawConference.ts'
import { RawBrowser } from '../fixtures/rawSeat.ts'
import { untilTrue } from '../fixtures/untilTrue.ts'
import { wilgenplein } from '../fixtures/wilgenplein.ts'
import { test } from '../fixtures/world.ts'

test('[TB1] an Alle Hens from drafting to the frozen plan, on the board by keys alone', async ({ world }) => {
  const conference = await world.conference(wilgenplein)
  const board = await world.person('bord', 'board')
  const keys = board.page.keyboard
  const [ria, omar] = (await joinAll(world, conference, ['Ria', 'Omar'])) as [RawMember, RawMember]
  const seat = await becomeBoard(world, conference, ria, board)
  await startOpenPlan(conference)
  await board.page.goto(`${world.server.url}/bord/${seat}`)

  await test.step('drafting, and the plan comes on the table', async () => {
    await expect(board.heading(/^Het plan/)).toBeVisible()
    await typeAgreement(board, {
      what: 'Samen het plein opruimen',
      who: ['Ria', 'Omar'],
      where: 'Wilgenplein',
    })
    await typeAgreement(board, { what: 'Een bank bij de speeltuin', who: ['Jan'], when: 'in het voorjaar' })
    await keys.press('v')
    await expect(boardCards(board)).toHaveCount(2)
    await keys.press('t')
    await expect(board.heading('Zullen wij het plan op tafel leggen?')).toBeVisible()
    await board.sees('Onze ideeën gooien wij nu weg. Het plan blijft.')
    await keys.press('Escape')
    await expect(boardCards(board)).toHaveCount(2)
    // The letter on a button of the page works there as well [BO1].
    await keys.press('g')
    await expect(board.button(/^Leg het plan op tafel/)).toBeFocused()
    await keys.press('t')
    await expect(board.heading('Zullen wij het plan op tafel leggen?')).toBeVisible()
    await keys.press('Escape')
    await keys.press('g')
    await expect(board.button(/^Leg het plan op tafel/)).toBeFocused()
    await keys.press('Enter')
    await expect(board.button(/^Leg het plan op tafel/)).toBeFocused()
    await keys.press('Enter')
    await expect(board.button(/^Lees voor/)).toBeVisible()
    expect((await readOpenView(ria.browser, ria.seat)).phase).toBe('presentation')
    await expect(boardCards(board)).toHaveCount(2)
    await isWhole(board, 'het plan op tafel')
  })

  const ids = await boardCards(board).evaluateAll((all) =>
    all.map((one) => (one as HTMLElement).dataset['agreement'] ?? ''),
  )
  const [opruimen = '', bank = ''] = ids
  const card = (id: string) => board.page.locator(`[data-agreement="${id}"]`)

  await test.step('[TB3, TB4] questions, answers and changes stand at their agreement', async () => {
    const marieke = new RawBrowser(world.server.url)
    const mariekeSeat = await marieke.join(conference.link(wilgenplein.professional))
    const { coordinator, coordinatorSeat } = conference
    ;(await coordinator.call('mark', { seat: coordinatorSeat, id: bank }, { on: true })).value()
    const say = { answer: 'cannot', words: 'de gemeente moet het eerst goed vinden' } as const
    ;(await marieke.call('answerPlan', { seat: mariekeSeat, id: bank }, say)).value()
    await expect(card(bank)).toContainText('vraag van Fatma')
    await expect(card(bank)).toContainText('Marieke: dit kan zo niet')
    await keys.press('2')
    await keys.press('Enter')
    await keys.press('Enter')
    await board.sees('“de gemeente moet het eerst goed vinden”')
    await expect(board.page.getByRole('textbox', { name: 'Waar doen zij dit?' })).toBeFocused()
    await keys.type('bij de glijbaan')
    await keys.press('Escape')
    await expect(card(bank)).toContainText('Marieke: daarna veranderd')
    await expect(card(bank)).toContainText('net veranderd')
    await expect(card(opruimen)).not.toContainText('net veranderd')
    await keys.press('x')
    await expect(card(bank)).not.toContainText('vraag van Fatma')
    expect((await planStateOf(ria)).marks).toEqual([])
  })

  await test.step('reading aloud: everybody follows the board, and the board whoever turns the page', async () => {
    await keys.press('l')
    await expect(board.heading('Wie leest voor?')).toBeVisible()
    await isWhole(board, 'wie leest voor')
    await keys.press('ArrowDown')
    await keys.press('ArrowRight')
    await expect(board.button('Jan')).toBeFocused()
    await keys.press('Enter')
    await expect(board.heading('Samen het plein opruimen')).toBeVisible()
    await board.sees('Jan leest voor')
    await untilTrue(
      'the phone to follow',
      async () => (await planStateOf(omar)).reading?.agreement === opruimen,
    )
    await isWhole(board, 'voorlezen')
    await keys.press('ArrowRight')
    await expect(board.heading('Een bank bij de speeltuin')).toBeVisible()
    await board.sees('Marieke zegt: dit kan zo niet.')
    await board.sees('Daarna is de afspraak veranderd.')
    await untilTrue('the phone to follow', async () => (await planStateOf(omar)).reading?.agreement === bank)
    const { browser, seat: by } = leader(conference)
    const reader = (await planStateOf(omar)).reading?.reader ?? null
    ;(await browser.call('read', { seat: by }, { agreement: opruimen, reader })).value()
    await expect(board.heading('Samen het plein opruimen')).toBeVisible()
  })

  await test.step('[TB2] a lost connection stops no reading on the board', async () => {
    board.network.cut()
    await keys.press('End')
    await expect(board.heading('Weer samen')).toBeVisible()
    await board.sees('Even geen internet. De telefoons lezen straks weer mee.')
    await keys.press('Home')
    await keys.press('ArrowRight')
    await expect(board.heading('Een bank bij de speeltuin')).toBeVisible()
    expect((await planStateOf(omar)).reading?.agreement).toBe(opruimen)
    board.network.restore()
    await untilTrue(
      'the phone to follow',
      async () => (await planStateOf(omar)).reading?.agreement === bank,
      30_000,
    )
    await keys.press('Enter')
    await keys.press('Enter')
    await expect(boardCards(board)).toHaveCount(2)
    await expect(card(bank)).not.toContainText('net veranderd')
    await untilTrue('the reading to end', async () => (await planStateOf(omar)).reading?.agreement === null)
  })

  await test.step('[TB6] without a day for the next meeting nothing is frozen, and the way there is one key', async () => {
    await keys.press('v')
    await expect(board.heading(/^Wanneer komen wij weer samen\?/)).toBeVisible()
    await fits(board, 'nog geen dag')
    await keys.press('Enter')
    await expect(board.page.getByRole('textbox', { name: 'Wanneer komen wij weer samen?' })).toBeFocused()
    await keys.type('op het pleinfeest')
    await keys.press('Enter')
    await expect(board.page.getByRole('textbox', { name: 'Waar komen wij samen?' })).toBeFocused()
    await keys.press('Shift+Tab')
    await expect(board.page.getByRole('textbox', { name: 'Wanneer komen wij weer samen?' })).toBeFocused()
    await keys.press('Control+A')
    await keys.press('Delete')
    await keys.press('Enter')
    const later = board.page.getByRole('checkbox', { name: 'Wij kiezen later een dag' })
    await expect(later).toBeFocused()
    await keys.press('Space')
    await expect(later).toBeChecked()
    // By mouse as well, from the field above it, which closes and lets it move.
    await keys.press('Space')
    await keys.press('Shift+Tab')
    await expect(later).not.toBeFocused()
    await later.click()
    await expect(later).toBeChecked()
    await expect(later).toBeFocused()
    await isWhole(board, 'weer samen')
    await keys.press('Enter')
    await keys.press('Enter')
    await keys.press('Enter')
    await expect(board.page.getByRole('combobox', { name: 'Wie let op of het lukt?' })).toBeFocused()
    await keys.type('sam')
    await keys.press('Enter')
    await expect(board.button('Haal Samira weg')).toBeVisible()
    await keys.press('Enter')
    await expect(boardCards(board)).toHaveCount(2)
    await keys.press('l')
    await keys.press('Enter')
    await keys.press('End')
    await board.sees('Wij kiezen later een dag.')
    await board.sees('Samira')
    await keys.press('Escape')
  })

  await test.step('[TB7] two at the same moment: one wins, and the other is told', async () => {
    await keys.press('v')
    await expect(board.heading('Zullen wij het plan vastzetten?')).toBeVisible()
    await isWhole(board, 'vastzetten')
    await keys.press('Escape')
    const { revision: now } = await readOpenView(ria.browser, ria.seat)
    ;(await ria.browser.call('freeze', { seat: ria.seat }, { revision: now })).value()
    await board.sees('Ria vraagt: zullen wij het plan vastzetten?')
    await board.press(board.button('Nu niet'))
    await expect(board.button('Nu niet')).toHaveCount(0)
    expect((await planStateOf(ria)).proposal).toBeNull()
    ;(await ria.browser.call('freeze', { seat: ria.seat }, { revision: now })).value()
    await board.press(board.button('Ja'))
    await expect(board.heading('Zullen wij het plan vastzetten?')).toBeVisible()
    const { browser, seat: by } = leader(conference)
    await board.page.route('**/phase/freeze', async (route) => {
      const { revision } = await readOpenView(browser, by)
      ;(await browser.call('freeze', { seat: by }, { revision })).value()
      await route.continue()
    })
    await expect(board.button(/^Zet vast/)).toBeFocused()
    await keys.press('Enter')
    await expect(board.heading('Wij zetten onze handtekening')).toBeVisible()
    await board.sees('Iemand anders was net eerder. Kijk wat er nu staat.')
    await board.press(board.button('Sluit'))
  })
})
