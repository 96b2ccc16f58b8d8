import { sockets } from '@kringplan/shared/contract/routes'
import { checkLog } from '@kringplan/shared/log/checkLog'
import { deviceMark, type ChainedLine } from '@kringplan/shared/log/doorLog'
import { encodeClientFrame } from '@kringplan/shared/sealed/relayFrames'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Browser, TestSocket } from '../testkit/browser.testkit.ts'
import { closeDoor, makeCircle, openDoor, type Circle, type Sitting } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
beforeEach(async () => {
  test = await startTestApp()
})
afterEach(() => test.stop())

const proof = ({ room }: Circle) => ({ room: room.id, doorToken: room.doorToken.toString('base64url') })

async function lines(sitting: Sitting, input = {}): Promise<readonly ChainedLine[]> {
  const { browser, seat } = sitting
  return (await browser.do('readLog', { seat }, input)).lines
}

/** As people would say it: kind, whom it is about, and who did it. */
const said = (log: readonly ChainedLine[]) =>
  log.map(({ kind, who, by }) => [kind, nameOf(who), nameOf(by)].filter((word) => word !== '').join(' '))

const nameOf = (one: ChainedLine['who']) => (one === null ? '' : one.role === 'board' ? 'board' : one.name)

/** A socket on the sealed room that says hello with this token. */
async function hello(sitting: Sitting, circle: Circle, doorToken: Uint8Array): Promise<TestSocket> {
  const socket = await sitting.browser.upgrade(sockets.sealed(sitting.seat, circle.room.id))
  if (typeof socket === 'string') throw new Error(`the sealed socket was refused: ${socket}`)
  socket.ws.send(encodeClientFrame({ type: 'hello', epoch: 1, fromSeq: 0, doorToken }))
  await socket.until(() => socket.frames.length > 0 || socket.closed !== undefined)
  return socket
}

const evening = [
  'came Fatma',
  'came Edith',
  'came Sanne',
  'came Kees',
  'paired board Fatma',
  'asked Ria',
  'began Fatma',
  'left Kees',
  'closed board',
]

it('[LG3] an evening up to the copy: every kind once and in order, in one chain', async () => {
  const circle = await makeCircle(test, 'withDoor', 'deliberation')
  const { member, board, coordinator, pending } = circle
  const inside = await hello(member, circle, circle.room.doorToken)
  inside.ws.terminate()
  const again = await hello(member, circle, circle.room.doorToken)
  again.ws.terminate()
  await member.browser.do('call', { seat: member.seat }, { reason: 'explain' })
  const view = await coordinator.browser.view(coordinator.seat)
  const call = view.kind === 'closed' ? view.call : null
  await coordinator.browser.do('answerCall', { seat: coordinator.seat }, { id: call?.id ?? '' })
  await openDoor(board, 'withDoor', circle.room, 2)
  await member.browser.do('answerJoin', { seat: member.seat, id: pending.seat }, { answer: 'yes' })
  await board.browser.do('freeze', { seat: board.seat }, { revision: 3 })
  await board.browser.do('table', { seat: board.seat }, { revision: 4 })
  await board.browser.do('freeze', { seat: board.seat }, { revision: 5 })
  await board.browser.do('finish', { seat: board.seat }, { revision: 6 })
  await board.browser.do('endSeat', { seat: board.seat }, {})
  const log = await lines(member)
  expect(said(log)).toEqual([
    ...evening,
    'called',
    'coming Fatma',
    'inside Edith',
    'opened board',
    'letIn Ria Edith',
    'frozen board',
    'tabled board',
    'frozen board',
    'finished board',
    'gone board',
  ])
  expect(checkLog(log, circle.id, null).is).toBe('whole')
  expect(log.find(({ kind }) => kind === 'inside')?.device).toBe(deviceMark(member.seat))
  expect(JSON.stringify(log)).not.toContain(member.seat)
})

it('[LG3] the same is read after a restart, and goes on from there', async () => {
  const circle = await makeCircle(test, 'withDoor', 'deliberation')
  const before = await lines(circle.member, proof(circle))
  test = await test.restart()
  const member = { ...circle.member, browser: circle.member.browser.movedTo(test.app.port) }
  const board = { ...circle.board, browser: circle.board.browser.movedTo(test.app.port) }
  expect(await lines(member, proof(circle))).toEqual(before)
  ;(await hello(board, circle, circle.room.doorToken)).ws.terminate()
  test = await test.restart()
  board.browser = board.browser.movedTo(test.app.port)
  member.browser = member.browser.movedTo(test.app.port)
  ;(await hello(board, circle, circle.room.doorToken)).ws.terminate()
  await openDoor(board, 'withDoor', circle.room, 2)
  const after = await lines(member)
  expect(said(after)).toEqual([...evening, 'inside board', 'opened board'])
  expect(checkLog(after, circle.id, { seq: before.length, head: before.at(-1)?.hash ?? '' }).is).toBe('whole')
})

