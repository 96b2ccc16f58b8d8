import { createHash, randomBytes } from 'node:crypto'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeDoor, makeCircle, smallPlan, type Circle, type Sitting } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
let circle: Circle
const room = { id: randomBytes(16).toString('base64url'), doorToken: randomBytes(32) }
const token = room.doorToken.toString('base64url')
const ask = ({ seat }: Sitting) => ({ seat })

beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'presentation')
})
afterEach(() => test.stop())

it('[OP9] a device inside gets what the circle knew and the plan of the table, also after a restart', async () => {
  const { board, member } = circle
  await closeDoor(board, room, 3)
  const wanted = { room: room.id, doorToken: token }
  const first = await board.browser.do('carryIn', ask(board), wanted)
  expect(first.plan).toEqual(smallPlan)
  expect(first.facts).toMatchObject({ circle: 'De kring van Johan', question: 'Waar kan Johan wonen?' })
  expect(first.facts.people.map(({ name, role }) => [name, role])).toEqual([
    ['Edith', 'member'],
    ['Herman', 'member'],
    ['Sanne', 'professional'],
    ['Kees', 'professional'],
  ])
  test = await test.restart()
  const phone = member.browser.movedTo(test.app.port)
  expect(await phone.do('carryIn', ask(member), wanted)).toEqual(first)
})

it('[OP9] nobody else gets it: without the key, from outside, or for another room', async () => {
  const { board, member, coordinator, professional, pending } = circle
  await closeDoor(board, room, 3)
  const wanted = { room: room.id, doorToken: token }
  const no = (sitting: Sitting, input: object) =>
    sitting.browser.no('carryIn', ask(sitting), { ...wanted, ...input })
  const refused = { refusal: 'refused' }
  expect(await no(member, { doorToken: randomBytes(32).toString('base64url') })).toEqual(refused)
  expect(await no(member, { room: circle.room.id })).toEqual(refused)
  for (const sitting of [coordinator, professional]) expect(await no(sitting, {})).toEqual(refused)
  expect(await no(pending, { doorToken: randomBytes(32).toString('base64url') })).toEqual(refused)
  await member.browser.do('carryIn', ask(member), wanted)
})

it('[OP9] at the first closing there is no plan', async () => {
  const early = await makeCircle(test, 'withDoor', 'information')
  const fresh = randomBytes(16).toString('base64url')
  const doorTokenHash = createHash('sha256').update(room.doorToken).digest('base64url')
  const closing = { revision: 1, room: fresh, doorTokenHash, schemaVersion: SCHEMA_VERSION }
  await early.board.browser.do('closeDoor', ask(early.board), closing)
  const { plan } = await early.board.browser.do('carryIn', ask(early.board), {
    room: fresh,
    doorToken: token,
  })
  expect(plan).toBeNull()
})
