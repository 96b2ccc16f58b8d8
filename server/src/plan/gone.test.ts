import { noEnding, type PlanContent } from '@kringplan/shared/plan/content'
import { planHash } from '@kringplan/shared/plan/canonical'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeCircle, openView, smallPlan, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'
import { versionFor } from './plan.testkit.ts'

let test: TestApp
let circle: Circle
beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'together', 'deliberation')
})
afterEach(() => test.stop())

it('[FR4] who was taken out of the list while the plan was made keeps the name that everybody saw, also after a restart', async () => {
  const { coordinator, board, id } = circle
  const { people } = await openView(board)
  const herman = people.find(({ name }) => name === 'Herman')?.id ?? ''
  const [one] = smallPlan.agreements
  if (one === undefined) throw new Error('no agreement')
  const plan: PlanContent = {
    agreements: [
      {
        ...one,
        who: [{ kind: 'person', id: herman }],
        fallbackWho: [{ kind: 'person', id: 'nobodynobody' }],
      },
    ],
    ending: { ...noEnding, watcher: [{ kind: 'person', id: herman }] },
  }
  await test.app.services.rooms.open.build(id, 'plan-1', plan)
  await coordinator.browser.do('removePerson', { seat: coordinator.seat, id: herman }, {})
  const view = await openView(board)
  expect(view.people.some(({ name }) => name === 'Herman')).toBe(false)
  expect(view.gone).toEqual([{ id: herman, name: 'Herman' }])
  test = await test.restart()
  const moved = { ...board, browser: board.browser.movedTo(test.app.port) }
  await moved.browser.do('present', { seat: board.seat }, { revision: 2 })
  await moved.browser.do('freeze', { seat: board.seat }, { revision: 3 })
  const { text, hash } = await versionFor(moved)
  const frozen = JSON.parse(text) as { agreements: object[]; watcher: object[] }
  const name = [{ id: herman, name: 'Herman' }]
  expect(frozen.agreements[0]).toMatchObject({ who: name, fallback: { who: [] } })
  expect(frozen.watcher).toEqual(name)
  expect(planHash(text)).toBe(hash)
  const { people: listed } = await moved.browser.do('copy', { seat: board.seat }, {})
  expect(listed.some((person) => person.id === herman)).toBe(false)
})

it('[FR4] before a plan is made, and after the conference, nobody’s name is kept', async () => {
  const early = await makeCircle(test, 'together', 'information')
  const { people } = await openView(early.member)
  const herman = people.find(({ name }) => name === 'Herman')?.id ?? ''
  await early.coordinator.browser.do('removePerson', { seat: early.coordinator.seat, id: herman }, {})
  expect((await openView(early.member)).gone).toEqual([])
  const { coordinator } = circle
  const other = (await openView(coordinator)).people.find(({ name }) => name === 'Herman')?.id ?? ''
  await coordinator.browser.do('removePerson', { seat: coordinator.seat, id: other }, {})
  await coordinator.browser.do('end', { seat: coordinator.seat }, { revision: 2 })
  expect(await test.app.services.db.selectFrom('gonePeople').selectAll().execute()).toEqual([])
})
