import { expect, type Locator } from '@playwright/test'
import { boardCards, pairBoard } from '../fixtures/board.ts'
import { buildClosedDoor } from '../fixtures/closedDoor.ts'
import { startOpenPlan } from '../fixtures/openPlan.ts'
import type { Person } from '../fixtures/person.ts'
import { pageTexts } from '../fixtures/qr.ts'
import { readView } from '../fixtures/rawConference.ts'
import { wilgenplein } from '../fixtures/wilgenplein.ts'
import { findSentence, readAllBytes } from '../fixtures/wiretap.ts'
import { test } from '../fixtures/world.ts'

const wall = (person: Person): Locator => person.page.getByRole('list', { name: 'Ideeën op het bord' })
const note = (person: Person, words: string) => wall(person).getByRole('listitem').filter({ hasText: words })
const box = (person: Person) => person.page.getByRole('textbox', { name: 'Nieuw idee' })

/** Types an idea on a phone and stays on its page, when it is kept there. */
async function typeIdea(phone: Person, words: string): Promise<void> {
  await phone.press(phone.link('Nieuw idee'))
  await expect(phone.heading('Wat zou kunnen helpen? Alles mag.')).toBeFocused()
  await phone.press(box(phone))
  await phone.page.keyboard.insertText(words)
  await phone.sees('Kringplan bewaart het op jouw telefoon.')
  await phone.sees('Alleen jij ziet dit nog.')
}

async function putIdea(phone: Person, words: string): Promise<void> {
  await typeIdea(phone, words)
  await phone.press(phone.button('Zet op het bord'))
  await expect(note(phone, words)).toBeVisible()
}

async function openIdeas(phone: Person): Promise<void> {
  await phone.press(phone.link('Wat zou kunnen helpen?'))
  await expect(phone.heading('Ideeën')).toBeFocused()
}

/** Goes to the wall on the board by its key, once the plan is there. */
async function openWall(board: Person): Promise<void> {
  await expect(board.heading(/^Het plan/)).toBeVisible()
  await board.page.keyboard.press('i')
  await expect(board.heading(/^Ideeën/)).toBeVisible()
}

