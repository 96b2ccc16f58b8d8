import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ANEW_AFTER_MS, ANEW_AGAIN_MS } from '@kringplan/shared/contract/seatView'
import { expect } from '@playwright/test'
import { enterByCard, readDoorCard } from '../fixtures/board.ts'
import { buildClosedDoor } from '../fixtures/closedDoor.ts'
import { forgetKeys } from '../fixtures/forgetKeys.ts'
import type { Person } from '../fixtures/person.ts'
import { MovedClock } from '../fixtures/testClock.ts'
import { test } from '../fixtures/world.ts'

const clock = new MovedClock()
test.use({ wishes: { clock } })

const lines = ['Samen eten', 'Oma belt elke dag', 'Wij wandelen op zondag', 'Kees past op']
const QUESTION = 'Tante Edith vraagt: beginnen wij opnieuw?'

async function ask(person: Person): Promise<void> {
  await person.press(person.page.getByText('Is er niemand meer binnen?'))
  const way = 'Ik wil opnieuw beginnen'
  await person.press(person.device === 'board' ? person.button(way) : person.link(way))
  await expect(person.heading('Opnieuw beginnen?')).toBeVisible()
}

test('[NW1] [NW2] [NW3] @door everybody lost the key: two people start anew; who is inside says no', async ({
  world,
}) => {
  const { board, phones } = await buildClosedDoor(world, ['tante Edith', 'oom Herman'])
  const [edith, herman] = phones
  if (edith === undefined || herman === undefined) throw new Error('two phones')
  await edith.goToPlan()
  await edith.jot('Samen eten op zondag')
  await expect(board.page.getByText('Samen eten op zondag')).toBeVisible()

  await test.step('somebody is still inside: the board says no, and the plan is there', async () => {
    await board.page.keyboard.press('?')
    await expect(board.page.getByText('Samen eten op zondag')).toHaveCount(0)
    await forgetKeys(edith)
    await edith.page.goto(`${world.server.url}/plek/${edith.seat}`)
    await ask(edith)
    await edith.sees('Het hele plan gaat weg.')
    await edith.press(edith.button('Vraag het de kring'))
    await expect(edith.heading('Jij vraagt of wij opnieuw beginnen.')).toBeVisible()
    // Over whatever the devices inside show: the board's help, and the plan of a phone.
    for (const who of [board, herman]) await expect(who.heading(QUESTION)).toBeFocused()
    await board.press(board.button('Nee, wij zijn binnen'))
    for (const who of [board, herman]) await expect(who.heading(QUESTION)).toHaveCount(0)
    await expect(edith.heading('Iemand zei nee.')).toBeVisible()
    await edith.press(edith.link('Terug'))
    await board.page.keyboard.press('Escape')
    await expect(board.page.getByText('Samen eten op zondag')).toBeVisible()
  })

  await test.step('nobody is: one asks, and nobody says yes in the first two minutes', async () => {
    await herman.page.clock.install()
    await forgetKeys(herman)
    await board.page.reload()
    await expect(board.heading('Dit bord is het plan vergeten.')).toBeVisible()
    await ask(board)
    await board.press(board.button('Vraag het de kring'))
    await herman.sees('Het bord vraagt: beginnen wij opnieuw?')
    // It has the key of what would come in memory only: without it nobody may say yes.
    await board.page.reload()
    await board.sees('Dit scherm is de nieuwe sleutel kwijt.')
    await herman.seesNothingOf('Het bord vraagt: beginnen wij opnieuw?')

    clock.move(ANEW_AGAIN_MS)
    await ask(edith)
    await edith.press(edith.button('Vraag het de kring'))
    await board.sees(QUESTION)
    await edith.page.reload()
    await expect(edith.heading('Jij vraagt of wij opnieuw beginnen.')).toBeVisible()
    await herman.sees(QUESTION)
    await herman.press(herman.link('Bekijk de vraag'))
    await expect(herman.heading(QUESTION)).toBeVisible()
    await expect(herman.button('Ja, begin opnieuw')).toBeDisabled()
    await herman.sees('Ja zeggen kan vanaf')
  })

  await test.step('another person agrees: the card is on the screen of who asked, and the plan begins anew', async () => {
    clock.move(ANEW_AFTER_MS)
    await herman.page.clock.fastForward(ANEW_AFTER_MS)
    await herman.press(herman.button('Ja, begin opnieuw'))
    await herman.sees('Wij zijn opnieuw begonnen. Scan de nieuwe kaart.')
    // Her page was loaded anew meanwhile: she lets people in from the list.
    await expect(edith.link('Ga naar het plan')).toBeVisible()
    await edith.page.goto(`${world.server.url}/plek/${edith.seat}/deur`)
    await edith.press(edith.button('Laat iemand binnen'))
    const card = await readDoorCard(edith)
    await enterByCard(herman, card)
    await herman.goToPlan()
    await herman.seesNothingOf('Samen eten op zondag')
    await herman.jot('Wij wandelen op zondag')
    await edith.page.goto(`${world.server.url}/plek/${edith.seat}/plan`)
    await expect(edith.agreement('Wij wandelen op zondag')).toBeVisible()
    await edith.page.goto(`${world.server.url}/plek/${edith.seat}/logboek`)
    await edith.sees('tante Edith en oom Herman begonnen opnieuw achter de deur.')
  })
})

