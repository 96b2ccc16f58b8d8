import { expect } from '@playwright/test'
import { boardCards, enterByCard, readDoorCard, typeAgreement } from '../fixtures/board.ts'
import { buildClosedDoor } from '../fixtures/closedDoor.ts'
import type { Person } from '../fixtures/person.ts'
import { readQr } from '../fixtures/qr.ts'
import { MovedClock } from '../fixtures/testClock.ts'
import { test as base, type World } from '../fixtures/world.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

const HERE_ONLY = 'Dit staat alleen op deze telefoon.'
const ARRIVED = 'Alles staat op het bord.'

const state = (phone: Person, words: string) => phone.page.getByRole('status').filter({ hasText: words })

/** A server whose clock the test moves on. */
const test = base.extend<{ readonly clock: MovedClock }>({
  // oxlint-disable-next-line no-empty-pattern -- the names of fixtures are read off this pattern
  clock: async ({}, run) => run(new MovedClock()),
  wishes: async ({ clock }, run) => run({ clock }),
})

/** The same world, in which the test moves the clock of every browser too: it is there before the app is. */
function withClocks(world: World): Pick<World, 'conference' | 'person'> {
  return {
    conference: (facts) => world.conference(facts),
    person: async (...about) => {
      const person = await world.person(...about)
      await person.context.clock.install()
      return person
    },
  }
}

/** This phone shows the plan, these agreements and no others, and nobody is asked anything. */
async function expectInside(phone: Person, plan: readonly string[]): Promise<void> {
  const { page } = phone
  for (const words of plan) await expect(phone.agreement(words)).toBeVisible({ timeout: 20_000 })
  await expect(phone.agreements()).toHaveCount(plan.length)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  for (const asked of ['Ja, dat ben ik', 'Ik kom binnen']) await expect(phone.button(asked)).toHaveCount(0)
}

/** The screen goes dark as on a phone in a pocket: no timer runs any more. */
async function fallAsleep({ page }: Person): Promise<void> {
  await look(page, 'hidden')
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 5000))
}

async function wakeUp({ page }: Person): Promise<void> {
  await page.clock.resume()
  await look(page, 'visible')
}

const look = (page: Person['page'], now: 'hidden' | 'visible') =>
  page.evaluate((visibility) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility })
    document.dispatchEvent(new Event('visibilitychange'))
  }, now)

/** Everything that the browser keeps of this site goes, but for the cookie; then it opens its page again, or another. */
async function loseStorage({ page, context, server }: Person, next = page.url()): Promise<void> {
  await page.goto('about:blank')
  const devtools = await context.newCDPSession(page)
  await devtools.send('Storage.clearDataForOrigin', {
    origin: server,
    storageTypes: 'local_storage,indexeddb,cache_storage,service_workers,file_systems,websql,shader_cache',
  })
  await devtools.detach()
  await page.goto(next)
}

test('[SY4] [SY6] [SY9] @door an hour in flight mode, and an hour asleep: still inside, nothing asked, every word there', async ({
  world,
  clock,
}) => {
  const { board, phones } = await buildClosedDoor(withClocks(world), ['tante Edith', 'oom Herman'])
  const [edith, herman] = phones as [Person, Person]
  for (const phone of phones) await phone.goToPlan()
  await edith.jot('Samen eten op zondag')
  await expect(herman.agreement('Samen eten op zondag')).toBeVisible()

  await test.step('flight mode', async () => {
    await edith.context.setOffline(true)
    edith.network.cut()
    await edith.jot('Geschreven in het vliegtuig')
    await typeAgreement(board, { what: 'Intussen op het bord', who: ['vader'] })
    await herman.jot('Intussen op een telefoon')
    clock.move(HOUR)
    // In pieces, so that every try to connect is answered by the network that is not there.
    for (let minutes = 0; minutes < 60; minutes += 5) await edith.page.clock.runFor(5 * 60 * 1000)
    await expect(state(edith, HERE_ONLY)).toBeVisible()
    await edith.jot('Na een uur nog steeds in de lucht')
    await expectInside(edith, [
      'Samen eten op zondag',
      'Geschreven in het vliegtuig',
      'Na een uur nog steeds in de lucht',
    ])
    edith.network.restore()
    await edith.context.setOffline(false)
  })
  const plan = [
    'Samen eten op zondag',
    'Geschreven in het vliegtuig',
    'Na een uur nog steeds in de lucht',
    'Intussen op het bord',
    'Intussen op een telefoon',
  ]
  for (const phone of phones) await expectInside(phone, plan)
  await expect(boardCards(board)).toHaveCount(plan.length)
  await expect(state(edith, ARRIVED)).toBeVisible()

  await test.step('asleep, and the connection has died without a word', async () => {
    herman.network.hang()
    await herman.jot('Getypt net voor het scherm donker werd')
    await fallAsleep(herman)
    await typeAgreement(board, { what: 'Terwijl een telefoon sliep', who: ['opa'] })
    clock.move(HOUR)
    await herman.page.clock.fastForward(HOUR)
    // What it could not hear it does not show.
    await expect(herman.agreement('Terwijl een telefoon sliep')).toHaveCount(0)
    await expect(edith.agreement('Getypt net')).toHaveCount(0)
    await wakeUp(herman)
  })
  plan.push('Getypt net voor het scherm donker werd', 'Terwijl een telefoon sliep')
  for (const phone of phones) await expectInside(phone, plan)
  await expect(boardCards(board)).toHaveCount(plan.length)
  await expect(state(herman, ARRIVED)).toBeVisible()
  await herman.jot('En verder')
  await expect(edith.agreement('En verder')).toBeVisible()
})

