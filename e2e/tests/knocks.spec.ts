import { expect, type Page } from '@playwright/test'
import { boardCards, typeAgreement } from '../fixtures/board.ts'
import { beginMeeting, buildClosedDoor } from '../fixtures/closedDoor.ts'
import { johan } from '../fixtures/johan.ts'
import type { Person } from '../fixtures/person.ts'
import { TestClock } from '../fixtures/testClock.ts'
import { findSentence } from '../fixtures/wiretap.ts'
import { test, type World } from '../fixtures/world.ts'

/** Words of the draft: not one byte of them reaches the coordinator. */
const CANARY = 'Wim belt elke avond kanarievogel'
const CANARY_TWO = 'Samen zwemmen op zaterdag merelnest'

const clock = new TestClock('2027-03-06T17:42:00.000Z')
test.use({ wishes: { clock } })

/** Everything that a page gets: what its sockets carry, and the bodies of all answers. */
function tap(page: Page): { readonly bytes: () => Promise<Buffer> } {
  const parts: Promise<Buffer>[] = []
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => parts.push(Promise.resolve(Buffer.from(payload))))
  })
  page.on('response', (response) => {
    if (response.url().includes('/api/')) parts.push(response.body().catch(() => Buffer.alloc(0)))
  })
  return { bytes: async () => Buffer.concat(await Promise.all(parts)) }
}

interface Called {
  readonly board: Person
  readonly edith: Person
  readonly herman: Person
  readonly fatma: Person
  readonly fatmaHeard: () => Promise<Buffer>
}

/** A board and two phones inside with two agreements, and the coordinator at her closed door. */
async function buildCalled(world: World): Promise<Called> {
  const { conference, board, phones } = await buildClosedDoor(world, ['tante Edith', 'oom Herman'])
  const [edith, herman] = phones
  if (edith === undefined || herman === undefined) throw new Error('two phones')
  const fatma = await world.person('Fatma', 'phone')
  const { bytes } = tap(fatma.page)
  await fatma.takeSeatsOf(conference.coordinator)
  await fatma.page.goto(`${world.server.url}/c/${conference.coordinatorSeat}`)
  await expect(fatma.heading('De deur is dicht')).toBeVisible()
  await typeAgreement(board, { what: CANARY, who: ['oom Herman'] })
  await board.page.keyboard.press('Escape')
  await typeAgreement(board, { what: CANARY_TWO, who: [] })
  await board.page.keyboard.press('Escape')
  await expect(boardCards(board)).toHaveCount(2)
  return { board, edith, herman, fatma, fatmaHeard: bytes }
}

async function callFrom(phone: Person, button: string): Promise<void> {
  await phone.page.goto(`${phone.server}/plek/${phone.seat}/roep`)
  await phone.press(phone.button(button))
  await phone.sees('Fatma hoort nu een geluid.')
}

/** The circle calls at the board by keys, and Fatma says that she comes. */
async function callAtBoard({ board, fatma }: Called): Promise<void> {
  await board.page.keyboard.press('f')
  await expect(board.button('Uitleg')).toBeFocused()
  await board.page.keyboard.press('Enter')
  await board.sees('Fatma hoort nu een geluid.')
  await expect(fatma.heading('De familie roept jou.')).toBeInViewport()
  await fatma.sees('Uitleg')
  await fatma.press(fatma.button('Ik kom'))
  await expect(board.heading('Fatma komt binnen. Wat mag Fatma zien?')).toBeFocused()
}

