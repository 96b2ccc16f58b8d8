import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeCircle, type Circle, type Sitting } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
let circle: Circle
const ask = ({ seat }: Sitting) => ({ seat })
const newKey = () => randomBytes(32).toString('base64url')
const proof = () => ({ room: circle.room.id, doorToken: circle.room.doorToken.toString('base64url') })
const name = async (sitting: Sitting, key: string) =>
  (await sitting.browser.do('deviceKeys', ask(sitting), { ...proof(), key })).keys

beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'deliberation')
})
afterEach(() => test.stop())

it('[GO9] a seat names keys in its own name only, and reads those of all, also after a restart', async () => {
  const { board, member } = circle
  const [first, second, third] = [newKey(), newKey(), newKey()]
  expect(await name(member, first)).toEqual([{ seat: member.seat, key: first }])
  await name(board, second)
  // The same key in the name of another: it stands under that other seat, and takes nothing away from the first.
  await name(board, first)
  await name(member, third)
  const all = [
    { seat: member.seat, key: first },
    { seat: board.seat, key: second },
    { seat: board.seat, key: first },
    { seat: member.seat, key: third },
  ]
  expect(await name(board, second)).toEqual(all)
  test = await test.restart()
  const phone = { ...member, browser: member.browser.movedTo(test.app.port) }
  expect(await name(phone, first)).toEqual(all)
})

it('[GO9] of one seat the last few count, so that nobody fills the list for the others', async () => {
  const { board, member } = circle
  const first = newKey()
  await name(board, first)
  let keys: Awaited<ReturnType<typeof name>> = []
  const own = Array.from({ length: 20 }, newKey)
  for (const key of own) keys = await name(member, key)
  expect(keys[0]).toEqual({ seat: board.seat, key: first })
  expect(keys.slice(1).map(({ key }) => key)).toEqual(own.slice(-8))
})

it('[GO9] who is not inside names nothing and reads nothing; a seat that was taken out is not among them', async () => {
  const { board, member, coordinator, professional } = circle
  await name(member, newKey())
  const key = newKey()
  await name(board, key)
  const wrong = { ...proof(), key, doorToken: newKey() }
  const refused = { refusal: 'refused' }
  expect(await member.browser.no('deviceKeys', ask(member), wrong)).toEqual(refused)
  for (const one of [coordinator, professional])
    expect(await one.browser.no('deviceKeys', ask(one), wrong)).toEqual(refused)
  const elsewhere = { ...proof(), key, room: randomBytes(16).toString('base64url') }
  expect(await member.browser.no('deviceKeys', ask(member), elsewhere)).toEqual(refused)
  await board.browser.do('takeOut', ask(board), { ...proof(), seat: member.seat })
  expect(await name(board, key)).toEqual([{ seat: board.seat, key }])
})