test('[NW8] @door who slept inside while the others started anew puts the plan of before into the new one', async ({
  world,
}) => {
  const { board, phones } = await buildClosedDoor(world, ['tante Edith', 'oom Herman', 'Wim'])
  const [edith, herman, wim] = phones
  if (edith === undefined || herman === undefined || wim === undefined) throw new Error('three phones')
  await edith.goToPlan()
  for (const what of lines) await edith.jot(what)
  await wim.goToPlan()
  for (const what of lines) await expect(wim.agreement(what)).toBeVisible()

  await test.step('without network he hears of nothing, and two others start anew', async () => {
    await board.page.goto('about:blank')
    wim.network.cutSockets()
    await herman.page.clock.install()
    for (const phone of [edith, herman]) await forgetKeys(phone)
    await edith.page.goto(`${world.server.url}/plek/${edith.seat}`)
    await herman.page.goto(`${world.server.url}/plek/${herman.seat}`)
    await ask(edith)
    await edith.press(edith.button('Vraag het de kring'))
    await herman.press(herman.link('Bekijk de vraag'))
    clock.move(ANEW_AFTER_MS)
    await herman.page.clock.fastForward(ANEW_AFTER_MS)
    await herman.press(herman.button('Ja, begin opnieuw'))
    await readDoorCard(edith)
    await edith.press(edith.button('Terug naar het plan'))
    await edith.goToPlan()
    await edith.jot('Iets nieuws')
  })

  await test.step('he is outside, sees nothing, and is let in by words', async () => {
    wim.network.restore()
    await wim.sees('Wij zijn opnieuw begonnen. Scan de nieuwe kaart.')
    await wim.seesNothingOf(lines[0] ?? '')
    await wim.press(wim.link('Vraag of je binnen mag'))
    await edith.press(edith.button('Praat met Wim'))
    await edith.press(edith.button('Ja, laat Wim binnen'))
    await wim.press(wim.button('Ja, dezelfde woorden'))
    await wim.goToPlan()
    await expect(wim.agreement('Iets nieuws')).toBeVisible()
  })

  await test.step('what his page still had is offered, and one press puts it in the plan for all', async () => {
    await wim.sees('Op deze telefoon staan nog woorden die niet in het plan staan.')
    for (const what of lines) await expect(edith.agreement(what)).toHaveCount(0)
    await wim.press(wim.button('Laat zien'))
    await wim.press(wim.button('Zet alles in het plan'))
    for (const what of lines) await expect(edith.agreement(what)).toBeVisible()
    await expect(wim.button('Laat zien')).toHaveCount(0)
  })
})

test('[NW5] @door the server lost the room: a screen that still has the plan carries it into the next one', async ({
  world,
}) => {
  const { board, phones } = await buildClosedDoor(world, ['tante Edith', 'oom Herman'])
  const [edith] = phones
  if (edith === undefined) throw new Error('a phone')
  await edith.goToPlan()
  await edith.jot('Samen eten op zondag')
  await expect(board.page.getByText('Samen eten op zondag')).toBeVisible()
  await world.server.stop()
  for (const name of ['sealed.db', 'sealed.db-wal', 'sealed.db-shm'])
    rmSync(join(world.server.dataDir, name), { force: true })
  await world.server.restart()
  await ask(edith)
  await edith.sees('Dit scherm heeft het plan nog. Het komt mee.')
  await edith.press(edith.button('Vraag het de kring'))
  await board.sees(QUESTION)
  clock.move(ANEW_AFTER_MS)
  await board.page.clock.install()
  await board.page.reload()
  await board.press(board.button('Bekijk de vraag'))
  await expect(board.heading(QUESTION)).toBeFocused()
  await board.page.clock.fastForward(ANEW_AFTER_MS)
  await board.press(board.button('Ja, begin opnieuw'))
  await readDoorCard(edith)
  await edith.press(edith.button('Terug naar het plan'))
  await edith.goToPlan()
  await expect(edith.agreement('Samen eten op zondag')).toBeVisible()
})
