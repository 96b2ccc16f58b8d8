import { expect } from '@playwright/test'
import {
  agreeOnCount,
  boardCards,
  closeDoorAtBoard,
  enterByCard,
  pairBoard,
  readDoorCard,
} from '../fixtures/board.ts'
import { beginMeeting } from '../fixtures/closedDoor.ts'
import { johan } from '../fixtures/johan.ts'
import type { Person } from '../fixtures/person.ts'
import { test, type World } from '../fixtures/world.ts'

/** The first byte of a message that stores an entry in a sealed room. */
const APPEND = 1

/** tante Edith and, if it is wanted, a board, in a meeting that has begun. */
async function beforeTheDoor(world: World, withBoard: boolean) {
  const conference = await world.conference(johan)
  const edith = await world.person('tante Edith', 'phone')
  await edith.joinByLink(conference.link('tante Edith'))
  const board = await world.person('bord', 'board')
  if (withBoard) await pairBoard(board, edith)
  await beginMeeting(conference)
  return { conference, edith, board }
}

/** The server hears it and does it; the answer is lost on the way. */
async function loseAnswers(person: Person, path: string): Promise<void> {
  await person.page.route(path, async (route) => {
    await route.fetch()
    await route.abort()
  })
}

async function closeDoorByPhone(phone: Person): Promise<void> {
  await phone.press(phone.button('Doe de deur dicht'))
  await phone.press(phone.page.getByRole('dialog').getByRole('button', { name: 'Doe de deur dicht' }))
}

test('[DR1] the answer to the closing is lost: the board is inside and lets the phones in', async ({
  world,
}) => {
  const { edith, board } = await beforeTheDoor(world, true)
  await loseAnswers(board, '**/door/close')
  await closeDoorAtBoard(board)
  await enterByCard(edith, await readDoorCard(board))
  await agreeOnCount(board, 1)
  await edith.goToPlan()
  await edith.jot('Samen eten op zondag')
  await expect(boardCards(board)).toHaveCount(1)
})

test('[SD3] a phone that is reloaded in the moment of closing comes back inside, with the plan', async ({
  world,
}) => {
  const { edith } = await beforeTheDoor(world, false)
  await edith.page.route('**/door/half', (route) => route.abort())
  await loseAnswers(edith, '**/door/close')
  await closeDoorByPhone(edith)
  await expect(
    edith.button('Niemand heeft een telefoon').or(edith.button('Iedereen is binnen')).first(),
  ).toBeVisible()
  await edith.page.reload()
  await expect(edith.heading('De deur is dicht')).toBeVisible()
  await expect(edith.link('Ga naar het plan')).toHaveCount(0)
  await edith.page.unrouteAll()
  await expect(edith.link('Ga naar het plan')).toBeVisible()
  await edith.goToPlan()
  await edith.jot('Na het herladen')
})

test('[OP9] the board goes before it could carry anything inside: who is inside carries in what the circle knew', async ({
  world,
}) => {
  const { edith, board } = await beforeTheDoor(world, true)
  await board.page.routeWebSocket(/\/sealed\//, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      if (typeof message === 'string' || message[0] !== APPEND) server.send(message)
    })
  })
  await board.page.reload()
  await closeDoorAtBoard(board)
  await enterByCard(edith, await readDoorCard(board))
  await board.page.unrouteAll()
  await board.page.reload()
  await expect(board.heading('Dit bord is het plan vergeten.')).toBeVisible()
  await board.press(board.page.getByText('Is er niemand meer binnen?'))
  await board.sees('Dan beginnen jullie samen opnieuw.')
  await edith.goToPlan()
  await edith.jot('Wij beginnen gewoon')
  await edith.page.goto(`${world.server.url}/plek/${edith.seat}/vraag`)
  await edith.sees(johan.question)
})

test('[DR1] the closing fails at the server: the door is said to be open still, and the next try closes it', async ({
  world,
}) => {
  const { edith } = await beforeTheDoor(world, false)
  await edith.page.route('**/door/close', (route) =>
    route.fulfill({ status: 500, body: '{"refusal":"failed"}' }),
  )
  await closeDoorByPhone(edith)
  await edith.sees('De deur is nog open. Probeer het nog een keer.')
  await edith.page.unrouteAll()
  await closeDoorByPhone(edith)
  await expect(edith.heading('Kom binnen met je telefoon')).toBeVisible()
})
