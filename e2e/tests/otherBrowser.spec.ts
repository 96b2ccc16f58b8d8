import { expect } from '@playwright/test'
import { readDoorCard } from '../fixtures/board.ts'
import { buildClosedDoor } from '../fixtures/closedDoor.ts'
import { openAtBoard } from '../fixtures/openedDoor.ts'
import { test } from '../fixtures/world.ts'

test('[JN7] @door a phone that opens the card in a browser without a seat comes in by name, and is in when the door opens', async ({
  world,
}) => {
  const { board, phones } = await buildClosedDoor(world, ['tante Edith'])
  const [edith] = phones
  if (edith === undefined) throw new Error('a phone')
  await edith.goToPlan()
  await edith.jot('Samen eten op zondag')
  await board.page.keyboard.press('d')
  await board.press(board.button('Laat iemand binnen'))
  await expect.poll(() => readDoorCard(board)).toContain('~')
  const card = await readDoorCard(board)
  const daan = await world.person('neef Daan', 'phone')
  await daan.page.goto(card)
  await expect(daan.heading('Wie ben jij?')).toBeVisible()
  expect(daan.page.url()).not.toContain('#')
  await daan.choose(daan.page, 'radio', 'neef Daan')
  await daan.press(daan.button('Doe mee'))
  await daan.press(daan.button('Ik kom binnen'))
  await daan.goToPlan()
  await expect(daan.agreement('Samen eten op zondag')).toBeVisible()
  await expect(board.page.getByText('neef Daan').first()).toBeVisible()
  await board.press(board.button('Iedereen is binnen'))
  await board.press(board.button('Ja, dat klopt'))
  await openAtBoard(board)
  await daan.page.goto(`${world.server.url}/plek/${daan.seat}/plan`)
  await expect(daan.agreement('Samen eten op zondag')).toBeVisible()
})