test('[SD3] [SD5] @door a pause of three days with the server down: phones are inside by their address, the board asks to be scanned', async ({
  world,
  clock,
}) => {
  const { board, phones } = await buildClosedDoor(
    withClocks(world),
    ['tante Edith', 'oom Herman'],
    async (conference) => {
      const wim = await world.person('Wim', 'phone')
      await wim.joinByLink(conference.link('Wim'))
      const [cookie] = await wim.context.cookies()
      // A seat lasts longer than a room in which nobody writes: it is never the seat that ends a pause.
      expect((cookie?.expires ?? 0) * 1000).toBeGreaterThan(Date.now() + 31 * DAY)
    },
  )
  const [edith, herman] = phones as [Person, Person]
  for (const phone of phones) await phone.goToPlan()
  await edith.jot('Samen eten op zondag')
  await typeAgreement(board, { what: 'Wandelen met opa', who: ['opa'] })
  await expect(herman.agreement('Wandelen met opa')).toBeVisible()
  herman.network.cutSockets()
  await herman.jot('Getypt toen de trein al reed')
  await expect(state(herman, HERE_ONLY)).toBeVisible()

  const everybody = [edith, herman, board]
  const addresses = new Map(everybody.map((person) => [person, person.page.url()]))
  for (const { page } of everybody) await page.close()
  await world.server.stop()
  clock.move(3 * DAY)
  for (const { context } of everybody) await context.clock.fastForward(3 * DAY)
  await world.server.restart()
  herman.network.restore()
  for (const person of everybody) {
    person.page = await person.context.newPage()
    await person.page.goto(addresses.get(person) ?? '')
  }
  const plan = ['Samen eten op zondag', 'Wandelen met opa', 'Getypt toen de trein al reed']
  for (const phone of phones) await expectInside(phone, plan)

  await expect(board.heading('Dit bord is het plan vergeten.')).toBeVisible()
  await expect(board.page.getByText('Samen eten op zondag')).toHaveCount(0)
  await edith.page.goto(
    await readQr(board.page.getByRole('img', { name: 'Code om het bord binnen te laten' })),
  )
  await edith.press(edith.button('Ja, dit is ons bord'))
  await expect(boardCards(board)).toHaveCount(plan.length)
  await typeAgreement(board, { what: 'Drie dagen later', who: ['vader'] })
  await expect(herman.agreement('Drie dagen later')).toBeVisible()
})

test('[DR3] [SD6] @door storage gone: scan again; the last that is there says so; and who is outside, when nobody is inside', async ({
  world,
}) => {
  const { board, phones } = await buildClosedDoor(world, ['tante Edith', 'oom Herman'])
  const [edith, herman] = phones as [Person, Person]
  await edith.goToPlan()
  await edith.jot('Samen eten op zondag')
  await expect(board.page.getByText('Samen eten op zondag')).toBeVisible()
  const ALONE = 'Nu is alleen dit scherm er. Zijn de anderen het plan kwijt? Laat dan iemand binnen.'

  await test.step('two phones are outside, and in by one scan: by their own page, and straight from the camera', async () => {
    await loseStorage(edith)
    await expect(edith.heading('De deur is dicht')).toBeVisible()
    await edith.sees('Richt je camera op het bord.')
    await edith.seesNothingOf('Samen eten op zondag')
    await board.page.keyboard.press('d')
    await expect(board.heading('Wie zijn er binnen?')).toBeVisible()
    await board.press(board.button('Laat iemand binnen'))
    const card = await readDoorCard(board)
    await enterByCard(edith, card)
    await edith.goToPlan()
    await expectInside(edith, ['Samen eten op zondag'])
    const { seat } = herman
    await loseStorage(herman, card)
    // This browser does not know any more which seats it holds; its cookie does.
    await expect(herman.page.getByRole('radio', { name: 'tante Edith doet al mee' })).toBeAttached()
    await herman.choose(herman.page, 'radio', 'oom Herman')
    await herman.press(herman.button('Doe mee'))
    await herman.press(herman.button('Ik kom binnen'))
    await expect(herman.link('Ga naar het plan')).toBeVisible()
    expect(herman.seat).toBe(seat)
    await herman.goToPlan()
    await expectInside(herman, ['Samen eten op zondag'])
  })

  await test.step('everybody is there: nobody is the last', async () => {
    await edith.page.goto(`${world.server.url}/plek/${edith.seat}/deur`)
    await edith.sees('Jij bent binnen.')
    await expect(edith.page.getByRole('listitem')).toHaveCount(3)
    await edith.seesNothingOf(ALONE)
  })

  await test.step('the others lost it: the last says so', async () => {
    await loseStorage(herman)
    await board.page.reload()
    await expect(board.heading('Dit bord is het plan vergeten.')).toBeVisible()
    await edith.sees(ALONE)
    await expect(edith.page.getByText('is even weg')).toHaveCount(2)
    await edith.sees('Schrijft er 30 dagen niemand? Dan gaat het plan weg.')
  })

  await test.step('nobody is inside: it is said on board and phones', async () => {
    await loseStorage(edith)
    for (const person of [edith, herman, board]) {
      await person.press(person.page.getByText('Is er niemand meer binnen?'))
      await person.sees('Dan kan niemand dit plan meer openen. Ook wij niet.')
    }
  })
})
