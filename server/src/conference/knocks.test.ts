import { KNOCK_EVERY_MS, knockKinds } from '@kringplan/shared/contract/seatView'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closedView, makeCircle, openDoor, type Circle, type Sitting } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
let circle: Circle
beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'deliberation')
})
afterEach(() => test.stop())

const knock = (
  { browser, seat }: Sitting,
  kind: (typeof knockKinds)[number],
  personId: string | null = null,
) => browser.do('knock', { seat }, { kind, personId })

describe('knocking', () => {
  it('[KN1] one knock in ten minutes by the server’s clock; sooner is told when the next is possible', async () => {
    const { coordinator } = circle
    await knock(coordinator, 'food')
    const first = (await closedView(coordinator)).knock
    test.clock.advance(KNOCK_EVERY_MS - 1)
    const soon = await coordinator.browser.no(
      'knock',
      { seat: coordinator.seat },
      { kind: 'allWell', personId: null },
    )
    expect(soon).toEqual({
      refusal: 'tooMany',
      from: new Date(Date.parse(first!.at) + KNOCK_EVERY_MS).toISOString(),
    })
    expect((await closedView(coordinator)).knock).toEqual(first)
    test.clock.advance(1)
    await knock(coordinator, 'allWell')
    expect((await closedView(coordinator)).knock).toMatchObject({ kind: 'allWell', answer: null })
  })

  it('[KN1] names a person of the list, and has no room for words', async () => {
    const { coordinator } = circle
    const at = { seat: coordinator.seat }
    const { people } = await coordinator.browser.do('knockNames', at, {})
    expect(people.map(({ name }) => name)).toEqual(['Edith', 'Herman'])
    const edith = people[0]!.id
    const odd = [
      { kind: 'someoneLater' as const, personId: null },
      { kind: 'someoneLater' as const, personId: 'A'.repeat(22) },
      { kind: 'food' as const, personId: edith },
    ]
    for (const input of odd) {
      expect(await coordinator.browser.no('knock', at, input)).toEqual({
        refusal: 'badInput',
        field: 'personId',
      })
    }
    const more = { kind: 'food', personId: null, text: 'Neem Sanne mee' } as never
    expect((await coordinator.browser.no('knock', at, more)).refusal).toBe('badInput')
    expect((await closedView(coordinator)).knock).toBeNull()
    await knock(coordinator, 'someoneLater', edith)
    expect((await closedView(circle.board)).knock).toMatchObject({ kind: 'someoneLater', name: 'Edith' })
  })

  it('[KN2] the circle answers once; a second answer, and one to an older knock, is stale', async () => {
    const { coordinator, member, board } = circle
    await knock(coordinator, 'canSomebodyCome')
    const { id } = (await closedView(board)).knock!
    await member.browser.do('answerKnock', { seat: member.seat }, { id, answer: 'later' })
    const late = await board.browser.no('answerKnock', { seat: board.seat }, { id, answer: 'no' })
    expect(late.refusal).toBe('stale')
    expect((await closedView(coordinator)).knock).toMatchObject({ id, answer: 'later' })
    test.clock.advance(KNOCK_EVERY_MS)
    await knock(coordinator, 'food')
    const old = await board.browser.no('answerKnock', { seat: board.seat }, { id, answer: 'no' })
    expect(old.refusal).toBe('stale')
    expect((await closedView(coordinator)).knock).toMatchObject({ kind: 'food', answer: null })
  })

  it('[PO4] [KN2] nobody but a coordinator knocks, nobody but the circle answers, and both only at a closed door', async () => {
    const { coordinator, member, board, professional } = circle
    for (const one of [member, board, professional]) {
      const no = await one.browser.no('knock', { seat: one.seat }, { kind: 'food', personId: null })
      expect(no.refusal).toBe('refused')
    }
    await knock(coordinator, 'food')
    const { id } = (await closedView(coordinator)).knock!
    for (const one of [coordinator, professional]) {
      const no = await one.browser.no('answerKnock', { seat: one.seat }, { id, answer: 'yes' })
      expect(no.refusal).toBe('refused')
    }
    await openDoor(board, 'withDoor', circle.room, 2)
    test.clock.advance(KNOCK_EVERY_MS)
    const open = await coordinator.browser.no(
      'knock',
      { seat: coordinator.seat },
      { kind: 'food', personId: null },
    )
    expect(open.refusal).toBe('refused')
    // It goes with the closed door.
    expect(await board.browser.view(board.seat)).toMatchObject({ kind: 'open', knock: null })
  })

  it('[PO7] who went outside before the door closed can knock as well', async () => {
    const before = await makeCircle(test, 'withDoor', 'information')
    const { coordinator, board } = before
    await coordinator.browser.do('leave', { seat: coordinator.seat }, {})
    const early = await coordinator.browser.no(
      'knock',
      { seat: coordinator.seat },
      { kind: 'food', personId: null },
    )
    expect(early.refusal).toBe('refused')
    const { closeDoor } = await import('../testkit/circle.testkit.ts')
    await closeDoor(board, before.room, 1)
    await knock(coordinator, 'food')
    expect((await closedView(board)).knock).toMatchObject({ kind: 'food' })
  })

  it('[VW1] knock and answer are the same bytes for everybody at the closed door', async () => {
    await knock(circle.coordinator, 'food')
    const { id } = (await closedView(circle.board)).knock!
    await circle.member.browser.do('answerKnock', { seat: circle.member.seat }, { id, answer: 'yes' })
    const views = await Promise.all(circle.all.map(closedView))
    const without = views.map((view) => JSON.stringify({ ...view, self: null }))
    expect(new Set(without)).toHaveProperty('size', 1)
    expect(without[0]).toContain('"answer":"yes"')
  })
})
