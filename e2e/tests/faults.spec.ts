import { expect, test as plain } from '@playwright/test'
import { agreeOnCount, boardCards, closeDoorAtBoard, pairBoard, typeAgreement } from '../fixtures/board.ts'
import { beginMeeting, buildClosedDoor } from '../fixtures/closedDoor.ts'
import { johan } from '../fixtures/johan.ts'
import type { Person } from '../fixtures/person.ts'
import { kinds, phonesDrafting } from '../fixtures/phonesDrafting.ts'
import { readQr } from '../fixtures/qr.ts'
import { spawnServer } from '../fixtures/serverProcess.ts'
import { buildWorld, test } from '../fixtures/world.ts'

const HERE_ONLY = 'Dit staat alleen op deze telefoon.'
const ARRIVED = 'Alles staat op het bord.'

const state = (phone: Person, words: string) => phone.page.getByRole('status').filter({ hasText: words })

for (const kind of kinds) {
  plain(`[AR2] what was shown as arrived is there after SIGKILL (${kind} document)`, async ({ browser }) => {
    const server = await spawnServer()
    const world = await buildWorld(browser, server)
    try {
      const [writer, reader] = (await phonesDrafting(world, kind, 2)) as [Person, Person]
      const arrived: string[] = []
      for (const words of ['De eerste afspraak', 'De tweede afspraak', 'De derde afspraak']) {
        await writer.jot(words)
        await expect(state(writer, ARRIVED)).toBeVisible()
        arrived.push(words)
      }
      await writer.press(writer.button('Afspraak'))
      const what = writer.sheet('Wat gaan jullie doen?')
      await writer.press(what.getByRole('textbox'))
      const typing = writer.page.keyboard.type('En deze wordt nog getypt als alles uitvalt', { delay: 20 })
      await expect(what.getByRole('textbox')).toContainText('En deze')
      await server.kill()
      await typing
      // From here the server has only what is on its disk: no device can help it with what it remembers.
      writer.network.cut()
      reader.network.cut()
      await server.restart()
      const plan = reader.page.url()
      await reader.page.goto('about:blank')
      reader.network.restore()
      await reader.page.goto(plan)
      for (const words of arrived) await expect(reader.agreement(words)).toBeVisible({ timeout: 30_000 })
      writer.network.restore()
      await expect(reader.agreement('En deze wordt nog getypt als alles uitvalt')).toBeVisible({
        timeout: 40_000,
      })
    } finally {
      await world.close()
    }
  })
}

for (const kind of kinds) {
  test(`[AR1] while the server is not heard, words are only on this device, and say so (${kind} document)`, async ({
    world,
  }) => {
    const [writer, reader] = (await phonesDrafting(world, kind, 2)) as [Person, Person]
    await writer.jot('Gewoon aangekomen')
    await expect(state(writer, ARRIVED)).toBeVisible()
    writer.network.hold()
    await writer.jot('Niemand zegt dat dit er is')
    // It has reached the others, but its own phone has not heard so: it may not claim it.
    await expect(reader.agreement('Niemand zegt dat dit er is')).toBeVisible()
    await expect(state(writer, HERE_ONLY)).toBeVisible()
    await expect(state(writer, ARRIVED)).toHaveCount(0)
    writer.network.release()
    await expect(state(writer, ARRIVED)).toBeVisible()
  })
}

test('[AR3] words typed without network survive a reload of the phone and arrive', async ({ world }) => {
  const [ria, omar] = (await phonesDrafting(world, 'open', 2)) as [Person, Person]
  ria.network.cutSockets()
  await ria.jot('Geschreven in de tunnel')
  await expect(state(ria, HERE_ONLY)).toBeVisible()
  await ria.page.reload()
  ria.network.restore()
  await expect(ria.agreement('Geschreven in de tunnel')).toBeVisible({ timeout: 30_000 })
  await expect(omar.agreement('Geschreven in de tunnel')).toBeVisible({ timeout: 30_000 })
  await expect(state(ria, ARRIVED)).toBeVisible()
})