test('[VI1] [VI2] [VI3] [CL3] @door the coordinator is called in, sees nothing, one agreement or the plan on the board alone, and goes out again', async ({
  world,
}) => {
  const called = await buildCalled(world)
  const { board, edith, herman, fatma } = called
  const keys = board.page.keyboard

  await test.step('nothing: the board is covered from her yes on, also for who goes on typing', async () => {
    // She was about to knock, further down.
    await fatma.press(fatma.button('Kies een bericht'))
    await callAtBoard(called)
    await board.seesNothingOf(CANARY)
    await edith.sees('Fatma komt eraan.')
    await keys.press('f')
    await keys.press('n')
    await keys.press('Enter')
    await expect(board.heading('Fatma komt binnen. Wat mag Fatma zien?')).toBeVisible()
    await keys.press('Tab')
    await expect(board.button('Niets')).toBeFocused()
    await keys.press('Enter')
    await board.sees('Fatma is even binnen.')
    await board.seesNothingOf(CANARY)
    for (const phone of [edith, herman]) await phone.sees('Fatma is even binnen.')
    await keys.press('i')
    await keys.press('p')
    await board.seesNothingOf(CANARY)
    await expect(fatma.heading('De deur is dicht')).toBeVisible()
  })

  await test.step('out again: everything is back where it was', async () => {
    await keys.press('f')
    await expect(boardCards(board)).toHaveCount(2)
    await expect(board.page.getByText('Fatma is even binnen.')).toHaveCount(0)
    await expect(edith.page.getByText('Fatma is even binnen.')).toHaveCount(0)
    await expect(board.page.getByText('Fatma hoort nu een geluid.')).toHaveCount(0)
  })

  await test.step('one agreement: the one in use, and no other', async () => {
    await keys.press('ArrowUp')
    await expect(boardCards(board).nth(0)).toHaveAttribute('data-selected', 'true')
    await callAtBoard(called)
    await board.press(board.button('Deze afspraak'))
    await board.sees('Op het bord staat één afspraak.')
    await expect(board.heading(CANARY)).toBeVisible()
    await board.seesNothingOf(CANARY_TWO)
    await keys.press('f')
    await expect(boardCards(board).nth(0).getByRole('button').first()).toBeFocused()
  })

  await test.step('the plan: every agreement, no idea', async () => {
    await keys.press('i')
    await expect(
      board.heading('Wat zou kunnen helpen? Alles mag.').or(board.button(/Wat zou kunnen helpen/)),
    ).toBeVisible()
    await callAtBoard(called)
    await board.press(board.button('Het hele plan'))
    await board.sees('Op het bord staat het hele plan.')
    await expect(boardCards(board)).toHaveCount(2)
    await expect(board.button('Roep Fatma')).toHaveCount(0)
    await keys.press('i')
    await expect(boardCards(board)).toHaveCount(2)
    await board.press(board.button('Fatma is weer buiten'))
    await expect(board.button(/Wat zou kunnen helpen/)).toBeVisible()
  })

  await test.step('who types at that moment loses no word, and answers nothing by typing on', async () => {
    await keys.press('p')
    await expect(boardCards(board)).toHaveCount(2)
    await keys.press('n')
    await expect(board.page.getByRole('textbox', { name: 'Wat gaan jullie doen?' })).toBeFocused()
    await keys.type('Oma bakt')
    await edith.page.goto(`${world.server.url}/plek/${edith.seat}/roep`)
    await edith.press(edith.button('Hulp bij praten'))
    await fatma.press(fatma.button('Ik kom'))
    await expect(board.heading('Fatma komt binnen. Wat mag Fatma zien?')).toBeFocused()
    await keys.type(' fijne taart')
    await keys.press('Enter')
    await expect(board.heading('Fatma komt binnen. Wat mag Fatma zien?')).toBeVisible()
    await board.press(board.button('Niets'))
    await keys.press('f')
    await expect(boardCards(board)).toHaveCount(3)
    await board.sees('Oma bakt')
    await keys.press('Escape')
  })

  await test.step('her screen stayed the closed door, and carried no byte of the plan', async () => {
    await expect(fatma.heading('De deur is dicht')).toBeVisible()
    const heard = await called.fatmaHeard()
    expect(findSentence(heard, 'answered')).not.toEqual([])
    for (const words of [CANARY, CANARY_TWO]) {
      expect(findSentence(heard, words)).toEqual([])
      expect(findSentence(Buffer.from(world.server.log()), words)).toEqual([])
    }
  })
})

test('[CL2] [CL4] @door silently for one person, and "it is not safe", are seen by the coordinator and that phone alone', async ({
  world,
}) => {
  const { board, edith, herman, fatma } = await buildCalled(world)
  await test.step('only for me', async () => {
    await callFrom(edith, 'Alleen voor mij')
    await fatma.sees('Tante Edith wil jou even spreken. Niemand anders ziet dit.')
    await fatma.press(fatma.button('Ik kom'))
    await edith.sees('Fatma komt eraan.')
    for (const one of [board, herman]) await one.seesNothingOf('Fatma komt eraan.')
    await expect(boardCards(board)).toHaveCount(2)
  })
  await test.step('it is not safe: red and first, with 112, and no name', async () => {
    await callFrom(herman, 'Het is niet veilig')
    await expect(herman.link('Bel 112')).toHaveAttribute('href', 'tel:112')
    await expect(fatma.heading('Zij vragen hulp. Ga naar binnen.')).toBeVisible()
    await fatma.sees('Is er gevaar? Bel 112.')
    await fatma.seesNothingOf('oom Herman')
    await fatma.press(fatma.button('Ik kom'))
    await herman.sees('Fatma komt eraan.')
    await board.seesNothingOf('Fatma komt eraan.')
    await expect(boardCards(board)).toHaveCount(2)
    await expect(fatma.heading('De deur is dicht')).toBeVisible()
  })
})

