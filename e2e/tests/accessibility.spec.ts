import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { startOpenPlan } from '../fixtures/openPlan.ts'
import { johan } from '../fixtures/johan.ts'
import { takeTour } from '../fixtures/tour.ts'
import { wilgenplein } from '../fixtures/wilgenplein.ts'
import { test } from '../fixtures/world.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Names that say in a sentence what the eye sees as pictures and short words: a row with its question and answer
 * ("Wie: Johan en Wim. Wijzig"), and the days of the week ("maandag" where "ma" stands).
 */
const isReadAsSentence = (html: string) => / id="vraag-/.test(html) || /aria-label="\p{L}+dag"/u.test(html)

test('every screen: no fault that axe can find', async ({ world }) => {
  test.setTimeout(240_000)
  const faults: string[] = []
  let screens = 0
  await takeTour(
    world,
    async ({ name, person }) => {
      screens += 1
      // What fades in has no contrast while it does.
      await person.page.evaluate(() =>
        Promise.all(document.getAnimations().map((moving) => moving.finished.catch(() => {}))),
      )
      const { violations } = await new AxeBuilder({ page: person.page }).withTags(rules).analyze()
      for (const { id, nodes: found } of violations) {
        const nodes = found.filter(
          ({ html }) => !(id === 'label-content-name-mismatch' && isReadAsSentence(html)),
        )
        if (nodes.length === 0) continue
        faults.push(
          `${name}: ${id}: ${nodes
            .slice(0, 3)
            .map(({ html }) => html.slice(0, 160))
            .join(' | ')}`,
        )
      }
    },
    {
      phone: { reducedMotion: 'reduce' },
      board: { reducedMotion: 'reduce' },
      desktop: { reducedMotion: 'reduce' },
    },
  )
  expect(screens).toBeGreaterThan(35)
  expect(faults).toEqual([])
})

test('at 320 pixels nothing scrolls sideways', async ({ world }) => {
  test.setTimeout(240_000)
  const narrow = { viewport: { width: 320, height: 640 } }
  const wide: string[] = []
  await takeTour(
    world,
    async ({ name, person }) => {
      if (person.device === 'board') return
      const width = await person.page.evaluate(() => document.documentElement.scrollWidth)
      if (width > 320) wide.push(`${name}: ${width}`)
    },
    { phone: narrow, desktop: narrow },
  )
  expect(wide).toEqual([])
})

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
