import { expect } from '@playwright/test'
import { buildClosedDoor } from '../fixtures/closedDoor.ts'
import { arrived } from '../fixtures/openedDoor.ts'
import { test } from '../fixtures/world.ts'

const ASK = 'Halen wij de telefoon van oom Herman eruit?'

test('[GO1] [GO6] [GO7] @door a phone is taken out by two people: it sees nothing more, and nobody else loses a word', async ({
  world,
}) => {
  const { board, phones } = await buildClosedDoor(world, ['tante Edith', 'oom Herman', 'Wim'])
  const [edith, herman, wil] = phones
  if (edith === undefined || herman === undefined || wil === undefined) throw new Error('three phones')
  await herman.goToPlan()
  await edith.goToPlan()
  await edith.jot('Samen eten op zondag')
  await expect(herman.agreement('Samen eten op zondag')).toBeVisible()
  // Words of somebody without network at that moment.
  await wil.goToPlan()
  await expect(wil.agreement('Samen eten op zondag')).toBeVisible()
  await wil.jot('Wim kijkt mee')
  wil.network.cut()
  await wil.jot('Johan belt elke avond')

  await test.step('one asks, and nothing happens yet', async () => {
    await edith.page.goto(`${world.server.url}/plek/${edith.seat}/deur`)
    await edith.press(edith.button('Haal eruit: de telefoon van oom Herman'))
    await expect(edith.heading(ASK)).toBeVisible()
    await edith.seesNothingOf('Ja, haal eruit')
    await edith.press(edith.button('Vraag het de anderen'))
    await expect(
      board.page.getByText('Tante Edith vraagt: halen wij de telefoon van oom Herman eruit?'),
    ).toBeVisible()
    await herman.seesNothingOf('halen wij de telefoon van oom Herman eruit')
    await expect(herman.agreement('Samen eten op zondag')).toBeVisible()
  })

  await test.step('another says yes: that phone is out at once, also after a reload', async () => {
    await board.press(board.button('Ja, haal eruit'))
    await expect(herman.heading('Deze bijeenkomst is voor jou voorbij.')).toBeVisible()
    await expect(board.page.getByText('halen wij de telefoon van oom Herman eruit?')).toHaveCount(0)
    await herman.page.reload()
    await expect(herman.heading('Deze bijeenkomst is voor jou voorbij.')).toBeVisible()
    await herman.seesNothingOf('Samen eten op zondag')
    await expect(edith.button('Haal eruit: het bord')).toBeVisible()
    await expect(edith.button('Haal eruit: de telefoon van oom Herman')).toHaveCount(0)
  })

  await test.step('the others go on under the next key, with every word, also who was away and who reloads', async () => {
    wil.network.restore()
    await edith.goToPlan()
    await expect(edith.agreement('Johan belt elke avond')).toBeVisible()
    await edith.jot('Oma past op woensdag op')
    for (const phone of [edith, wil]) {
      await expect(phone.agreement('Oma past op woensdag op')).toBeVisible()
      await expect(arrived(phone)).toBeVisible()
      await phone.page.reload()
      await expect(phone.agreement('Oma past op woensdag op')).toBeVisible()
    }
  })
})
