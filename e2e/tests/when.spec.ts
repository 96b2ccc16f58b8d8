import { expect, type Page } from '@playwright/test'
import { boardCards, pairBoard } from '../fixtures/board.ts'
import { startOpenPlan } from '../fixtures/openPlan.ts'
import type { Person } from '../fixtures/person.ts'
import { wilgenplein } from '../fixtures/wilgenplein.ts'
import { test, type World } from '../fixtures/world.ts'

/** Omar's phone on the plan of an evening in the open, with one agreement. */
async function phoneWithAgreement(world: World, words: string): Promise<Person> {
  const conference = await world.conference(wilgenplein)
  const omar = await world.person('Omar', 'phone')
  await omar.joinByLink(conference.link('Omar'))
  await startOpenPlan(conference)
  await omar.goToPlan()
  await omar.jot(words)
  return omar
}

/** The question *when* of the agreement, on a phone. */
async function openWhen(phone: Person, words: string) {
  await phone.press(phone.page.getByRole('link').filter({ hasText: words }))
  await phone.press(phone.button(/Wanneer/))
  const sheet = phone.sheet('Wanneer doen zij dit?')
  await expect(sheet).toBeVisible()
  return sheet
}

const stands = (page: Page) => page.getByRole('dialog').getByText('Staat in de agenda')

test('[WH1] [WH5] [WH6] [WH7] a phone: one question after another, read back, and the words stay as they are', async ({
  world,
}) => {
  const omar = await phoneWithAgreement(world, 'Het plein opruimen')
  const { page } = omar
  const when = await openWhen(omar, 'Het plein opruimen')
  const ownWords = 'om de 2 weken op zaterdag om 10.00 uur'
  await omar.type(when, 'Wanneer? Zeg het met eigen woorden.', ownWords)
  await omar.press(when.getByRole('button', { name: 'Zet in de agenda' }))

  // Nothing was read out of the words.
  const how = omar.sheet('Hoe vaak?')
  await expect(how.getByRole('radio')).toHaveCount(4)
  await expect(how.getByRole('radio', { checked: true })).toHaveCount(0)
  await omar.press(how.getByRole('button', { name: 'Verder' }))
  await expect(how.getByRole('alert')).toHaveText('Kies hoe vaak.')
  await omar.choose(how, 'radio', 'om de 2 weken')
  await omar.press(how.getByRole('button', { name: 'Verder' }))

  const days = omar.sheet('Op welke dagen?')
  await expect(days.getByRole('checkbox', { checked: true })).toHaveCount(0)
  await omar.choose(days, 'checkbox', 'zaterdag')
  await omar.press(days.getByRole('button', { name: 'Verder' }))

  const first = omar.sheet('Wat is de eerste dag?')
  await expect(first.getByLabel('Wat is de eerste dag?')).toHaveValue('')
  await omar.press(first.getByRole('button', { name: 'Verder' }))
  await expect(first.getByRole('alert')).toHaveText('Kies een dag.')
  await first.getByLabel('Wat is de eerste dag?').fill('2027-06-16')
  await expect(first).toContainText('woensdag 16 juni 2027')
  await omar.press(first.getByRole('button', { name: 'Verder' }))
  await expect(first.getByRole('alert')).toHaveText(
    '16 juni 2027 is een woensdag. Die dag staat er niet bij.',
  )
  await expect(first.getByLabel('Wat is de eerste dag?')).toHaveValue('2027-06-16')
  await omar.press(first.getByRole('button', { name: 'Begin op zaterdag 19 juni 2027' }))
  await omar.press(first.getByRole('button', { name: 'Verder' }))

  const time = omar.sheet('Hoe laat?')
  await omar.choose(time, 'radio', 'kies een tijd')
  await time.getByLabel('Hoe laat begint het?').selectOption('10.00 uur')
  await time.getByLabel('Hoe laat is het klaar?').selectOption('9.30 uur')
  await omar.press(time.getByRole('button', { name: 'Verder' }))
  await expect(time.getByRole('alert')).toHaveText('Kies een tijd na het begin.')
  await time.getByLabel('Hoe laat is het klaar?').selectOption('18.30 uur')
  await omar.press(time.getByRole('button', { name: 'Verder' }))

  const last = omar.sheet('Wat is de laatste dag?')
  await omar.press(last.getByRole('button', { name: 'Verder' }))
  const check = omar.sheet('Klopt dit?')
  const said = 'om de 2 weken op zaterdag, van 10.00 tot 18.30 uur, vanaf 19 juni 2027'
  await expect(check.getByText(said)).toBeVisible()
  // Read back is not chosen yet.
  await omar.press(check.getByRole('button', { name: 'Sluit' }))
  await expect(when.getByRole('button', { name: 'Zet in de agenda' })).toBeFocused()
  await expect(stands(page)).toHaveCount(0)

  await omar.press(when.getByRole('button', { name: 'Zet in de agenda' }))
  await omar.choose(omar.sheet('Hoe vaak?'), 'radio', 'één keer')
  await omar.press(how.getByRole('button', { name: 'Verder' }))
  await page.getByRole('textbox', { name: 'Op welke datum?' }).fill('2027-07-03')
  await page.keyboard.press('Enter')
  await omar.choose(time, 'radio', 'in de middag')
  await omar.press(time.getByRole('button', { name: 'Verder' }))
  await omar.press(check.getByRole('button', { name: 'Ja, zet in de agenda' }))
  await expect(stands(page)).toBeVisible()
  await expect(when.getByText('één keer, op zaterdag 3 juli 2027, in de middag')).toBeVisible()
  await expect(when.getByRole('textbox')).toHaveText(ownWords)
  await omar.press(when.getByRole('button', { name: 'Sluit' }))
  await expect(omar.button(/Wanneer/)).toContainText(ownWords)

  // Without own words the rule's words stand in their place; taken away, it is a question again.
  await omar.press(omar.button(/Wanneer/))
  await omar.press(when.getByRole('textbox'))
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await omar.press(when.getByRole('button', { name: 'Sluit' }))
  await expect(omar.button(/Wanneer/)).toContainText('één keer, op zaterdag 3 juli 2027, in de middag')
  await omar.press(omar.button(/Wanneer/))
  await omar.press(when.getByRole('button', { name: 'Haal uit de agenda' }))
  await expect(when.getByRole('button', { name: 'Zet in de agenda' })).toBeFocused()
  await omar.press(when.getByRole('button', { name: 'Sluit' }))
  await expect(omar.button(/Wanneer/)).toHaveText(/^Wanneer\?$/)
})

