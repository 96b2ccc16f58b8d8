import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { johan } from '../fixtures/johan.ts'
import { measure } from '../fixtures/measure.ts'
import { startOpenPlan } from '../fixtures/openPlan.ts'
import type { Person } from '../fixtures/person.ts'
import { takeTour, tours } from '../fixtures/tour.ts'
import { wilgenplein } from '../fixtures/wilgenplein.ts'
import { test } from '../fixtures/world.ts'

const parts = Object.keys(tours) as readonly (keyof typeof tours)[]
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Names that say in a sentence what the eye sees as pictures and short words: a row with its question and answer
 * ("Wie: Johan en Wim. Wijzig"), and the days of the week ("maandag" where "ma" stands).
 */
const isReadAsSentence = (html: string) =>
  / id="(vraag|weer)-/.test(html) || /aria-label="\p{L}+dag"/u.test(html)

for (const part of parts) {
  test(`every screen ${part}: no fault that axe can find, nothing too small, and nothing wider than 320 pixels`, async ({
    world,
  }) => {
    test.setTimeout(360_000)
    const faults: string[] = []
    let screens = 0
    await takeTour(part, world, {
      visit: async ({ name, person }) => {
        screens += 1
        const say = (fault: string) => faults.push(`${name}: ${fault}`)
        // What fades in has no contrast while it does.
        await person.page.evaluate(() =>
          Promise.all(document.getAnimations().map((moving) => moving.finished.catch(() => {}))),
        )
        for (const fault of await axeFaults(person)) say(fault)
        for (const fault of await measure(person.page, person.device)) say(fault)
        if (person.device !== 'board') for (const fault of await atNarrowest(person)) say(fault)
      },
      options: { reducedMotion: 'reduce' },
    })
    expect(screens).toBeGreaterThan(20)
    expect(faults).toEqual([])
  })
}

async function axeFaults({ page }: Person): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze()
  return violations.flatMap(({ id, nodes: found }) => {
    const nodes = found.filter(
      ({ html }) => !(id === 'label-content-name-mismatch' && isReadAsSentence(html)),
    )
    const shown = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))
    return nodes.length === 0 ? [] : [`${id}: ${shown.join(' | ')}`]
  })
}

/** The same screen on the narrowest phone: it does not scroll sideways. */
async function atNarrowest({ page }: Person): Promise<readonly string[]> {
  const size = page.viewportSize()
  if (size === null) return []
  await page.setViewportSize({ width: 320, height: 640 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  await page.setViewportSize(size)
  return width > 320 ? [`${width} pixels wide at 320`] : []
}

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
