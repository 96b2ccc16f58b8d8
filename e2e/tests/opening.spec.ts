import { expect } from '@playwright/test'
import { boardCards, enterByCard, typeAgreement } from '../fixtures/board.ts'
import { beginMeeting, buildClosedDoor } from '../fixtures/closedDoor.ts'
import { johan } from '../fixtures/johan.ts'
import {
  arrived,
  ASK,
  askAtBoard,
  OPEN,
  openAtBoard,
  openDocumentBytes,
  seesItOpen,
} from '../fixtures/openedDoor.ts'
import type { Person } from '../fixtures/person.ts'
import { readQr } from '../fixtures/qr.ts'
import { readOpenView, type RawConference } from '../fixtures/rawConference.ts'
import { inSealedFiles, sealedRows, tapCiphertext } from '../fixtures/sealedTraces.ts'
import { findSentence, readAllBytes } from '../fixtures/wiretap.ts'
import { test, type World } from '../fixtures/world.ts'

/** Writes a word and takes it away again. */
async function typeAndDelete(phone: Person, words: string, gone: string): Promise<void> {
  await phone.press(phone.button('Afspraak'))
  const what = phone.sheet('Wat gaan jullie doen?')
  await phone.type(what, 'Wat gaan jullie doen?', words + gone)
  for (let i = 0; i < gone.length; i += 1) await phone.page.keyboard.press('Backspace')
  await phone.press(what.getByRole('button', { name: 'Sluit' }))
  await phone.press(phone.link('Het plan'))
  await expect(phone.agreement(words)).toBeVisible()
}

test('[OP1] [CR1] [OP3] [OP7] @door the board opens: only the plan crosses, and nothing of the room is left anywhere', async ({
  world,
}) => {
  const GONE = ' zevenblauwekanaries'
  const IDEA = 'achtgroenepapegaaien'
  let fatma: Person | undefined
  const { conference, board, phones } = await buildClosedDoor(
    world,
    ['tante Edith', 'oom Herman', 'Wim'],
    async (made) => {
      fatma = await world.person('coordinator', 'desktop')
      await fatma.takeSeatsOf(made.coordinator)
      await fatma.page.goto(`${world.server.url}/c/${made.coordinatorSeat}`)
    },
  )
  const coordinator = fatma!
  const [edith, herman, wim] = phones as [Person, Person, Person]
  await coordinator.sees('De familie is nu samen.')
  await edith.page.reload()
  const cipher = tapCiphertext(edith)
  await edith.page.reload()
  await edith.goToPlan()
  await typeAndDelete(edith, 'Samen eten op zondag', GONE)
  await expect(arrived(edith)).toBeVisible()
  await herman.page.goto(`${world.server.url}/plek/${herman.seat}/ideeen`)
  await herman.press(herman.link('Nieuw idee'))
  await herman.page.getByRole('textbox', { name: 'Nieuw idee' }).fill(IDEA)
  await herman.press(herman.button('Zet op het bord'))
  await herman.press(herman.link('Nieuw idee'))
  await herman.page.getByRole('textbox', { name: 'Nieuw idee' }).fill(`nog van mij ${IDEA}`)
  await expect.poll(async () => (await sealedRows(herman)).length).toBeGreaterThan(1)
  await expect(boardCards(board)).toHaveCount(1)

  // One phone is away while the door opens.
  await expect.poll(async () => (await sealedRows(wim)).length).toBeGreaterThan(0)
  const homeOfWim = wim.page.url()
  await wim.page.goto('about:blank')

  expect(cipher.length).toBeGreaterThan(2)
  expect(cipher.some((piece) => inSealedFiles(world, piece))).toBe(true)
  coordinator.network.forget()
  board.network.forget()
  await askAtBoard(board)
  await board.page.keyboard.press('Enter')
  // Pressed before it was known who is away: first that is said.
  await board.sees('De telefoon van Wim is even weg. Misschien staan daar nog woorden.')
  await board.page.keyboard.press('Enter')
  await seesItOpen(board)

  await test.step('the coordinator is in again, with the plan', async () => {
    await coordinator.press(coordinator.link('Lees het plan'))
    await coordinator.sees('Samen eten op zondag')
    expect(findSentence(coordinator.network.received(), 'Samen eten op zondag')).not.toEqual([])
    expect((await readOpenView(conference.coordinator, conference.coordinatorSeat)).phase).toBe(
      'presentation',
    )
  })

  await test.step('of what was deleted, and of ideas, there is no byte on the other side', async () => {
    const document = await openDocumentBytes(conference)
    expect(findSentence(document, 'Samen eten op zondag')).toContain('utf-8')
    const places: readonly [string, Buffer][] = [
      ['the open document', document],
      ['what the coordinator got', coordinator.network.received()],
      ['what the board sent', board.network.sent()],
      ['the data directory', readAllBytes(world.server.dataDir)],
      ['the log', Buffer.from(world.server.log())],
    ]
    for (const [place, bytes] of places) {
      expect(bytes.length, place).toBeGreaterThan(100)
      for (const words of [GONE.trim(), IDEA]) expect(findSentence(bytes, words), place).toEqual([])
    }
    // A person's id may cross, a seat never does.
    for (const { seat } of [edith, herman]) expect(document.includes(Buffer.from(seat))).toBe(false)
  })

  await test.step('the ciphertext is gone from the file and its log', async () => {
    expect(cipher.filter((piece) => inSealedFiles(world, piece))).toEqual([])
  })

  await test.step('the phones keep no record, also after back and reload', async () => {
    // Those that were there forget it by themselves, the one that was away when it comes back.
    for (const phone of [edith, herman]) await expect.poll(() => sealedRows(phone)).toEqual([])
    await wim.page.goto(homeOfWim)
    for (const phone of phones) {
      await expect(phone.heading('De deur is open.')).toHaveCount(0)
      await expect.poll(() => sealedRows(phone)).toEqual([])
      await phone.page.goto(`${world.server.url}/plek/${phone.seat}/plan`)
      await expect(phone.agreement('Samen eten op zondag')).toBeVisible()
      await phone.page.goBack()
      await phone.page.reload()
      await phone.seesNothingOf(IDEA)
      await expect.poll(() => sealedRows(phone)).toEqual([])
      const held = await phone.page.evaluate(() => JSON.stringify({ ...localStorage }))
      expect(held).toContain(phone.seat)
      expect(held).not.toContain('room')
    }
  })
})

