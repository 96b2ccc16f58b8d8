import { expect } from '@playwright/test'
import { buildClosedDoor } from '../fixtures/closedDoor.ts'
import { test } from '../fixtures/world.ts'

const words = (person: { page: import('@playwright/test').Page }) =>
  person.page
    .getByRole('listitem')
    .filter({ hasText: /^[a-z]+$/ })
    .allInnerTexts()

test('[WD1] [WD6] [WD7] @door somebody who comes late is let in by words that both hear, and sees nothing before', async ({
  world,
}) => {
  const { conference, board, phones } = await buildClosedDoor(world, ['tante Edith'])
  const [edith] = phones
  if (edith === undefined) throw new Error('a phone')
  await edith.goToPlan()
  await edith.jot('Samen eten op zondag')
  const herman = await world.person('oom Herman', 'phone')
  await herman.joinByLink(conference.link('oom Herman'))
  await expect(herman.heading('De deur is dicht')).toBeVisible()
  await herman.press(herman.link('Vraag of je binnen mag'))
  await expect(herman.heading('Je staat voor de deur.')).toBeVisible()

  await test.step('everybody inside sees who is at the door; one opens, and both read the same words', async () => {
    await board.sees('Oom Herman staat voor de deur.')
    await edith.sees('Oom Herman staat voor de deur.')
    await edith.press(edith.button('Praat met oom Herman'))
    await expect(edith.heading('Hoor je oom Herman deze woorden lezen?')).toBeVisible()
    await expect(herman.heading('Lees deze woorden hardop.')).toBeVisible()
    expect(await words(herman)).toHaveLength(4)
    expect(await words(herman)).toEqual(
      await edith.page.getByRole('dialog').getByRole('listitem').allInnerTexts(),
    )
    await expect(board.page.getByText('Oom Herman staat voor de deur.')).toHaveCount(0)
    await herman.seesNothingOf('Samen eten op zondag')
  })

  await test.step('a yes inside alone is not enough, nor a yes outside: with both he is in', async () => {
    await edith.press(edith.button('Ja, laat oom Herman binnen'))
    await expect(herman.heading('Lees deze woorden hardop.')).toBeVisible()
    await herman.press(herman.button('Ja, dezelfde woorden'))
    await expect(herman.link('Ga naar het plan')).toBeVisible()
    await herman.goToPlan()
    await expect(herman.agreement('Samen eten op zondag')).toBeVisible()
    await herman.page.reload()
    await expect(herman.agreement('Samen eten op zondag')).toBeVisible()
  })
})

test('[WD6] @door who hears other words says no, and nobody is let in', async ({ world }) => {
  const { conference, board } = await buildClosedDoor(world, ['tante Edith'])
  const herman = await world.person('oom Herman', 'phone')
  await herman.joinByLink(conference.link('oom Herman'))
  await herman.press(herman.link('Vraag of je binnen mag'))
  await board.press(board.button('Praat met oom Herman'))
  await expect(herman.heading('Lees deze woorden hardop.')).toBeVisible()
  await expect(board.heading('Hoor je oom Herman deze woorden lezen?')).toBeVisible()
  await board.page.keyboard.press('Escape')
  await expect(board.page.getByRole('dialog')).toHaveCount(0)
  await herman.press(herman.button('Nee, andere woorden'))
  await expect(herman.page.getByText('Dan klopt er iets niet.')).toBeVisible()
  await herman.press(herman.button('Vraag of je binnen mag'))
  await expect(herman.heading('Je staat voor de deur.')).toBeVisible()
  await board.sees('Oom Herman staat voor de deur.')
})