test('[WH5] [WH7] a board: the calendar by keys alone, between the words and the next question', async ({
  world,
}) => {
  const conference = await world.conference(wilgenplein)
  const omar = await world.person('Omar', 'phone')
  const board = await world.person('bord', 'board')
  await omar.joinByLink(conference.link('Omar'))
  await pairBoard(board, omar)
  await startOpenPlan(conference)
  const { page } = board
  const keys = page.keyboard
  const text = (name: string) => page.getByRole('textbox', { name, exact: true })
  await expect(async () => {
    await keys.press('n')
    await expect(text('Wat gaan jullie doen?')).toBeFocused({ timeout: 1000 })
  }).toPass()
  await keys.type('Het plein opruimen')
  for (const press of ['Enter', 'Enter', 'Enter']) await keys.press(press)
  await expect(text('Wanneer doen zij dit?')).toBeFocused()

  await keys.press('Tab')
  await expect(board.button('Zet in de agenda')).toBeFocused()
  await keys.press('Shift+Tab')
  await expect(text('Wanneer doen zij dit?')).toBeFocused()
  await keys.press('Tab')
  await keys.press('Enter')
  const radio = (name: string) => page.getByRole('radio', { name, exact: true })
  await expect(radio('één keer')).toBeFocused()
  await expect(radio('één keer')).not.toBeChecked()
  await keys.press('ArrowRight')
  await expect(radio('elke week')).toBeChecked()
  // Letters are not the board's while something is chosen.
  await keys.press('n')
  await expect(radio('elke week')).toBeFocused()
  for (let day = 0; day < 3; day += 1) await keys.press('Tab')
  await expect(page.getByRole('checkbox', { name: 'woensdag' })).toBeFocused()
  await keys.press('Space')
  for (let day = 0; day < 5; day += 1) await keys.press('Tab')
  await expect(page.getByLabel('Wat is de eerste dag?')).toBeFocused()
  await page.getByLabel('Wat is de eerste dag?').fill('2027-06-16')
  await expect(page.getByText('elke woensdag, vanaf 16 juni 2027.')).toBeVisible()
  await board.button('Ja, zet in de agenda').focus()
  await keys.press('Enter')
  await expect(board.button('Verander')).toBeFocused()
  await keys.press('Tab')
  await expect(board.button('Haal uit de agenda')).toBeFocused()
  await keys.press('Tab')
  await expect(text('En als het niet lukt?')).toBeFocused()
  await keys.press('Escape')
  const card = boardCards(board).first()
  await expect(card).toContainText('elke woensdag, vanaf 16 juni 2027')
  await expect(card).toContainText('Staat in de agenda')

  // The phones see it at once.
  await omar.goToPlan()
  await expect(omar.page.getByText('elke woensdag, vanaf 16 juni 2027')).toBeVisible()
})
