import { expect } from '@playwright/test'
import { boardCards } from '../fixtures/board.ts'
import { choose } from '../fixtures/boardScreens.ts'
import { freezeByKeys, layOnTable } from '../fixtures/boardTable.ts'
import { lines } from '../fixtures/johan.ts'
import { readOpenView } from '../fixtures/rawConference.ts'
import { untilTrue } from '../fixtures/untilTrue.ts'
import { test } from '../fixtures/world.ts'

test('[SG1] a board that shows other words than the version lets nobody sign', async ({ world }) => {
  const board = await world.person('bord', 'board')
  const sent: string[] = []
  board.page.on('request', (request) => {
    if (request.url().endsWith('/signatures')) sent.push(request.url())
  })
  // Whoever holds the server names a hash of other words than those of the document.
  await board.page.routeWebSocket(/\/live$/, (ws) => {
    const server = ws.connectToServer()
    server.onMessage((message) => {
      ws.send(
        typeof message === 'string'
          ? message.replace(/"hash":"[0-9a-f]{64}"/, `"hash":"${'a'.repeat(64)}"`)
          : message,
      )
    })
  })
  const { conference, boardSeat } = await layOnTable(world, lines.slice(0, 2), ['opa'], board)
  const raw = await board.raw()
  const { revision } = await readOpenView(raw, boardSeat)
  ;(await raw.call('freeze', { seat: boardSeat }, { revision })).value()
  await expect(board.heading('Wij zetten onze handtekening')).toBeVisible()
  await board.sees('Op dit bord staan andere woorden dan in het plan.')
  await expect(board.button('Haal het plan opnieuw op')).toBeVisible()
  await board.press(board.button('Oma tekent hier'))
  await board.page.keyboard.press('Space')
  await choose(board, 'Zet je plaatje')
  await board.press(board.button(/^Verder/))
  await expect(board.button(/^Zet mijn handtekening/)).toBeDisabled()
  await board.sees('Op dit bord staan andere woorden dan in het plan.')
  expect(sent).toEqual([])
  expect((await readOpenView(raw, boardSeat)).plan?.signed).toEqual([])
  expect(conference.id).not.toBe('')
})

for (const viewport of [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
]) {
  test(`[TB8] a page full of words is read whole, at ${viewport.width} by ${viewport.height}`, async ({
    world,
  }) => {
    const board = await world.person('bord', 'board', { viewport })
    const keys = board.page.keyboard
    const long = (letters: number) =>
      'Wij spreken af dat iedereen op tijd is. '.repeat(60).slice(0, letters).trim()
    const plan = [
      { what: 'Kort', who: ['oma'] },
      { what: long(300), who: ['oma', 'opa'], where: long(120), when: long(200), fallback: long(300) },
      { what: long(2000), who: ['oma'], where: long(2000), when: long(2000), fallback: long(2000) },
      { what: 'w'.repeat(300), who: [], where: 'x'.repeat(500) },
    ]
    const { boardSeat } = await layOnTable(world, plan, ['opa'], board)
    await keys.press('l')
    await keys.press('Enter')
    for (const [index, line] of plan.entries()) {
      const page = board.page.locator('[data-reads]')
      await expect(page).toContainText(line.what)
      const box = board.page.getByRole('main')
      await expect
        .poll(
          () =>
            box.evaluate(
              (main) => main.scrollHeight <= main.clientHeight && main.scrollWidth <= main.clientWidth,
            ),
          {
            message: `page ${index + 1}`,
          },
        )
        .toBe(true)
      const size = await page.locator('h1').evaluate((title) => parseFloat(getComputedStyle(title).fontSize))
      if (index === 0) expect(size).toBeGreaterThan(viewport.width / 30)
      await keys.press('ArrowRight')
    }
    await expect(board.heading('Weer samen')).toBeVisible()
    expect(boardSeat).not.toBe('')
  })
}

test('a circle with a door: who else gets a copy, and the door can close again', async ({ world }) => {
  const board = await world.person('bord', 'board')
  const keys = board.page.keyboard
  const { boardSeat } = await layOnTable(world, lines.slice(0, 4), ['opa'], board)
  await board.sees('De deur is open')
  await keys.press('m')
  await expect(boardCards(board)).toHaveCount(4)
  await keys.press('d')
  await expect(board.heading('Zullen wij de deur dicht doen?')).toBeVisible()
  await keys.press('Escape')
  await keys.press('w')
  await keys.type('volgend jaar')
  await keys.press('Escape')
  await freezeByKeys(board)
  await expect(board.button(/Sanne/)).toHaveCount(0)
  await keys.press('k')
  await keys.press('Enter')
  await expect(board.heading('Ons plan is klaar.')).toBeVisible()
  const group = board.page.getByRole('group', { name: 'Wat krijgt Sanne?' })
  await expect(group.getByRole('radio', { name: 'Niets' })).toBeChecked()
  await choose(board, 'Alleen het eigen deel')
  await expect(group.getByRole('radio', { name: 'Alleen het eigen deel' })).toBeChecked()
  const raw = await board.raw()
  await untilTrue('the choice to arrive', async () => {
    return (await readOpenView(raw, boardSeat)).plan?.shares[0]?.share === 'own'
  })
})