it('[LG3] what did not happen has no line: a change that fails leaves none behind', async () => {
  const { coordinator, member } = await makeCircle(test, 'withDoor', 'preparation')
  const before = await lines(member)
  expect((await coordinator.browser.no('begin', { seat: coordinator.seat }, { revision: 7 })).refusal).toBe(
    'stale',
  )
  await test.app.services.hub
    .change((await openId(coordinator)) ?? '', async (tx) => {
      await tx.updateTable('conferences').set({ phase: 'nonsense' }).execute()
      return { ok: true, value: null }
    })
    .catch(() => undefined)
  expect(await lines(member)).toEqual(before)
  await coordinator.browser.do('begin', { seat: coordinator.seat }, { revision: 0 })
  expect(said(await lines(member)).slice(before.length)).toEqual(['began Fatma'])
})

async function openId({ browser, seat }: Sitting): Promise<string | null> {
  const view = await browser.view(seat)
  return view.kind === 'open' ? view.conferenceId : null
}

it('[LG6] while the door is closed no byte of kringplan.db depends on who is inside; when it opens the lines come', async () => {
  const circle = await makeCircle(test, 'withDoor', 'deliberation')
  const { member, board } = circle
  const file = () =>
    ['kringplan.db', 'kringplan.db-wal'].map((name) => readFileSync(join(test.config.dataDir, name)))
  const before = file()
  for (const who of [member, board]) (await hello(who, circle, circle.room.doorToken)).ws.terminate()
  const who = { name: 'oom Ben' }
  await member.browser.do('farLink', { seat: member.seat }, { ...proof(circle), who })
  await test.app.services.doorLog.settled()
  expect(file()).toEqual(before)
  const { waiting } = await member.browser.do('readLog', { seat: member.seat }, proof(circle))
  expect(waiting.map(({ kind }) => kind)).toEqual(['inside', 'inside', 'invited'])
  expect(waiting[0]?.device).toBe(deviceMark(member.seat))
  await openDoor(board, 'withDoor', circle.room, 2)
  const log = await lines(member)
  expect(said(log).slice(evening.length)).toEqual([
    'inside Edith',
    'inside board',
    'invited oom Ben Edith',
    'opened board',
  ])
  expect(log.find(({ kind }) => kind === 'invited')?.at).toBe(waiting[2]?.at)
  expect(checkLog(log, circle.id, null).is).toBe('whole')
})

it('[LG4] coordinator and professional read it in no phase, and nothing tells them that it grows', async () => {
  const circle = await makeCircle(test, 'withDoor', 'deliberation')
  const { member, board, coordinator, professional, pending } = circle
  const outsiders = [coordinator, professional, circle.outside ?? professional]
  const live = await coordinator.browser.live(coordinator.seat)
  await live.viewAt(1)
  const refusedBytes = await coordinator.browser.raw('readLog', { seat: coordinator.seat }, {})
  const before = await coordinator.browser.raw('view', { seat: coordinator.seat }, {})
  ;(await hello(member, circle, circle.room.doorToken)).ws.terminate()
  ;(await hello(board, circle, circle.room.doorToken)).ws.terminate()
  await test.app.services.doorLog.settled()
  expect((await coordinator.browser.raw('view', { seat: coordinator.seat }, {})).text).toBe(before.text)
  expect(live.frames).toHaveLength(1)
  for (const { browser, seat } of outsiders) {
    const { status, text } = await browser.raw('readLog', { seat }, proof(circle))
    expect([status, text]).toEqual([refusedBytes.status, refusedBytes.text])
    expect(text).toBe('{"refusal":"refused"}')
  }
  // A member's seat alone opens nothing behind the door, and neither does another token or room.
  const wrong = { ...proof(circle), doorToken: Buffer.alloc(32).toString('base64url') }
  for (const input of [{}, wrong, { ...proof(circle), room: 'A'.repeat(22) }, { room: circle.room.id }]) {
    expect((await member.browser.no('readLog', { seat: member.seat }, input)).refusal).toBe('refused')
    expect((await pending.browser.no('readLog', { seat: pending.seat }, input)).refusal).toBe('refused')
  }
  // The positive control: with the proof it is all there.
  const all = await member.browser.do('readLog', { seat: member.seat }, proof(circle))
  expect(all.lines.length).toBeGreaterThan(evening.length)
  expect(all.waiting.map(({ kind, who }) => `${kind} ${who?.name || who?.role}`)).toEqual([
    'inside Edith',
    'inside board',
  ])
  await openDoor(board, 'withDoor', circle.room, 2)
  for (const { browser, seat } of outsiders) {
    expect(await browser.no('readLog', { seat }, {})).toEqual({ refusal: 'refused' })
  }
  expect(JSON.stringify(await coordinator.browser.view(coordinator.seat))).not.toContain(
    deviceMark(member.seat),
  )
  expect(test.logged()).not.toContain(deviceMark(member.seat))
  live.ws.terminate()
})

