import { expect } from '@playwright/test'
import { johan } from '../fixtures/johan.ts'
import { startOpenPlan } from '../fixtures/openPlan.ts'
import { wilgenplein } from '../fixtures/wilgenplein.ts'
import { test } from '../fixtures/world.ts'

test('by keyboard alone: join, choose a picture, and make an agreement', async ({ world }) => {
  const conference = await world.conference(wilgenplein)
  const omar = await world.person('Omar', 'desktop')
  const { page } = omar
  const keys = page.keyboard
  /** Walks with Tab to what has this role and name. */
  const walkTo = async (role: 'button' | 'link' | 'radio' | 'checkbox' | 'textbox', name: string) => {
    const goal = page.getByRole(role, { name, exact: true })
    await expect(goal).toBeAttached()
    for (let step = 0; step < 60; step += 1) {
      if (await goal.evaluate((element) => element === document.activeElement)) return
      await keys.press('Tab')
    }
    throw new Error(`Tab does not come to ${role} ${name}`)
  }
  await page.goto(conference.link('Omar'))
  await walkTo('button', 'Ja, dat ben ik')
  await keys.press('Enter')
  await walkTo('button', 'Ga naar de kring')
  await keys.press('Enter')
  await expect(omar.link('Bekijk onze vraag')).toBeVisible()
  await startOpenPlan(conference)
  await walkTo('link', 'Ga naar het plan')
  await keys.press('Enter')
  await walkTo('button', 'Afspraak')
  await keys.press('Enter')
  await walkTo('textbox', 'Wat gaan jullie doen?')
  await keys.type('Samen het plein opruimen')
  await walkTo('button', 'Zet op het bord')
  await keys.press('Enter')
  await expect(omar.sheet('Wie doen dit?')).toBeVisible()
  await walkTo('checkbox', 'Omar')
  await keys.press('Space')
  await walkTo('button', 'Zet op het bord')
  await keys.press('Enter')
  await expect(omar.sheet('Waar doen zij dit?')).toBeVisible()
  await keys.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // The focus is back where the sheet came from.
  await expect(page.locator(':focus')).toContainText('Waar')
  await walkTo('link', 'Het plan')
  await keys.press('Enter')
  await expect(omar.agreement('Samen het plein opruimen')).toBeVisible()
})

test('text in Arabic stands from right to left, beside Dutch that does not', async ({ world }) => {
  const conference = await world.conference(wilgenplein)
  const samira = await world.person('Samira', 'phone')
  const omar = await world.person('Omar', 'phone')
  for (const phone of [samira, omar]) await phone.joinByLink(conference.link(phone.name))
  await startOpenPlan(conference)
  for (const phone of [samira, omar]) await phone.goToPlan()
  const words = 'سنأكل معا يوم الأحد'
  await samira.jot(words)
  await omar.jot('Samen eten op zondag')
  for (const phone of [samira, omar]) {
    for (const [text, direction] of [
      [words, 'rtl'],
      ['Samen eten op zondag', 'ltr'],
    ] as const) {
      const shown = phone.page.getByText(text, { exact: true }).first()
      await expect(shown).toBeVisible()
      expect(await shown.evaluate((element) => getComputedStyle(element).direction)).toBe(direction)
    }
  }
})

test('a person can have the screens in English', async ({ world }) => {
  const conference = await world.conference(johan)
  const edith = await world.person('tante Edith', 'phone', { locale: 'en-GB' })
  await edith.joinByLink(conference.link('tante Edith'))
  await edith.press(edith.link('Van mij'))
  await edith.page.getByRole('combobox', { name: 'Kies je taal' }).selectOption('en')
  await expect(edith.page.locator('html')).toHaveAttribute('lang', 'en')
})
