import { afterEach, beforeEach, expect, it } from 'vitest'
import { insertPeople } from '../conference/people.ts'
import { done } from '../http/answer.ts'
import { makeCircle, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
let circle: Circle
beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor')
})
afterEach(() => test.stop())

it('a yes lets in no more people than a conference holds', async () => {
  const { member, pending } = circle
  const { services } = test.app
  await services.hub.change(circle.id, async (tx) => {
    const crowd = Array.from({ length: 116 }, (_, n) => ({
      name: `Gast ${n}`,
      language: 'nl' as const,
      role: 'member' as const,
      mainPerson: false,
    }))
    await insertPeople(services, tx, { id: circle.id, setting: 'withDoor', firstPosition: 50 }, crowd)
    return done
  })
  const asked = await member.browser.no(
    'answerJoin',
    { seat: member.seat, id: pending.seat },
    { answer: 'yes' },
  )
  expect(asked.refusal).toBe('tooLarge')
  await member.browser.do('answerJoin', { seat: member.seat, id: pending.seat }, { answer: 'no' })
})