test('[VI4] @door where there is no board a phone says that the coordinator is in, and out again', async ({
  world,
}) => {
  const conference = await world.conference(johan)
  const edith = await world.person('tante Edith', 'phone')
  const fatma = await world.person('Fatma', 'phone')
  await edith.joinByLink(conference.link('tante Edith'))
  await beginMeeting(conference)
  await edith.press(edith.button('Doe de deur dicht'))
  await edith.press(edith.page.getByRole('dialog').getByRole('button', { name: 'Doe de deur dicht' }))
  await edith.press(edith.button('Niemand heeft een telefoon').or(edith.button('Iedereen is binnen')).first())
  await edith.press(edith.button('Ja, dat klopt'))
  await fatma.takeSeatsOf(conference.coordinator)
  await fatma.page.goto(`${world.server.url}/c/${conference.coordinatorSeat}`)
  await edith.press(edith.link('Roep Fatma'))
  await edith.press(edith.button('Iets praktisch'))
  await fatma.press(fatma.button('Ik kom'))
  await edith.sees('Fatma kijkt mee op een telefoon van jullie.')
  await edith.press(edith.button('Fatma is binnen'))
  await edith.sees('Fatma is even binnen.')
  await expect(fatma.heading('De deur is dicht')).toBeVisible()
  await edith.press(edith.button('Fatma is weer buiten'))
  await expect(edith.page.getByText('Fatma is even binnen.')).toHaveCount(0)
  // That call is done: she can be called anew.
  await expect(edith.page.getByText('Fatma komt eraan.')).toHaveCount(0)
  await expect(edith.button('Iets praktisch')).toBeVisible()
})

test('[KN1] [KN2] [KN3] @door a knock stands on the board and on the phones inside, and the answer reaches who knocked; the next one waits ten minutes', async ({
  world,
}) => {
  const called = await buildCalled(world)
  const { board, edith, herman, fatma } = called
  const knock = async (kind: string) => {
    await fatma.press(fatma.button('Kies een bericht'))
    await fatma.choose(fatma.page.getByRole('dialog'), 'radio', kind)
  }

  await test.step('somebody came later, by a name of the list, while somebody types at the board', async () => {
    await board.page.keyboard.press('n')
    const title = board.page.getByRole('textbox', { name: 'Wat gaan jullie doen?' })
    await expect(title).toBeFocused()
    await knock('Iemand is later gekomen.')
    await fatma.choose(fatma.page.getByRole('dialog'), 'radio', 'Ria')
    await fatma.press(fatma.button('Klop'))
    await board.sees('Ria staat voor de deur.')
    await expect(title).toBeFocused()
    await board.page.keyboard.press('Escape')
    for (const phone of [edith, herman]) await phone.sees('Ria staat voor de deur.')
  })

  await test.step('the board answers by keys alone', async () => {
    await board.page.keyboard.press('k')
    await expect(board.button('Ja')).toBeFocused()
    await board.page.keyboard.press('Tab')
    await board.page.keyboard.press('Enter')
    await fatma.sees('Zij antwoorden: Straks.')
    for (const one of [board, edith, herman]) await expect(one.button('Straks')).toHaveCount(0)
  })

  await test.step('not again within ten minutes', async () => {
    await knock('Gaat alles goed?')
    await fatma.press(fatma.button('Klop'))
    await expect(fatma.page.getByRole('alert')).toHaveText('Je kunt om 18.52 uur weer kloppen.')
    await board.seesNothingOf('Gaat alles goed?')
    clock.advance(10 * 60 * 1000)
    await fatma.press(fatma.button('Klop'))
    await board.sees('Gaat alles goed?')
  })

  await test.step('nobody has to answer, and laying it aside tells nobody', async () => {
    await edith.press(edith.button('Geen antwoord'))
    await expect(edith.button('Straks')).toHaveCount(0)
    await expect(herman.button('Straks')).toBeVisible()
    await fatma.sees('Zij hoeven niet te antwoorden.')
    await herman.press(herman.button('Ja'))
    await fatma.sees('Zij antwoorden: Ja.')
    await expect(board.button('Straks')).toHaveCount(0)
    const heard = await called.fatmaHeard()
    for (const words of [CANARY, CANARY_TWO]) expect(findSentence(heard, words)).toEqual([])
  })
})
