import { canonicalText, planHash, spokenCode, toCanonical } from '@kringplan/shared/plan/canonical'
import { sockets } from '@kringplan/shared/contract/routes'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Browser } from '../testkit/browser.testkit.ts'
import { makeCircle, openView, smallPlan, type Circle, type Sitting } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'
import { versionFor } from './plan.testkit.ts'

let test: TestApp
let circle: Circle
let herman: Sitting
const [swimming] = smallPlan.agreements.map(({ id }) => id)
const agreement = swimming ?? ''

beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'presentation')
  const browser = new Browser(test.app.port)
  const { seat } = await browser.do(
    'joinByCard',
    {},
    { token: circle.tokens['Herman'] ?? '', language: 'nl' },
  )
  herman = { browser, seat, role: 'member', standing: 'in' }
})
afterEach(() => test.stop())

const todo = (sitting: Sitting) => ({ seat: sitting.seat })

describe('moving on together', () => {
  it('[PH6] a member asks, the circle sees it and the others do not, a second person does it', async () => {
    const { member, coordinator, professional, board } = circle
    expect(await member.browser.do('freeze', todo(member), { revision: 3 })).toEqual({ waiting: true })
    expect(await member.browser.do('freeze', todo(member), { revision: 3 })).toEqual({ waiting: true })
    for (const sitting of [member, herman, board]) {
      expect((await openView(sitting)).plan?.proposal).toMatchObject({ move: 'freeze', by: 'Edith' })
    }
    for (const sitting of [coordinator, professional])
      expect((await openView(sitting)).plan?.proposal).toBeNull()
    // Another move is another question.
    expect(await herman.browser.no('freeze', todo(herman), { revision: 2 })).toEqual({ refusal: 'stale' })
    expect(await herman.browser.do('freeze', todo(herman), { revision: 3 })).toEqual({ waiting: false })
    const view = await openView(herman)
    expect([view.phase, view.plan?.proposal]).toEqual(['signing', null])
  })

  it('[PH6] "not now" takes the asking away; one person with two devices is one person', async () => {
    const { member, board } = circle
    await member.browser.do('freeze', todo(member), { revision: 3 })
    await herman.browser.do('dropProposal', todo(herman), { revision: 3 })
    expect((await openView(board)).plan?.proposal).toBeNull()
    const second = new Browser(test.app.port)
    const { seat } = await second.do(
      'joinByCard',
      {},
      { token: circle.tokens['Edith'] ?? '', language: 'nl' },
    )
    await board.browser.do('answerJoin', { seat: board.seat, id: seat }, { answer: 'yes' })
    await member.browser.do('freeze', todo(member), { revision: 3 })
    expect(await second.do('freeze', { seat }, { revision: 3 })).toEqual({ waiting: true })
  })

  it('[PH6] two freeze at the same moment: one wins, the other is told', async () => {
    const { board } = circle
    const both = await Promise.all([
      board.browser.raw('freeze', todo(board), { revision: 3 }),
      board.browser.raw('freeze', todo(board), { revision: 3 }),
    ])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 403]))
    expect((await openView(board)).plan?.version?.number).toBe(1)
  })
})

describe('freezing', () => {
  it('[FR1] the server’s hash is that of the one canonical form', async () => {
    const { board, id } = circle
    await board.browser.do('freeze', todo(board), { revision: 3 })
    const version = await versionFor(board)
    const view = await openView(board)
    const people = view.people.filter(({ role }) => role !== 'coordinator')
    const log = view.plan?.version?.log ?? null
    const facts = { conference: id, version: 1, question: view.question, people, answers: [], log }
    expect(version.text).toBe(canonicalText(toCanonical(smallPlan, facts)))
    expect(version.hash).toBe(planHash(version.text))
    expect(view.plan?.version).toMatchObject({
      number: 1,
      hash: version.hash,
      code: spokenCode(version.hash),
    })
  })

  it('[OP4] back to the table is a new document with the same words; freezing again is version 2', async () => {
    const { board, member } = circle
    await board.browser.do('freeze', todo(board), { revision: 3 })
    await board.browser.do('table', todo(board), { revision: 4 })
    const view = await openView(member)
    expect([view.phase, view.plan?.doc, view.plan?.version, view.plan?.lastVersion]).toEqual([
      'presentation',
      'plan-3',
      null,
      1,
    ])
    expect(test.app.services.rooms.open.content(circle.id, 'plan-3')).toEqual(smallPlan)
    expect(await member.browser.upgrade(`${sockets.docs(member.seat)}/plan-2`)).toContain('403')
    await board.browser.do('freeze', todo(board), { revision: 5 })
    const version = await versionFor(member)
    expect([version.number, version.previous === null]).toEqual([2, false])
  })

  it('[OP4] the stored documents are those of now: older ones leave no trace, also after a restart', async () => {
    const { board } = circle
    await board.browser.do('freeze', todo(board), { revision: 3 })
    await board.browser.do('finish', todo(board), { revision: 4 })
    expect(test.app.services.rooms.open.content(circle.id, 'plan-2').agreements).toEqual([])
    test = await test.restart()
    expect(test.app.services.rooms.open.content(circle.id, 'plan-2').agreements).toEqual([])
  })
})

