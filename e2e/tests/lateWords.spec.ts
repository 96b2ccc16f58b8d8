import { expect } from '@playwright/test'
import { typeAgreement } from '../fixtures/board.ts'
import { buildClosedDoor } from '../fixtures/closedDoor.ts'
import { arrived, askAtBoard, openAtBoard, openDocumentBytes, seesItOpen } from '../fixtures/openedDoor.ts'
import type { Person } from '../fixtures/person.ts'
import { readOpenView } from '../fixtures/rawConference.ts'
import { findSentence } from '../fixtures/wiretap.ts'
import { test } from '../fixtures/world.ts'

test('[OP5] [OP6] @door a phone that is away is named, the circle goes on, and its words enter by its own hand only', async ({
  world,
}) => {
  const { conference, board, phones } = await buildClosedDoor(world, ['tante Edith', 'oom Herman'])
  const [edith, herman] = phones as [Person, Person]
  await edith.goToPlan()
  await edith.jot('Samen eten op zondag')
  await expect(arrived(edith)).toBeVisible()
  await herman.goToPlan()
  await expect(herman.agreement('Samen eten op zondag')).toBeVisible()
  herman.network.cutSockets()
  await herman.jot('Geschreven in de tunnel')

  await askAtBoard(board)
  await board.sees('De telefoon van oom Herman is even weg. Misschien staan daar nog woorden.')
  await board.seesNothingOf('De telefoon van tante Edith is even weg.')
  await expect(board.button(/^Wacht even/)).toBeVisible()
  await board.page.keyboard.press('Enter')
  await seesItOpen(board)

  herman.network.restore()
  await expect(herman.heading('De deur is open.')).toBeVisible({ timeout: 30_000 })
  await herman.sees('Dit stond nog niet op het bord.')
  await herman.sees('Geschreven in de tunnel')
  expect(findSentence(await openDocumentBytes(conference), 'Geschreven in de tunnel')).toEqual([])
  await board.seesNothingOf('Geschreven in de tunnel')

  await herman.press(herman.button('Zet in het plan'))
  await expect(herman.page.getByText('Dit stond nog niet op het bord.')).toHaveCount(0)
  await expect
    .poll(async () => findSentence(await openDocumentBytes(conference), 'Geschreven in de tunnel'))
    .toContain('utf-8')
})

test('[OP5] what was late at the table is offered after freezing and after a reload, and can be put in when there is a plan to write in', async ({
  world,
}) => {
  const { conference, board, phones } = await buildClosedDoor(world, ['tante Edith', 'oom Herman'])
  const [edith, herman] = phones as [Person, Person]
  await typeAgreement(board, { what: 'Samen eten op zondag', who: ['vader'] })
  await openAtBoard(board)
  const raw = await board.raw()
  const seat = board.seat
  const move = async (name: 'freeze' | 'table') => {
    const { revision } = await readOpenView(raw, seat)
    ;(await raw.call(name, { seat }, { revision })).value()
  }
  for (const phone of [edith, herman]) {
    await expect(phone.heading('De deur is open.')).toHaveCount(0)
    await phone.page.goto(`${world.server.url}/plek/${phone.seat}/plan`)
    await expect(phone.agreement('Samen eten op zondag')).toBeVisible()
    phone.network.cutSockets()
    await phone.jot(`Van ${phone.name} onderweg`)
  }
  await move('freeze')

  await test.step('while the plan is fixed the words are offered, and not to be put in', async () => {
    edith.network.restore()
    await edith.sees('Dit stond nog niet op het bord.')
    await edith.sees('Van tante Edith onderweg')
    await edith.sees('Het plan staat nu vast. Je kunt dit straks nog zeggen.')
    await expect(edith.button('Zet in het plan')).toHaveCount(0)
    expect(findSentence(await openDocumentBytes(conference), 'onderweg')).toEqual([])
  })

  await test.step('a phone that was closed meanwhile offers them too', async () => {
    const home = `${world.server.url}/plek/${herman.seat}`
    await herman.page.goto('about:blank')
    herman.network.restore()
    await herman.page.goto(home)
    await herman.sees('Van oom Herman onderweg')
    await herman.press(herman.button('Gooi weg'))
    await herman.seesNothingOf('Van oom Herman onderweg')
    await herman.page.reload()
    await expect(herman.heading(/./).first()).toBeVisible()
    await herman.seesNothingOf('Van oom Herman onderweg')
  })

  await test.step('back on the table one press puts them in', async () => {
    await move('table')
    await edith.press(edith.button('Zet in het plan'))
    await expect(edith.page.getByText('Dit stond nog niet op het bord.')).toHaveCount(0)
    await expect
      .poll(async () => findSentence(await openDocumentBytes(conference), 'Van tante Edith onderweg'))
      .toContain('utf-8')
    await edith.page.reload()
    await edith.seesNothingOf('Dit stond nog niet op het bord.')
  })
})