it('[LG5] who tries the closed door and is refused stands in it, once a minute and no flood', async () => {
  const circle = await makeCircle(test, 'withDoor', 'deliberation')
  const { member, coordinator, professional } = circle
  const before = (await lines(member, proof(circle))).length
  // A socket alone is a try, too.
  const path = sockets.sealed(professional.seat, circle.room.id)
  expect(await professional.browser.upgrade(path)).toContain('403')
  const knockAt = async () => {
    const socket = await coordinator.browser.upgrade(sockets.sealed(coordinator.seat, circle.room.id))
    expect(socket).toContain('403')
    await coordinator.browser.raw('carryIn', { seat: coordinator.seat }, proof(circle))
    await coordinator.browser.raw('readLog', { seat: coordinator.seat }, {})
  }
  await knockAt()
  await knockAt()
  const wrong = await hello(member, circle, Buffer.alloc(32))
  await wrong.until(() => wrong.closed !== undefined)
  const news = (await lines(member, proof(circle))).slice(before)
  expect(said(news).toSorted()).toEqual(['tried Edith', 'tried Fatma', 'tried Sanne'])
  for (let minute = 0; minute < 30; minute += 1) {
    test.clock.advance(60_000)
    await coordinator.browser.raw('carryIn', { seat: coordinator.seat }, proof(circle))
  }
  const tries = (await lines(member, proof(circle))).filter(({ who }) => who?.name === 'Fatma')
  expect(tries.filter(({ kind }) => kind === 'tried')).toHaveLength(20)
  // Who is refused for something else than the key has tried nothing.
  const self = { ...proof(circle), seat: member.seat }
  test.clock.advance(60_000)
  const count = (await lines(member, proof(circle))).length
  expect((await member.browser.no('takeOut', { seat: member.seat }, self)).refusal).toBe('refused')
  expect(await lines(member, proof(circle))).toHaveLength(count)
})

it('[LG3] who was taken out, sent away, left the device or was taken out of the list', async () => {
  const circle = await makeCircle(test, 'withDoor', 'preparation')
  const { member, board, coordinator, pending } = circle
  await board.browser.do('answerJoin', { seat: board.seat, id: pending.seat }, { answer: 'no' })
  const herman = new Browser(test.app.port)
  const sat = await herman.do('joinByCard', {}, { token: circle.tokens['Herman'] ?? '', language: 'nl' })
  const second = new Browser(test.app.port)
  await second.do('joinByCard', {}, { token: circle.tokens['Herman'] ?? '', language: 'nl' })
  await coordinator.browser.do('begin', { seat: coordinator.seat }, { revision: 0 })
  await closeDoor(board, circle.room, 1)
  await member.browser.do('takeOut', { seat: member.seat }, { ...proof(circle), seat: sat.seat })
  const log = await lines(member, proof(circle))
  expect(said(log).slice(5)).toEqual([
    'asked Ria',
    'sentAway Ria board',
    'came Herman',
    'asked Herman',
    'began Fatma',
    'closed board',
    'takenOut Herman Edith',
  ])
  expect(log.at(-1)?.device).toBe(deviceMark(sat.seat))
})

it('[LG3] nobody’s call to the coordinator alone stands in it', async () => {
  const circle = await makeCircle(test, 'withDoor', 'deliberation')
  const { member, coordinator } = circle
  const before = await lines(member, proof(circle))
  await member.browser.do('call', { seat: member.seat }, { reason: 'silent' })
  expect(await lines(member, proof(circle))).toEqual(before)
  await member.browser.do('call', { seat: member.seat }, { reason: 'talk' })
  await member.browser.do('call', { seat: member.seat }, { reason: 'explain' })
  await coordinator.browser.do('knock', { seat: coordinator.seat }, { kind: 'food', personId: null })
  expect(said(await lines(member, proof(circle))).slice(before.length)).toEqual(['called', 'knocked Fatma'])
})

it('[LG6] it goes with the conference', async () => {
  const circle = await makeCircle(test, 'withDoor', 'deliberation')
  const { coordinator, member } = circle
  await coordinator.browser.do('end', { seat: coordinator.seat }, { revision: 2 })
  expect((await member.browser.no('readLog', { seat: member.seat }, {})).refusal).toBe('refused')
  expect(await test.app.services.db.selectFrom('doorLog').selectAll().execute()).toEqual([])
})
