import { expect } from '@playwright/test'
import { boardCards, typeAgreement } from '../fixtures/board.ts'
import { buildClosedDoor } from '../fixtures/closedDoor.ts'
import { arrived } from '../fixtures/openedDoor.ts'
import { readQr } from '../fixtures/qr.ts'
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
    await board.sees('Tante Edith vraagt: halen wij de telefoon van oom Herman eruit?')
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

test('[GO10] [GO9] @door words typed on the board without network arrive when it comes in again by a card, also after a next key', async ({
  world,
}) => {
  const { board, phones } = await buildClosedDoor(world, ['tante Edith', 'oom Herman', 'Wim'])
  const [edith, herman, wim] = phones
  if (edith === undefined || herman === undefined || wim === undefined) throw new Error('three phones')
  const home = board.page.url()
  await typeAgreement(board, { what: 'Samen eten op zondag', who: ['opa'] })
  await edith.goToPlan()
  await expect(edith.agreement('Samen eten op zondag')).toBeVisible()
  board.network.cut()
  await typeAgreement(board, { what: 'Oma past op woensdag op', who: ['oma'] })

  await test.step('two phones take the third out; the board stays', async () => {
    await edith.page.goto(`${world.server.url}/plek/${edith.seat}/deur`)
    await edith.press(edith.button('Haal eruit: de telefoon van oom Herman'))
    await edith.press(edith.button('Vraag het de anderen'))
    await wim.page.goto(`${world.server.url}/plek/${wim.seat}/deur`)
    await wim.press(wim.button('Ja, haal eruit'))
    await expect(herman.heading('Deze bijeenkomst is voor jou voorbij.')).toBeVisible()
    await expect(edith.button('Haal eruit: de telefoon van oom Herman')).toHaveCount(0)
    await expect(edith.button('Haal eruit: het bord')).toBeVisible()
  })

  await test.step('the board has forgotten its key, and a phone lets it in', async () => {
    await board.page.goto('about:blank')
    board.network.restore()
    await board.page.goto(home)
    await expect(board.heading('Dit bord is het plan vergeten.')).toBeVisible()
    await edith.page.goto(
      await readQr(board.page.getByRole('img', { name: 'Code om het bord binnen te laten' })),
    )
    await edith.press(edith.button('Ja, dit is ons bord'))
    await expect(boardCards(board)).toHaveCount(2)
  })

  await expect(board.page.getByText('Alles is bewaard.')).toBeVisible()
  await wim.goToPlan()
  await expect(wim.agreement('Oma past op woensdag op')).toBeVisible()
})