/** Two phones inside, and no board: the first closed the door, the second came in by its card. */
async function twoPhonesInside(
  world: World,
): Promise<{ conference: RawConference; edith: Person; wim: Person }> {
  const conference = await world.conference(johan)
  const edith = await world.person('tante Edith', 'phone')
  const wim = await world.person('Wim', 'phone')
  for (const phone of [edith, wim]) await phone.joinByLink(conference.link(phone.name))
  await beginMeeting(conference)
  await edith.press(edith.button('Doe de deur dicht'))
  await edith.press(edith.page.getByRole('dialog').getByRole('button', { name: 'Doe de deur dicht' }))
  const code = edith.page.getByRole('img', { name: 'Code om binnen te komen' })
  await expect(code).toBeVisible()
  await enterByCard(wim, await readQr(code))
  await edith.press(edith.button('Iedereen is binnen'))
  // The count: this phone and that of Wim.
  await edith.press(edith.button('Ja, dat klopt'))
  await expect(edith.link('Ga naar het plan')).toBeVisible()
  return { conference, edith, wim }
}

test('[PH6] [PH7] [OP4] @door two people open the door by phone, close it again together, and open it once more', async ({
  world,
}) => {
  const { conference, edith, wim } = await twoPhonesInside(world)
  await wim.goToPlan()
  await wim.jot('Samen zwemmen op vrijdag')
  await expect(arrived(wim)).toBeVisible()

  const askAndOpen = async (first: Person, second: Person) => {
    await first.press(first.link(ASK))
    await first.press(first.button('Vraag het aan de anderen'))
    await first.sees('Jij hebt het gevraagd. Nu zegt nog iemand ja.')
    // Alone it opens nothing.
    await expect(first.button(OPEN)).toHaveCount(0)
    await second.sees(`${first.name} vraagt: zullen wij de deur open doen?`)
    await second.press(second.link('Doe de deur open'))
    await second.press(second.button(OPEN))
    await Promise.all([seesItOpen(first), seesItOpen(second)])
  }

  await test.step('who is asked may say: not now', async () => {
    await edith.press(edith.link(ASK))
    await edith.press(edith.button('Vraag het aan de anderen'))
    await wim.sees('tante Edith vraagt: zullen wij de deur open doen?')
    await wim.press(wim.button('Nu niet'))
    await expect(edith.button('Vraag het aan de anderen')).toBeVisible()
    expect((await edith.readView()).kind).toBe('closed')
    await edith.press(edith.link('Terug'))
  })

  await test.step('two people open', async () => {
    await askAndOpen(edith, wim)
    const document = await openDocumentBytes(conference)
    expect(findSentence(document, 'Samen zwemmen op vrijdag')).toContain('utf-8')
  })

  await test.step('two people close it again, with the plan', async () => {
    await edith.page.goto(`${world.server.url}/plek/${edith.seat}`)
    await edith.press(edith.button('Doe de deur weer dicht'))
    await edith.press(edith.page.getByRole('dialog').getByRole('button', { name: 'Doe de deur dicht' }))
    await wim.page.goto(`${world.server.url}/plek/${wim.seat}`)
    await wim.sees('tante Edith vraagt: zullen wij de deur dicht doen?')
    expect((await wim.readView()).kind).toBe('open')
    await wim.press(wim.button('Doe de deur dicht'))
    const code = wim.page.getByRole('img', { name: 'Code om binnen te komen' })
    await expect(code).toBeVisible()
    await enterByCard(edith, await readQr(code))
    await wim.press(wim.button('Iedereen is binnen'))
    await wim.press(wim.button('Ja, dat klopt'))
    for (const phone of [wim, edith]) {
      await phone.goToPlan()
      await expect(phone.agreement('Samen zwemmen op vrijdag')).toBeVisible()
    }
  })

  await test.step('and open it once more: what was typed and deleted inside is nowhere outside', async () => {
    await typeAndDelete(edith, 'Koken met opa', ' negenrodeflamingos')
    await expect(arrived(edith)).toBeVisible()
    await wim.page.goto(`${world.server.url}/plek/${wim.seat}`)
    await edith.page.goto(`${world.server.url}/plek/${edith.seat}`)
    await askAndOpen(wim, edith)
    const document = await openDocumentBytes(conference)
    for (const words of ['Samen zwemmen op vrijdag', 'Koken met opa'])
      expect(findSentence(document, words)).toContain('utf-8')
    expect(findSentence(document, 'negenrodeflamingos')).toEqual([])
    for (const phone of [edith, wim]) await expect.poll(() => sealedRows(phone)).toEqual([])
  })
})