describe('at the table', () => {
  it('[TB10] everybody follows the page that the circle turns; the coordinator turns none', async () => {
    const { board, coordinator, member, professional } = circle
    const reading = { agreement, reader: 'turns' } as const
    await board.browser.do('read', todo(board), reading)
    for (const sitting of [board, coordinator, member, professional]) {
      expect((await openView(sitting)).plan?.reading).toEqual(reading)
    }
    expect(await coordinator.browser.no('read', todo(coordinator), reading)).toEqual({ refusal: 'refused' })
    expect(await board.browser.no('read', todo(board), { agreement: null, reader: 'nobodynobody' })).toEqual({
      refusal: 'badInput',
      field: 'reader',
    })
  })

  it('[TB11] the coordinator’s question stands at its agreement until the circle takes it away', async () => {
    const { board, coordinator, member } = circle
    const ask = { seat: coordinator.seat, id: agreement }
    await coordinator.browser.do('mark', ask, { on: true })
    await coordinator.browser.do('mark', ask, { on: true })
    expect((await openView(board)).plan?.marks).toMatchObject([{ agreement, by: 'Fatma' }])
    expect(await member.browser.no('mark', { seat: member.seat, id: agreement }, { on: true })).toEqual({
      refusal: 'refused',
    })
    await board.browser.do('clearMark', { seat: board.seat, id: agreement }, {})
    expect((await openView(coordinator)).plan?.marks).toEqual([])
  })

  it('[TB13] somebody who says very much leaves the others room, and can still say something else', async () => {
    const { board, coordinator, professional } = circle
    const { db } = test.app.services
    const sanne = (await openView(professional)).self.personId ?? ''
    const row = (n: number) => ({ conferenceId: circle.id, agreementId: `agreement-${n}`, personId: sanne })
    for (let n = 0; n < 299; n += 1) {
      await db.insertInto('marks').values(row(n)).execute()
      await db
        .insertInto('answers')
        .values({ ...row(n), answer: 'can', words: '', seen: '' })
        .execute()
    }
    // Any change reads what stands in the file by now.
    await board.browser.do('read', todo(board), { agreement, reader: null })
    const at = (sitting: Sitting, id: string) => ({ seat: sitting.seat, id })
    await professional.browser.do('mark', at(professional, agreement), { on: true })
    await professional.browser.do('answerPlan', at(professional, agreement), { answer: 'can', words: '' })
    await professional.browser.do('answerPlan', at(professional, agreement), {
      answer: 'cannot',
      words: 'duur',
    })
    const more = at(professional, 'one-more-agreement')
    expect(await professional.browser.no('mark', more, { on: true })).toEqual({ refusal: 'tooLarge' })
    expect(await professional.browser.no('answerPlan', more, { answer: 'can', words: '' })).toEqual({
      refusal: 'tooLarge',
    })
    await coordinator.browser.do('mark', at(coordinator, agreement), { on: true })
  })

  it('[TB12] a professional’s answer stands in the version; to an agreement that is not there it is stale', async () => {
    const { board, professional, coordinator } = circle
    const say = { answer: 'cannot', words: 'want het zwembad is dicht' } as const
    await professional.browser.do('answerPlan', { seat: professional.seat, id: agreement }, say)
    expect(
      await professional.browser.no('answerPlan', { seat: professional.seat, id: 'nobodynobody' }, say),
    ).toEqual({ refusal: 'stale' })
    const before = { ...say, seen: 'a'.repeat(64) }
    expect(
      await professional.browser.no('answerPlan', { seat: professional.seat, id: agreement }, before),
    ).toEqual({ refusal: 'stale' })
    expect(
      await coordinator.browser.no('answerPlan', { seat: coordinator.seat, id: agreement }, say),
    ).toEqual({ refusal: 'refused' })
    expect((await openView(board)).plan?.answers).toMatchObject([
      { agreement, ...say, by: { name: 'Sanne' } },
    ])
    await board.browser.do('freeze', todo(board), { revision: 3 })
    expect((await versionFor(board)).text).toContain('want het zwembad is dicht')
  })
})
