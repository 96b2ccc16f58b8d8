import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { spawnDemo, type ServerProcess } from '../fixtures/serverProcess.ts'

interface Links {
  readonly coordinator: string
  readonly professional: string
  readonly board: string
  readonly members: readonly { readonly name: string; readonly url: string }[]
}

/** The links of one conference, as the terminal shows them. */
function readLinks(output: string, circle: string): Links {
  const block = output.slice(output.indexOf(`\n${circle}\n`)).split('\n\n')[0] ?? ''
  const all = [...block.matchAll(/^ {2}(\S.*?) +(http\S+)$/gm)].map(([, name = '', url = '']) => ({
    name,
    url,
  }))
  const of = (name: string) => all.find((one) => one.name === name)?.url ?? ''
  return {
    coordinator: of('coordinator'),
    professional: of('professional'),
    board: of('board'),
    members: all.filter(({ name }) => !['coordinator', 'professional', 'board'].includes(name)),
  }
}

/** Opens a personal link in a tab of its own and presses yes. */
async function join(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('button', { name: 'Ja, dat ben ik' }).click()
  await expect(page).toHaveURL(/\/(plek|i)\//)
  if (page.url().endsWith('/plaatje')) await page.getByRole('button', { name: 'Ga naar de kring' }).click()
  return page
}

test.describe('@demo', () => {
  let server: ServerProcess
  test.beforeAll(async () => {
    server = await spawnDemo()
    await expect.poll(() => server.log().match(/https?:\S+#\S+/g)?.length).toBe(12)
  })
  test.afterAll(() => server.close())

  test('[ST3] @demo the six links of Johan, in one browser: each is somebody of its own', async ({
    browser,
  }) => {
    const links = readLinks(server.log(), 'De kring van Johan')
    expect(links.members).toHaveLength(3)
    const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 800 } })
    try {
      const coordinator = await context.newPage()
      await coordinator.goto(links.coordinator)
      await coordinator.getByRole('button', { name: 'Kom binnen als coördinator' }).click()
      await coordinator.getByRole('button', { name: 'Open De kring van Johan' }).click()
      const professional = await join(context, links.professional)
      const board = await context.newPage()
      await board.goto(links.board)
      await expect(board.getByRole('heading', { name: /Waar kan Johan veilig opgroeien/ })).toBeVisible()
      const members: Page[] = []
      for (const { url } of links.members) members.push(await join(context, url))

      await coordinator.getByRole('button', { name: 'Begin de bijeenkomst' }).click()
      await board.getByRole('button', { name: /^Ga verder/ }).click()
      await professional.getByRole('link', { name: /Wat wil jij aan de kring vertellen/ }).click()
      await expect(professional.getByRole('button', { name: 'Bewaar' })).toBeVisible()
      await professional.getByRole('link', { name: 'Terug' }).click()
      for (const [index, page] of members.entries()) {
        await expect(page.getByText(links.members[index]?.name ?? '?').first()).toBeVisible()
        await page.getByRole('link', { name: 'Bekijk onze vraag' }).click()
        await expect(page.getByText(/Waar kan Johan veilig opgroeien/).first()).toBeVisible()
        await page.getByRole('link', { name: 'Terug' }).click()
      }

      await test.step('one person tries the door alone: the card opens in another tab', async () => {
        await board.bringToFront()
        await board.keyboard.press('d')
        await board.keyboard.press('Enter')
        const opens = context.waitForEvent('page')
        await board.getByRole('button', { name: 'Open de kaart hier' }).click()
        const card = await opens
        await expect(card.getByRole('heading', { name: 'Wie ben jij? Kies je naam.' })).toBeVisible()
        await card.getByRole('button', { name: links.members[0]?.name ?? '?' }).click()
        await card.getByRole('button', { name: 'Ik kom binnen' }).click()
        await card.getByRole('link', { name: 'Ga naar het plan' }).click()
        await expect(card.getByRole('button', { name: 'Afspraak' })).toBeVisible()
        await expect(coordinator.getByText('De familie is nu samen.')).toBeVisible()
        await expect(professional.getByText('De familie is nu samen.')).toBeVisible()
      })
    } finally {
      await context.close()
    }
  })

  test('[ST3] @demo the six links of the neighbourhood, in one browser', async ({ browser }) => {
    const output = server.log()
    const circle = output.split('\n').findLast((line) => /^\S/.test(line) && !line.includes('demo')) ?? ''
    const links = readLinks(output, circle)
    expect(links.members).toHaveLength(3)
    const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 800 } })
    try {
      const coordinator = await context.newPage()
      await coordinator.goto(links.coordinator)
      await coordinator.getByRole('button', { name: 'Kom binnen als coördinator' }).click()
      await coordinator.getByRole('button', { name: `Open ${circle}` }).click()
      const others = [await join(context, links.professional)]
      for (const { url } of links.members) others.push(await join(context, url))
      const board = await context.newPage()
      await board.goto(links.board)
      await coordinator.getByRole('button', { name: 'Begin de bijeenkomst' }).click()
      await coordinator.getByRole('button', { name: 'Begin met het plan' }).click()
      for (const page of others) {
        await page.getByRole('link', { name: 'Ga naar het plan' }).click()
        await expect(page.getByRole('button', { name: 'Afspraak' })).toBeVisible()
      }
      await board
        .getByRole('button', { name: /Nieuwe afspraak|eerste afspraak/ })
        .first()
        .click()
      await board.keyboard.type('Samen het plein opruimen')
      await board.keyboard.press('Escape')
      for (const page of others) await expect(page.getByText('Samen het plein opruimen')).toBeVisible()
    } finally {
      await context.close()
    }
  })
})