test('[OP4] @door closing again at the board and opening again keeps the plan, any number of times', async ({
  world,
}) => {
  const { conference, board } = await buildClosedDoor(world, ['tante Edith'])
  await typeAgreement(board, { what: 'De eerste keer', who: ['vader'] })
  for (const [round, words] of ['De tweede keer', 'De derde keer'].entries()) {
    await openAtBoard(board)
    await expect(board.page.getByText('De eerste keer').first()).toBeVisible()
    await board.page.keyboard.press('d')
    await expect(board.heading('Zullen wij de deur dicht doen?')).toBeVisible()
    await board.page.keyboard.press('Enter')
    await expect(board.heading('Kom binnen met je telefoon')).toBeVisible()
    await board.press(board.button('Niemand heeft een telefoon'))
    await board.press(board.button('Wij doen dit niet'))
    await expect(boardCards(board)).toHaveCount(1 + round)
    await typeAgreement(board, { what: words, who: ['vader'] })
  }
  // The closed door itself leads there as well, for a board without keys [BO1].
  await board.press(board.button(/^De deur is dicht/))
  await expect(board.heading('Wie zijn er binnen?')).toBeVisible()
  await board.page.keyboard.press('Escape')
  await openAtBoard(board)
  const document = await openDocumentBytes(conference)
  for (const words of ['De eerste keer', 'De tweede keer', 'De derde keer'])
    expect(findSentence(document, words)).toContain('utf-8')
})

test('[PH5] @door two devices open in the same moment: one wins, the other is told', async ({ world }) => {
  const { board, phones } = await buildClosedDoor(world, ['tante Edith', 'Wim'])
  const [edith, wim] = phones as [Person, Person]
  await edith.page.goto(`${world.server.url}/plek/${edith.seat}/open`)
  await edith.press(edith.button('Vraag het aan de anderen'))
  await wim.press(wim.link('Doe de deur open'))
  await expect(wim.button(OPEN)).toBeVisible()
  await askAtBoard(board)
  // Neither answer is heard before both have asked.
  let asked = 0
  let letGo = () => {}
  const both = new Promise<void>((resolve) => (letGo = resolve))
  for (const { page } of [board, wim]) {
    await page.route('**/door/open', async (route) => {
      asked += 1
      if (asked === 2) letGo()
      await both
      await route.continue()
    })
  }
  await Promise.all([board.page.keyboard.press('Enter'), wim.press(wim.button(OPEN))])
  const told = (person: Person) => person.page.getByText('Iemand anders deed de deur al open.')
  await Promise.all([board, wim].map((person) => expect(person.heading('De deur is open.')).toBeVisible()))
  await expect(async () => {
    expect((await told(board).count()) > 0 || (await told(wim).count()) > 0).toBe(true)
  }).toPass({ timeout: 4000 })
  expect((await told(board).count()) > 0 && (await told(wim).count()) > 0).toBe(false)
  expect(await wim.readView()).toMatchObject({ kind: 'open', phase: 'presentation' })
})
