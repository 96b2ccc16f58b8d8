import { gzipSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { startOpenPlan } from '../fixtures/openPlan.ts'
import { wilgenplein } from '../fixtures/wilgenplein.ts'
import { test } from '../fixtures/world.ts'

/** Counts the scripts that a page fetches, gzipped, in kilobytes of 1000 bytes. */
function countScripts(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (!new URL(response.url()).pathname.endsWith('.js')) return
    sizes.push(response.body().then((body) => gzipSync(body).length))
  })
  return async () => Math.round((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000)
}

test('what a phone really loads stays within the budgets', async ({ world }) => {
  const conference = await world.conference(wilgenplein)
  const ria = await world.person('Ria', 'phone')
  const joining = countScripts(ria.page)
  await ria.page.goto(conference.link('Ria'))
  await expect(ria.button('Ja, dat ben ik')).toBeVisible()
  const join = await joining()
  expect(join).toBeGreaterThan(40)
  expect(join).toBeLessThanOrEqual(90)
  await ria.joinByLink(conference.link('Ria'))
  await startOpenPlan(conference)
  await ria.goToPlan()
  await ria.jot('Samen het plein opruimen')
  // From the link to the first agreement: the drafting screens and the editor together.
  expect(await joining()).toBeLessThanOrEqual(270)
})
