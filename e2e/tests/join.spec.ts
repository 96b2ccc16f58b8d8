import { expect } from '@playwright/test'
import { closeDoorAtBoard, enterByCard, pairBoard, readDoorCard } from '../fixtures/board.ts'
import { beginMeeting } from '../fixtures/closedDoor.ts'
import { johan } from '../fixtures/johan.ts'
import type { Person } from '../fixtures/person.ts'
import { readView } from '../fixtures/rawConference.ts'
import { test } from '../fixtures/world.ts'

/** The code for joining, as it stands on the board. */
async function readJoinCode(board: Person): Promise<string> {
  const main = board.page.getByRole('main')
  await expect(main).toContainText(/[A-Z]{4}-\d{4}/)
  return /[A-Z]{4}-\d{4}/.exec(await main.innerText())?.[0] ?? ''
}

/** Answers with a key. The board takes none before the name can have been read: then one presses again. */
async function answerOnBoard(board: Person, key: 'Enter' | 'n'): Promise<void> {
  await expect(async () => {
    await board.page.keyboard.press(key)
    await expect(board.page.getByRole('dialog')).toHaveCount(0, { timeout: 500 })
  }).toPass()
}

/** The room said yes: this phone takes part, with a picture to choose when it is the first of its person. */
async function comesIn(phone: Person): Promise<void> {
  const choose = phone.button('Ga naar de kring')
  const now = phone.link('Bekijk onze vraag')
  await expect(choose.or(now).first()).toBeVisible()
  if (await choose.isVisible()) await phone.press(choose)
  await expect(now).toBeVisible()
}

test('[JN1] a link may be looked at by anybody first; the press makes the seat, and it works again and again', async ({
  world,
}) => {
  const conference = await world.conference(johan)
  const preview = await world.person('chat preview', 'phone')
  await preview.page.goto(conference.link('tante Edith'))
  await expect(preview.heading('Ben jij tante Edith?')).toBeVisible()
  expect(new URL(preview.page.url()).hash).toBe('')
  const edith = await world.person('tante Edith', 'phone')
  await edith.joinByLink(conference.link('tante Edith'))
  const { seat } = edith
  await edith.page.goto(conference.link('tante Edith'))
  await expect(edith.page).toHaveURL(new RegExp(`/plek/${seat}$`))
})

test('[JN2] a second phone of somebody waits for a yes in the room', async ({ world }) => {
  const conference = await world.conference(johan)
  const board = await world.person('bord', 'board')
  const edith = await world.person('tante Edith', 'phone')
  await edith.joinByLink(conference.link('tante Edith'))
  await pairBoard(board, edith)
  const second = await world.person('second phone', 'phone')
  await second.page.goto(conference.link('tante Edith'))
  await second.sees('Je deed al mee met een andere telefoon. Nu hier verder?')
  await second.press(second.button('Ja, dat ben ik'))
  await expect(board.page.getByRole('dialog')).toContainText(
    'tante Edith doet ook mee met een andere telefoon. Klopt dat?',
  )
  await expect(second.page).toHaveURL(/\/plek\//)
  expect((await readView(await second.raw(), second.seat)).kind).toBe('waiting')
  await answerOnBoard(board, 'Enter')
  await comesIn(second)
})

test('[JN3] without a card: the code on the board, a name, and a yes from the room', async ({ world }) => {
  const conference = await world.conference(johan)
  const board = await world.person('bord', 'board')
  const edith = await world.person('tante Edith', 'phone')
  await edith.joinByLink(conference.link('tante Edith'))
  await pairBoard(board, edith)
  const code = await readJoinCode(board)
  const ria = await world.person('Ria', 'phone')
  await ria.page.goto(`${world.server.url}/`)
  await ria.page
    .getByRole('textbox', { name: 'Typ de code van je kaart' })
    .fill(code.toLowerCase().replace('-', ' '))
  await ria.press(ria.button('Doe mee'))
  await expect(ria.heading('Wie ben jij?')).toBeVisible()
  await ria.press(ria.page.locator('label').filter({ hasText: /^Ria/ }))
  await ria.press(ria.button('Doe mee'))
  await expect(board.page.getByRole('dialog', { name: 'Mag Ria binnen?' })).toBeVisible()
  await expect(ria.page.getByText('tante Edith')).toHaveCount(0)
  await answerOnBoard(board, 'n')
  await expect(ria.page.getByText('Je kunt nu niet binnen. Praat even met iemand in de kring.')).toBeVisible()

  const guest = await world.person('somebody else', 'phone')
  await guest.page.goto(`${world.server.url}/`)
  await guest.page.getByRole('textbox', { name: 'Typ de code van je kaart' }).fill(code)
  await guest.press(guest.button('Doe mee'))
  await guest.press(guest.page.locator('label').filter({ hasText: 'Mijn naam staat er niet bij' }))
  await guest.page.getByRole('textbox').fill('buurvrouw Aïsha')
  await guest.press(guest.button('Doe mee'))
  await expect(board.page.getByRole('dialog', { name: 'Mag buurvrouw Aïsha binnen?' })).toBeVisible()
  await edith.press(edith.button('Ja, kom binnen'))
  await comesIn(guest)
  await beginMeeting(conference)
  await guest.sees(/vertelt|Wij beginnen samen/)
})

test('[JN4] who comes when the door is closed already comes in by the card, and sees nothing before', async ({
  world,
}) => {
  const conference = await world.conference(johan)
  const board = await world.person('bord', 'board')
  const edith = await world.person('tante Edith', 'phone')
  await edith.joinByLink(conference.link('tante Edith'))
  await pairBoard(board, edith)
  await beginMeeting(conference)
  await closeDoorAtBoard(board)
  const card = await readDoorCard(board)
  const ria = await world.person('Ria', 'phone')
  await ria.page.goto(conference.link('Ria'))
  await ria.press(ria.button('Ja, dat ben ik'))
  await expect(ria.heading('De deur is dicht')).toBeVisible()
  await expect(ria.page.getByText('tante Edith')).toHaveCount(0)
  await enterByCard(ria, card)
  await expect(board.page.getByRole('region', { name: 'Wie zijn er binnen?' })).toContainText('Ria')
})
