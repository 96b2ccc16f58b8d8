import type { OwnCall } from '@kringplan/shared/contract/seatView'
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

const ownOf = async (sitting: Sitting): Promise<readonly OwnCall[]> => (await closedView(sitting)).ownCalls
type Reason = 'silent' | 'unsafe' | 'talk' | 'explain'
const call = ({ browser, seat }: Sitting, reason: Reason) => browser.do('call', { seat }, { reason })

describe('a call of one person', () => {
  it('[CL2] reaches the coordinator by name and the phone that called; nobody else gets a byte of it', async () => {
    const { coordinator, member, board, professional, pending } = circle
    const others = [board, professional, pending]
    const before = await Promise.all(others.map(async (one) => JSON.stringify(await closedView(one))))
    await call(member, 'silent')
    expect(await ownOf(coordinator)).toMatchObject([{ reason: 'silent', name: 'Edith', answered: false }])
    expect(await ownOf(member)).toEqual(await ownOf(coordinator))
    const after = await Promise.all(others.map(async (one) => JSON.stringify(await closedView(one))))
    expect(after).toEqual(before)
    expect((await closedView(coordinator)).call).toBeNull()
    // What the others are told when the circle calls.
    await call(member, 'talk')
    expect(JSON.stringify(await closedView(board))).not.toBe(before[0])
  })

  it('[CL2] "it is not safe" names nobody, also not to the coordinator', async () => {
    const { coordinator, member, board } = circle
    await call(member, 'unsafe')
    expect(await ownOf(coordinator)).toMatchObject([{ reason: 'unsafe', name: null }])
    expect(JSON.stringify(await closedView(coordinator))).not.toContain('Edith')
    expect(await ownOf(board)).toEqual([])
    await call(board, 'unsafe')
    expect(await ownOf(coordinator)).toHaveLength(2)
    expect(await ownOf(board)).toHaveLength(1)
  })

  it('[CL1] takes the place of no other call, and no other takes its place', async () => {
    const { coordinator, member, board } = circle
    await call(member, 'unsafe')
    await call(member, 'silent')
    await call(board, 'talk')
    await call(board, 'explain')
    const view = await closedView(coordinator)
    expect(view.ownCalls.map(({ reason }) => reason).toSorted()).toEqual(['silent', 'unsafe'])
    expect(view.call).toMatchObject({ reason: 'explain' })
  })

  it('[CL1] the same call is the same until it is answered; after that it sounds again', async () => {
    const { coordinator, member } = circle
    await call(member, 'silent')
    const [first] = await ownOf(coordinator)
    await call(member, 'silent')
    expect(await ownOf(coordinator)).toEqual([first])
    const at = { seat: coordinator.seat }
    await coordinator.browser.do('answerCall', at, { id: first!.id })
    expect(await ownOf(member)).toMatchObject([{ answered: true }])
    await call(member, 'silent')
    const [second] = await ownOf(coordinator)
    expect(second).toMatchObject({ answered: false })
    expect(second!.id).not.toBe(first!.id)
    expect((await coordinator.browser.no('answerCall', at, { id: first!.id })).refusal).toBe('stale')
  })

  it('[CL2] there is nobody to talk to alone at the board', async () => {
    const { board } = circle
    expect(await board.browser.no('call', { seat: board.seat }, { reason: 'silent' })).toEqual({
      refusal: 'badInput',
      field: 'reason',
    })
  })

  it('[CL3] no call, and no answer to one, gives a right: the coordinator’s screen stays the closed door', async () => {
    const { coordinator, member, board } = circle
    const { call: none, ownCalls, ...before } = await closedView(coordinator)
    expect([none, ownCalls]).toEqual([null, []])
    await call(board, 'talk')
    await call(member, 'unsafe')
    const view = await closedView(coordinator)
    for (const { id } of [...view.ownCalls, view.call!]) {
      await coordinator.browser.do('answerCall', { seat: coordinator.seat }, { id })
    }
    const { call: answered, ownCalls: own, ...after } = await closedView(coordinator)
    expect([answered?.answered, own.every((one) => one.answered)]).toEqual([true, true])
    expect(after).toEqual(before)
  })

  it('[CL2] the log says that somebody called, and not who', async () => {
    const { member } = circle
    const before = test.logged().length
    await call(member, 'silent')
    await member.browser.view(member.seat)
    const lines = test.logged().slice(before).split('\n')
    const called = lines.filter((line) => line.includes('"route":"call"'))
    expect(called).toHaveLength(1)
    expect(called[0]).toContain('"seat":""')
  })

  it('[CL1] calls end with the closed door', async () => {
    const { coordinator, member, board } = circle
    await call(member, 'silent')
    await openDoor(board, 'withDoor', circle.room, 2)
    expect(await coordinator.browser.view(coordinator.seat)).toMatchObject({
      kind: 'open',
      ownCalls: [],
      call: null,
    })
  })
})