test('[SD3] behind the door: reload of a phone and of the board, restart of the server, a pause of a day', async ({
  world,
}) => {
  const { board, phones } = await buildClosedDoor(world, ['tante Edith', 'oom Herman'])
  const [edith, herman] = phones as [Person, Person]
  await edith.goToPlan()
  await edith.jot('Samen eten op zondag')

  await test.step('a phone comes back by itself, also with words that had not arrived', async () => {
    edith.network.cutSockets()
    await edith.jot('Geschreven zonder internet')
    await expect(state(edith, HERE_ONLY)).toBeVisible()
    await edith.page.reload()
    edith.network.restore()
    await expect(edith.agreement('Geschreven zonder internet')).toBeVisible({ timeout: 30_000 })
    await expect(board.page.getByText('Geschreven zonder internet')).toBeVisible({ timeout: 30_000 })
  })

  await test.step('the server starts again: everybody goes on', async () => {
    await world.server.restart()
    await typeAgreement(board, { what: 'Na de herstart', who: ['vader'] })
    await expect(edith.agreement('Na de herstart')).toBeVisible({ timeout: 30_000 })
  })

  await test.step('the board forgets the key at a reload; somebody inside lets it in by its code', async () => {
    await board.page.reload()
    await expect(board.heading('Dit bord is het plan vergeten.')).toBeVisible()
    await expect(board.page.getByText('Samen eten op zondag')).toHaveCount(0)
    const code = board.page.getByRole('img', { name: 'Code om het bord binnen te laten' })
    await expect(code).toBeVisible()
    await edith.page.goto(await readQr(code))
    await edith.press(edith.button('Ja, dit is ons bord'))
    await expect(boardCards(board)).toHaveCount(3)
    await expect(board.page.getByText('Samen eten op zondag')).toBeVisible()
  })

  await test.step('the next day', async () => {
    await edith.page.close()
    await herman.page.close()
    await world.server.restart(24 * 60 * 60 * 1000)
    for (const phone of [edith, herman]) {
      phone.page = await phone.context.newPage()
      await phone.page.goto(`${world.server.url}/`)
      await phone.press(
        phone
          .link(/De kring van Johan/)
          .or(phone.button(/De kring van Johan/))
          .first(),
      )
      await phone.goToPlan()
      await expect(phone.agreements()).toHaveCount(3)
    }
    await expect(boardCards(board)).toHaveCount(3)
  })
})

test('[SD3] a circle without phones: the key on paper brings the board back', async ({ world }) => {
  const conference = await world.conference(johan)
  const board = await world.person('bord', 'board')
  const edith = await world.person('tante Edith', 'phone')
  await edith.joinByLink(conference.link('tante Edith'))
  await pairBoard(board, edith)
  await beginMeeting(conference)
  await closeDoorAtBoard(board)
  await agreeOnCount(board, 0)
  await board.press(board.button('Maak een sleutel op papier'))
  await expect(board.heading('Schrijf deze 24 letters op papier.')).toBeVisible()
  const groups = await board.page.getByRole('main').getByRole('listitem').allInnerTexts()
  const letters = groups.join('').replaceAll(/\s/g, '')
  expect(letters).toHaveLength(24)
  await board.press(board.button('Het staat op papier'))
  await typeAgreement(board, { what: 'Wij hebben geen telefoon', who: ['opa', 'oma'] })
  await expect(board.page.getByText('Alles is bewaard.')).toBeVisible()

  await board.page.reload()
  await expect(board.heading('Dit bord is het plan vergeten.')).toBeVisible()
  await board.press(board.page.getByText('Heb je de sleutel op papier?'))
  const entry = board.page.getByRole('textbox', { name: 'Typ de 24 letters van het papier.' })
  await test.step('wrong letters are told in a plain sentence', async () => {
    await entry.fill('A'.repeat(24))
    await board.press(board.button('Open het plan'))
    await board.sees('Deze letters passen niet. Kijk nog een keer op het papier.')
  })
  await entry.fill(letters.toLowerCase().replaceAll(/(.{4})/g, '$1 '))
  await board.press(board.button('Open het plan'))
  await expect(boardCards(board)).toHaveCount(1)
  await expect(board.page.getByText('Wij hebben geen telefoon')).toBeVisible()
})
