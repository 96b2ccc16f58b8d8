import { expect, type Page } from '@playwright/test'
import { sampleFile, serveCopy } from '../fixtures/sampleCopy.ts'
import { test } from '../fixtures/world.ts'

const SEAT = 'seat-of-edith'
const PAGE = `/plek/${SEAT}/kopie`

/** Resolves when the worker of the seat serves this page's files. */
const shellReady = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    return (await caches.keys()).length
  })

async function choose(page: Page, content: unknown): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(content))
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer })
}

test('[CP1, CP5, CP6] the copy is read without network, after a reload and in a new tab', async ({
  world,
}) => {
  // Oma cooks on a day that was chosen; Edith does nothing on such a day.
  const oma = await world.person('oma', 'phone')
  await serveCopy(oma.page, SEAT, 'member', { personId: 'oma', name: 'oma' })
  await oma.page.goto(world.server.url + PAGE)
  await expect(oma.heading('Dit is jouw kopie van het plan.')).toBeVisible()
  await expect(oma.heading('Dit doe jij, oma')).toBeVisible()
  await expect(oma.link('Zet in mijn agenda')).toHaveAttribute('href', `/api/seats/${SEAT}/agenda.ics`)
  const edith = await world.person('tante Edith', 'phone')
  await serveCopy(edith.page, SEAT)
  await edith.page.goto(world.server.url + PAGE)
  await expect(edith.link('Print het plan')).toBeVisible()
  await expect(edith.link('Zet in mijn agenda')).toHaveCount(0)
  expect(await shellReady(oma.page)).toBe(1)

  await world.server.stop()
  await oma.page.reload()
  await expect(oma.heading('Dit doe jij, oma')).toBeVisible()
  const again = await oma.context.newPage()
  await again.goto(world.server.url + PAGE)
  await expect(again.getByText('Johan gaat na school naar de opvang.').first()).toBeVisible()
  await expect(again.getByText('Zet in mijn agenda: daarvoor heb je internet nodig.')).toBeVisible()
  await expect(again.getByRole('link', { name: 'Zet in mijn agenda' })).toHaveCount(0)

  const saved = again.waitForEvent('download')
  await again.getByRole('button', { name: 'Bewaar het plan als bestand' }).tap()
  const text = await (await saved).createReadStream()
  let content = ''
  for await (const chunk of text) content += String(chunk)
  expect(JSON.parse(content)).toEqual(sampleFile)
})

test('[CP6, CP7] the worker keeps files of the app and no content, for the pages of this seat only', async ({
  world,
}) => {
  const edith = await world.person('tante Edith', 'phone')
  await serveCopy(edith.page, SEAT)
  await edith.page.goto(world.server.url + PAGE)
  await expect(edith.heading('Dit is jouw kopie van het plan.')).toBeVisible()
  await shellReady(edith.page)
  const kept = await edith.page.evaluate(async () => {
    const cache = await caches.open((await caches.keys())[0] ?? '')
    const requests = await cache.keys()
    const texts = await Promise.all(requests.map(async (one) => (await cache.match(one))?.text() ?? ''))
    return { paths: requests.map(({ url }) => new URL(url).pathname), text: texts.join('') }
  })
  expect(kept.paths.length).toBeGreaterThan(10)
  expect(kept.paths.filter((path) => !/^\/(index\.html|assets\/[\w.-]+)$/.test(path))).toEqual([])
  expect(kept.text).toContain('Dit is jouw kopie van het plan.')
  for (const word of ['opvang', 'tante Edith', SEAT]) expect(kept.text).not.toContain(word)

  const controlled = async (path: string) => {
    await edith.page.goto(world.server.url + path)
    await expect(edith.page.getByRole('heading').first()).toBeVisible()
    return edith.page.evaluate(() => navigator.serviceWorker.controller !== null)
  }
  expect(await controlled(PAGE)).toBe(true)
  for (const path of ['/', '/bord', '/c', '/controle', '/plek/another/kopie']) {
    expect(await controlled(path), path).toBe(false)
  }
})

test('[CP7] the seat of a board keeps nothing of a copy', async ({ world }) => {
  const board = await world.person('bord', 'board')
  await serveCopy(board.page, SEAT, 'board')
  await board.page.goto(world.server.url + PAGE)
  await expect(board.heading('Er staat nog geen kopie op dit apparaat.')).toBeVisible()
  const left = await board.page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: await caches.keys(),
  }))
  expect(left).toEqual({ workers: 0, caches: [] })
})

test('[CP3, CP4, CP9] a file is checked in the page: nothing is sent, and each change is seen', async ({
  world,
}) => {
  const somebody = await world.person('iemand', 'desktop')
  const { page } = somebody
  await page.goto(`${world.server.url}/controle`)
  await expect(somebody.heading('Klopt dit plan nog?')).toBeVisible()
  await page.waitForLoadState('networkidle')
  // From here on there is no server: whatever the page needs, it has.
  await world.server.stop()
  const sent: string[] = []
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    // A letter that was not on the page before may want its font: a file of the app, named by nothing of the plan.
    if (request.method() !== 'GET' || !pathname.endsWith('.woff2') || search !== '') sent.push(request.url())
  })

  await choose(page, sampleFile)
  await expect(somebody.heading('Dit plan klopt.')).toBeVisible()
  await expect(page.getByText('hoort bij deze woorden', { exact: true })).toHaveCount(
    sampleFile.signatures.length,
  )
  await expect(somebody.heading('Onze handtekeningen')).toBeVisible()

  await choose(page, { ...sampleFile, text: sampleFile.text.replace('opvang', 'opvanG') })
  await expect(somebody.heading('Dit plan klopt niet.')).toBeVisible()
  await somebody.sees('De woorden zijn veranderd nadat het plan is vastgezet.')

  const [first, second] = sampleFile.signatures
  const moved = { ...first, person: second?.person }
  await choose(page, { ...sampleFile, signatures: [moved] })
  await somebody.sees('Een handtekening hoort niet bij deze woorden.')
  await expect(page.getByText('De woorden zijn veranderd')).toHaveCount(0)

  await choose(page, { a: 1 })
  await somebody.sees('Dit is geen bestand van een plan. Kies een ander bestand.')
  expect(sent).toEqual([])
  const kept = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).length,
    storage: localStorage.length + sessionStorage.length,
  }))
  expect(kept).toEqual({ databases: 0, storage: 0 })
})