test('[ID6] @door an idea is on no other screen and in no sent byte before it is put on the board', async ({
  world,
}) => {
  const { conference, board, phones } = await buildClosedDoor(world, ['tante Edith', 'oom Herman'])
  const [edith, herman] = phones as [Person, Person]
  await openWall(board)
  await board.sees('Wat zou kunnen helpen? Alles mag.')
  await board.sees('Straks gooit Kringplan alle ideeën weg. Alleen het plan blijft.')
  await openIdeas(edith)
  await openIdeas(herman)
  const words = 'Elke vrijdag zwemmen met Johan'
  const sentBefore = edith.network.sent().length
  await typeIdea(edith, words)

  await test.step('a reload keeps it, and it is still private', async () => {
    await edith.page.reload()
    await expect(box(edith)).toHaveValue(words)
    await edith.press(edith.link('Ideeën'))
    await expect(edith.page.getByRole('region', { name: 'Alleen jij ziet dit nog.' })).toContainText(words)
    await expect(note(edith, words)).toHaveCount(0)
  })
  await test.step('a second one may wait beside it', async () => {
    await typeIdea(edith, 'Samen bowlen')
    await edith.press(edith.link('Ideeën'))
    await expect(edith.page.getByRole('region').getByRole('listitem')).toHaveCount(2)
  })
  // What somebody else puts on the board arrives everywhere: by then the private one would have, too.
  await putIdea(herman, 'Ik wil wel helpen met de rekeningen')
  await expect(note(board, 'Ik wil wel helpen met de rekeningen')).toBeVisible()
  await expect(note(edith, 'Ik wil wel helpen met de rekeningen')).toContainText('oom Herman')
  for (const other of [board, herman]) {
    expect(findSentence(Buffer.from(await pageTexts(other.page)), words)).toEqual([])
  }
  expect(edith.network.sent().length).toBeGreaterThan(sentBefore)
  expect(findSentence(edith.network.sent(), words)).toEqual([])
  const stored = await edith.page.evaluate(readDatabases)
  expect(stored).toContain('ideas')
  expect(findSentence(Buffer.from(stored, 'latin1'), words)).toEqual([])

  await edith.press(
    edith.page
      .getByRole('listitem')
      .filter({ hasText: words })
      .getByRole('button', { name: 'Zet op het bord' }),
  )
  for (const person of [edith, herman, board]) {
    await expect(note(person, words)).toContainText('tante Edith')
  }
  expect(findSentence(Buffer.from(await pageTexts(board.page)), words)).toContain('utf-8')
  expect(findSentence(readAllBytes(world.server.dataDir), words)).toEqual([])

  await test.step('[ID5] by keys alone it becomes an agreement, and who is offered', async () => {
    const keys = board.page.keyboard
    await keys.press('ArrowRight')
    await keys.press('ArrowRight')
    await expect(note(board, words).getByRole('button', { name: words })).toBeFocused()
    await keys.press('Enter')
    const who = board.page.getByRole('combobox', { name: 'Wie doen dit?' })
    await expect(who).toBeFocused()
    await board.sees('Dit idee is van tante Edith.')
    await expect(board.button('Haal tante Edith weg')).toHaveCount(0)
    await expect(board.page.getByRole('option').first()).toContainText('tante Edith')
    await keys.press('Enter')
    await expect(board.button('Haal tante Edith weg')).toBeVisible()
    await keys.press('Escape')
    await expect(boardCards(board)).toHaveCount(1)
    await keys.press('i')
    await expect(note(board, words)).toContainText('Staat in het plan')
    await expect(note(edith, words).getByRole('link', { name: 'Staat in het plan' })).toBeVisible()
    await expect(note(herman, words).getByRole('button', { name: 'Haal van het bord' })).toHaveCount(0)
  })
  await test.step('[ID4] the board takes one away, and puts it back until the next action', async () => {
    const keys = board.page.keyboard
    const other = 'Ik wil wel helpen met de rekeningen'
    await keys.press('ArrowRight')
    await expect(note(board, other).getByRole('button', { name: other })).toBeFocused()
    await keys.press('Delete')
    await expect(note(herman, other)).toHaveCount(0)
    await board.press(board.button('Zet terug'))
    await expect(note(herman, other)).toBeVisible()
  })
  await test.step('[ID4] its maker takes it back: private again, and gone for the others', async () => {
    await herman.press(note(herman, 'rekeningen').getByRole('button', { name: 'Haal van het bord' }))
    await expect(herman.page.getByRole('region').getByRole('listitem')).toContainText('rekeningen')
    await expect(note(board, 'rekeningen')).toHaveCount(0)
    await expect(note(edith, 'rekeningen')).toHaveCount(0)
  })
  await test.step('[ID7] when the conference has ended nothing of a private idea is left on the device', async () => {
    const { coordinator, coordinatorSeat: seat } = conference
    const view = await readView(coordinator, seat)
    if (view.kind !== 'closed') throw new Error('the door is not closed')
    // The control: until then it is there.
    expect(await herman.page.evaluate(readDatabases)).toMatch(/ideas \[\{/)
    ;(await coordinator.call('end', { seat }, { revision: view.revision })).value()
    await herman.sees('Deze bijeenkomst is voor jou voorbij.')
    await expect.poll(async () => herman.page.evaluate(readDatabases)).not.toMatch(/ideas \[\{/)
  })
})

test('[ID8] @open the wall where everybody stays together: keys, pages, a touch, and who only reads along', async ({
  world,
}) => {
  const conference = await world.conference(wilgenplein)
  const ria = await world.person('Ria', 'phone')
  const board = await world.person('bord', 'board')
  const coordinator = await world.person(wilgenplein.coordinator, 'desktop')
  await ria.joinByLink(conference.link('Ria'))
  await pairBoard(board, ria)
  await startOpenPlan(conference)
  await openWall(board)
  const keys = board.page.keyboard

  await test.step('[ID8] I writes an idea, also for who has no phone; P goes to the plan', async () => {
    await keys.press('i')
    await expect(box(board)).toBeFocused()
    await keys.type('Een veegdag in het voorjaar')
    await board.press(board.page.locator('label').filter({ hasText: 'Omar' }))
    await keys.press('Enter')
    await expect(note(board, 'Een veegdag in het voorjaar')).toContainText('Omar')
    for (let n = 2; n <= 10; n += 1) {
      await keys.press('i')
      await expect(box(board)).toBeFocused()
      await keys.type(`Idee nummer ${n}`)
      await keys.press('Enter')
      await expect(box(board)).toHaveCount(0)
    }
    await expect(note(board, 'Idee nummer 10')).toBeVisible()
    await expect(wall(board).getByRole('listitem')).toHaveCount(1)
    await keys.press('PageUp')
    await expect(wall(board).getByRole('listitem')).toHaveCount(9)
    await keys.press('p')
    await expect(board.heading(/^Het plan/)).toBeVisible()
    await board.press(board.button(/^Ideeën/))
    await expect(wall(board)).toBeVisible()
  })
  await test.step('[ID6] private on a phone in the open too, over a reload', async () => {
    await openIdeas(ria)
    await typeIdea(ria, 'Een bankje bij de speeltuin')
    await ria.page.reload()
    await expect(box(ria)).toHaveValue('Een bankje bij de speeltuin')
    expect(findSentence(readAllBytes(world.server.dataDir), 'Een bankje bij de speeltuin')).toEqual([])
    await ria.press(ria.button('Zet op het bord'))
    await expect(note(ria, 'Een bankje bij de speeltuin')).toContainText('Ria')
    await keys.press('PageDown')
    await expect(note(board, 'Een bankje bij de speeltuin')).toBeVisible()
  })
  await test.step('[ID5] a phone makes an agreement of it, with its maker first in the choices', async () => {
    await ria.press(
      note(ria, 'Een bankje bij de speeltuin').getByRole('button', { name: 'Maak een afspraak' }),
    )
    const sheet = ria.sheet('Wie doen dit?')
    await expect(sheet.getByRole('checkbox').first()).toHaveAccessibleName('Ria')
    await expect(sheet.getByRole('checkbox', { checked: true })).toHaveCount(0)
    await ria.press(sheet.getByRole('button', { name: 'Sluit' }))
    await ria.press(ria.link('Het plan'))
    await expect(ria.agreement('Een bankje bij de speeltuin')).toBeVisible()
    await expect(note(board, 'Een bankje bij de speeltuin')).toContainText('Staat in het plan')
  })
  await test.step('[ID8] with the mouse: choose, and go on', async () => {
    await board.press(board.button('Vorig blad'))
    await board.press(note(board, 'Een veegdag').getByRole('button', { name: 'Een veegdag in het voorjaar' }))
    await board.press(board.button('Maak een afspraak'))
    await board.sees('Dit idee is van Omar.')
    await keys.press('Escape')
    await expect(boardCards(board)).toHaveCount(2)
  })
  await test.step('[BO2] letters that are switched off do nothing here either', async () => {
    await keys.press('?')
    await board.press(board.button('Letters als toets uitzetten'))
    await board.press(board.button(/^Terug naar het plan/))
    await keys.press('i')
    await expect(board.heading(/^Het plan/)).toBeVisible()
    await board.press(board.button(/^Ideeën/))
    await expect(wall(board)).toBeVisible()
    await keys.press('i')
    await expect(box(board)).toHaveCount(0)
    await board.press(board.button(/^Nieuw idee/))
    await expect(box(board)).toBeFocused()
  })
  await test.step('[ID9] the coordinator sees the wall and has nothing to write with', async () => {
    await coordinator.takeSeatsOf(conference.coordinator)
    await coordinator.page.goto(`${world.server.url}/c/${conference.coordinatorSeat}/plan`)
    await coordinator.press(coordinator.link('Ideeën'))
    await expect(wall(coordinator).getByRole('listitem')).toHaveCount(11)
    await coordinator.sees('Jij leest mee. De kring schrijft.')
    await expect(coordinator.link('Nieuw idee')).toHaveCount(0)
    await expect(coordinator.button('Maak een afspraak')).toHaveCount(0)
    await coordinator.page.goto(`${world.server.url}/c/${conference.coordinatorSeat}/ideeen/nieuw`)
    await expect(wall(coordinator)).toBeVisible()
    await expect(coordinator.page.getByRole('textbox')).toHaveCount(0)
  })
})

/** Everything in the databases of a page, with its bytes as they are. Runs in the page. */
async function readDatabases(): Promise<string> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(new Error('no database')))
    })
  let out = ''
  for (const { name } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name ?? ''))
    for (const store of db.objectStoreNames) {
      const rows = await done(db.transaction(store).objectStore(store).getAll())
      out += `${store} ${JSON.stringify(rows, (_key, value: unknown) =>
        value instanceof Uint8Array ? String.fromCharCode(...value) : value,
      )}`
    }
    db.close()
  }
  return out
}
