import { expect } from '@playwright/test'
import { typeAgreement } from '../fixtures/board.ts'
import { beginMeeting, buildClosedDoor } from '../fixtures/closedDoor.ts'
import { johan } from '../fixtures/johan.ts'
import type { Person } from '../fixtures/person.ts'
import type { RawConference } from '../fixtures/rawConference.ts'
import { expectInNoText, pageTexts } from '../fixtures/qr.ts'
import { wilgenplein } from '../fixtures/wilgenplein.ts'
import { findSentence, readAllBytes } from '../fixtures/wiretap.ts'
import { test, type World } from '../fixtures/world.ts'

/** A sentence that is nowhere else, with signs that every encoding writes otherwise. */
const CANARY = 'Zeven blauwe kanaries fluiten één geheim: q7Zk9vB2x'

/** What a browser got, in hex, but for the server's empty pings: those come with its clock. */
const withoutPings = (bytes: Buffer) => bytes.toString('hex').replaceAll('8900', '')

/** Puts the sentence in a new agreement in one go, as somebody who pastes it. */
async function pasteCanary(phone: Person): Promise<void> {
  await phone.press(phone.button('Afspraak'))
  const what = phone.sheet('Wat gaan jullie doen?')
  await what.getByRole('textbox', { name: 'Wat gaan jullie doen?' }).tap()
  await phone.page.keyboard.insertText(CANARY)
  await phone.press(what.getByRole('button', { name: 'Zet op het bord' }))
  await phone.press(phone.sheet('Wie doen dit?').getByRole('button', { name: 'Sluit' }))
  await phone.press(phone.link('Het plan'))
  await expect(phone.agreement(CANARY)).toBeVisible()
  await expect(phone.page.getByRole('status').filter({ hasText: 'Alles staat op het bord.' })).toBeVisible()
}

/** The screen that everybody outside has while the door is closed. */
const closedScreen = (page: Person['page']) => page.getByText('De familie is nu samen.')

/** Somebody who is not in the circle, with everything they could try while the door is closed. */
async function lookAround(
  outsider: Person,
  home: string,
  others: readonly string[],
): Promise<Person['page'][]> {
  const tabs = [outsider.page]
  await outsider.page.reload()
  await expect(closedScreen(outsider.page)).toBeVisible()
  const second = await outsider.context.newPage()
  tabs.push(second)
  for (const path of ['', ...others]) {
    await second.goto(home + path)
    await expect(closedScreen(second)).toBeVisible()
  }
  await outsider.page.goBack()
  await expect(closedScreen(outsider.page)).toBeVisible()
  return tabs
}

interface Outsiders {
  readonly coordinator: Person
  readonly professional: Person
}

/** The coordinator and the professional in the open room, each with pages of it behind the back button. */
async function bringOutsiders(world: World, conference: RawConference, name: string): Promise<Outsiders> {
  const coordinator = await world.person('coordinator', 'desktop')
  await coordinator.takeSeatsOf(conference.coordinator)
  const home = `${world.server.url}/c/${conference.coordinatorSeat}`
  await coordinator.page.goto(`${home}/kring`)
  await coordinator.sees(conference.members[0] ?? '')
  await coordinator.page.goto(home)
  const professional = await world.person(name, 'phone')
  await professional.joinByLink(conference.link(name))
  await professional.press(professional.link(/vraag|Wat wil jij/).first())
  return { coordinator, professional }
}

