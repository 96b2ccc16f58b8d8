import { expect } from '@playwright/test'
import { johan } from '../fixtures/johan.ts'
import type { Person } from '../fixtures/person.ts'
import { expectInNoText } from '../fixtures/qr.ts'
import { test, type World } from '../fixtures/world.ts'

/** The coordinator at a page of the preparation, on a device of the test's own. */
async function atDesk(world: World, pages: readonly string[]): Promise<readonly Person[]> {
  const conference = await world.conference(johan)
  const desks: Person[] = []
  for (const page of pages) {
    const desk = await world.person('Fatma', 'desktop')
    await desk.takeSeatsOf(conference.coordinator)
    await desk.page.goto(`${world.server.url}/c/${conference.coordinatorSeat}/${page}`)
    await expect(desk.page.getByRole('main')).toBeVisible()
    desks.push(desk)
  }
  return desks
}

test('[PR4] words of two devices in one field: both are there until the coordinator chooses', async ({
  world,
}) => {
  const [one, other] = await atDesk(world, ['vraag', 'vraag'])
  if (one === undefined || other === undefined) throw new Error('two desks')
  const question = (desk: Person) => desk.page.getByRole('textbox', { name: 'De vraag van de kring' })
  await question(one).fill('Hoe helpen wij Johan?')
  await one.page.reload()
  await expect(question(one)).toHaveValue('Hoe helpen wij Johan?')
  await one.sees('Nog niet bewaard')

  await question(other).fill('Waar woont Johan?')
  await other.press(other.button('Bewaar'))
  await other.sees(/^Bewaard$/)
  await one.sees('Waar woont Johan?')
  await expect(question(one)).toHaveValue('Hoe helpen wij Johan?')
  await one.press(one.button('Bewaar'))
  await one.sees('Iemand anders was net iets eerder. Kijk wat er nu staat.')
  await expect(question(other)).toHaveValue('Waar woont Johan?')
  await one.press(one.button('Houd wat ik typte'))
  await one.press(one.button('Bewaar'))
  await one.sees(/^Bewaard$/)
  await expect(question(other)).toHaveValue('Hoe helpen wij Johan?')
})

test('[PR5] the order and a person, by keys alone', async ({ world }) => {
  const [desk] = await atDesk(world, ['kring'])
  if (desk === undefined) throw new Error('a desk')
  const { page } = desk
  const edith = desk.button('Wijzig tante Edith')
  await edith.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await desk.sees('tante Edith staat op plek 4 van 12.')
  await expect(edith).toBeFocused()
  await expect(page.getByRole('row').nth(4)).toContainText('tante Edith')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Dit is tante Edith' })
  await sheet.getByLabel('Hoe oud?').fill('61')
  await page.keyboard.press('Enter')
  await desk.sees('Bewaard: tante Edith')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(edith).toBeFocused()
  await expect(page.getByRole('row').nth(4)).toContainText('61 jaar')
})

test('[PR7][PR8] a link that was sent, and cards on paper: only the coordinator says so', async ({
  world,
}) => {
  const [desk] = await atDesk(world, ['kring'])
  if (desk === undefined) throw new Error('a desk')
  const { page } = desk
  await desk.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await desk.press(desk.button('Nodig uit: Ria'))
  await desk.press(desk.button('Kopieer de link'))
  await desk.sees('Heb je de kaart naar Ria gestuurd?')
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await expectInNoText(page, link)
  await desk.press(desk.button('Ja, gestuurd'))
  await expect(page.getByRole('combobox', { name: 'Uitnodiging van Ria' })).toHaveValue('sent')

  await desk.press(desk.link('Print de kaarten'))
  await expect(desk.button('Print de kaarten')).toBeVisible()
  const sheets = async () =>
    (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g)
  expect(await sheets()).toHaveLength(3)
  await desk.choose(page.getByRole('main'), 'radio', 'Eén kaart op een vel A6')
  expect(await sheets()).toHaveLength(12)
  await expectInNoText(page, link)
  await page.evaluate(() => Object.assign(window, { print: () => undefined }))
  await desk.press(desk.button('Print de kaarten'))
  await expect(page.getByText('Kaart is geprint')).toHaveCount(0)
  await desk.press(desk.button('Ja, geprint'))
  await expect(page.getByText('Kaart is geprint')).toHaveCount(12)
})