test('[VW1] @door what is written inside is in no byte that is stored, logged or sent to who is outside', async ({
  world,
}) => {
  let outside: Outsiders | undefined
  const { conference, board, phones } = await buildClosedDoor(
    world,
    ['tante Edith', 'oom Herman'],
    async (made) => {
      outside = await bringOutsiders(world, made, johan.professional)
    },
  )
  const [edith, herman] = phones as [Person, Person]
  const { coordinator, professional } = outside!
  await expect(closedScreen(coordinator.page)).toBeVisible()
  await expect(closedScreen(professional.page)).toBeVisible()

  await edith.goToPlan()
  await herman.goToPlan()
  coordinator.network.forget()
  professional.network.forget()
  await pasteCanary(edith)
  await herman.jot('En nog een afspraak, letter voor letter')
  await expect(herman.agreement(CANARY)).toBeVisible()
  await expect(board.page.getByText(CANARY)).toBeVisible()
  // [NI1] While all that was written, nothing but signs of life came to who is outside.
  for (const { network } of [coordinator, professional]) expect(withoutPings(network.received())).toBe('')

  const tabs = [
    ...(await lookAround(coordinator, `${world.server.url}/c/${conference.coordinatorSeat}`, [
      '/vraag',
      '/kring',
      '/kaarten',
      '/plan',
    ])),
    ...(await lookAround(professional, `${world.server.url}/i/${professional.seat}`, [
      '/plan',
      '/vraag',
      '/informatie',
    ])),
  ]

  // The control: the same search finds the sentence where it has to be.
  expect(findSentence(Buffer.from(await pageTexts(herman.page)), CANARY)).toContain('utf-8')

  const places: readonly [string, Buffer][] = [
    ['the data directory', readAllBytes(world.server.dataDir)],
    ['the log', Buffer.from(world.server.log())],
    ['what the coordinator got', coordinator.network.received()],
    ['what the professional got', professional.network.received()],
    ['what the phone sent', edith.network.sent()],
    ['what the board got', board.network.received()],
    ['pages of who is outside', Buffer.from((await Promise.all(tabs.map(pageTexts))).join('\n'))],
  ]
  for (const [place, bytes] of places) {
    expect(bytes.length, place).toBeGreaterThan(100)
    expect(findSentence(bytes, CANARY), place).toEqual([])
  }
  // The server was told something of it all the same: the sealed words.
  expect(edith.network.sent().length).toBeGreaterThan(1000)

  await test.step('a restart of the server shows no more', async () => {
    await world.server.restart()
    await expect(closedScreen(coordinator.page)).toBeVisible()
    await expect(herman.agreement(CANARY)).toBeVisible()
    expect(findSentence(readAllBytes(world.server.dataDir), CANARY)).toEqual([])
  })

  await test.step('ending the conference destroys the draft and shows it to nobody', async () => {
    await coordinator.press(coordinator.button('Stop deze bijeenkomst'))
    await coordinator.press(coordinator.button('Ja, stop en gooi alles weg'))
    await expect(herman.page.getByText('Deze bijeenkomst is voor jou voorbij.')).toBeVisible()
    await expect(herman.page.getByText(CANARY)).toHaveCount(0)
    expect(findSentence(coordinator.network.received(), CANARY)).toEqual([])
  })
})

test('[VW1] @door the control: in an open document the same search finds the same sentence', async ({
  world,
}) => {
  const conference = await world.conference(wilgenplein)
  const { coordinator, professional } = await bringOutsiders(world, conference, wilgenplein.professional)
  const ria = await world.person('Ria', 'phone')
  await ria.joinByLink(conference.link('Ria'))
  await coordinator.press(coordinator.button('Begin de bijeenkomst'))
  await coordinator.press(coordinator.button('Begin met het plan'))
  await coordinator.press(coordinator.link('Lees mee met het plan'))
  await professional.goToPlan()
  await ria.goToPlan()
  await pasteCanary(ria)
  await expect(professional.agreement(CANARY)).toBeVisible()
  await expect(coordinator.agreement(CANARY)).toBeVisible()
  expect(findSentence(readAllBytes(world.server.dataDir), CANARY)).toContain('utf-8')
  expect(findSentence(coordinator.network.received(), CANARY)).toContain('utf-8')
  expect(findSentence(professional.network.received(), CANARY)).toContain('utf-8')
})

test('[SD4] @door the card: read by a camera, in no text or attribute, and worth nothing afterwards', async ({
  world,
}) => {
  const { conference, board, phones, card } = await buildClosedDoor(world, ['tante Edith'])
  const [edith] = phones as [Person]
  expect(new URL(card).hash.length).toBeGreaterThan(60)
  for (const page of [board.page, edith.page]) await expectInNoText(page, card)
  await edith.goToPlan()
  await typeAgreement(board, { what: 'Samen eten op zondag', who: ['Johan', 'vader'] })
  await expect(edith.agreement('Samen eten op zondag')).toBeVisible()

  await test.step('somebody who photographed it comes too late', async () => {
    const late = await world.person('Ria', 'phone')
    await late.page.goto(conference.link('Ria'))
    await late.press(late.button('Ja, dat ben ik'))
    await late.page.goto(card)
    await expect(late.page.getByText('Samen eten op zondag')).toHaveCount(0)
    const knock = late.button('Ik kom binnen')
    if (await knock.isVisible()) {
      await late.press(knock)
      await expect(
        late.page.getByRole('alert').or(late.page.getByText('Dit kan nu niet.')).first(),
      ).toBeVisible()
    }
    await expect(late.link('Ga naar het plan')).toHaveCount(0)
  })
})

test('[JN4] @door the coordinator with a member link, in a fresh browser, sees the closed door and nothing else', async ({
  world,
}) => {
  const { conference, phones } = await buildClosedDoor(world, ['tante Edith'])
  const [edith] = phones as [Person]
  await edith.goToPlan()
  await pasteCanary(edith)
  const spy = await world.person('spy', 'phone')
  await spy.page.goto(conference.link('oom Herman'))
  await expect(spy.button('Ja, dat ben ik')).toBeVisible()
  await expect(spy.page.getByText('tante Edith')).toHaveCount(0)
  await spy.press(spy.button('Ja, dat ben ik'))
  await expect(spy.heading('De deur is dicht')).toBeVisible()
  for (const path of ['/plan', '/vraag', '/deur']) {
    await spy.page.goto(`${world.server.url}/plek/${spy.seat}${path}`)
    await expect(spy.heading('De deur is dicht')).toBeVisible()
  }
  expect(findSentence(spy.network.received(), CANARY)).toEqual([])
  expect(spy.network.socketBytes('/docs')).toBe(0)
  expect(spy.network.socketBytes('/sealed')).toBe(0)
})

test('[PO4] @door the circle calls, the coordinator hears it and comes', async ({ world }) => {
  const conference = await world.conference(johan)
  const { coordinator } = await bringOutsiders(world, conference, johan.professional)
  const edith = await world.person('tante Edith', 'phone')
  await edith.joinByLink(conference.link('tante Edith'))
  await beginMeeting(conference)
  await coordinator.press(coordinator.button('Ik ga naar buiten').first())
  await coordinator.press(
    coordinator.page.getByRole('dialog').getByRole('button', { name: 'Ik ga naar buiten' }),
  )
  await expect(coordinator.heading('Jij bent nu buiten')).toBeVisible()
  await edith.press(edith.button('Doe de deur dicht'))
  await edith.press(edith.page.getByRole('dialog').getByRole('button', { name: 'Doe de deur dicht' }))
  await expect(closedScreen(coordinator.page)).toBeVisible()
  await edith.press(edith.button('Niemand heeft een telefoon').or(edith.button('Iedereen is binnen')).first())
  await edith.press(edith.button('Ja, dat klopt'))
  await edith.press(edith.link('Roep Fatma'))
  await edith.press(edith.button('Hulp bij praten'))
  await expect(coordinator.heading('De familie roept jou.')).toBeVisible()
  await coordinator.sees('Hulp bij praten')
  await coordinator.press(coordinator.button('Ik kom'))
  await edith.sees('Fatma komt eraan.')
})
