import type { SeatView } from '@kringplan/shared/contract/seatView'
import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sockets } from '@kringplan/shared/contract/routes'
import { TestSocket } from '../testkit/browser.testkit.ts'
import { closeDoor, makeCircle, openView, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
beforeEach(async () => {
  test = await startTestApp()
})
afterEach(() => test.stop())

const withoutSelf = (view: SeatView) => ({ ...view, self: null })

describe('moving on', () => {
  it('[PH2] an event that saw an older revision is stale and changes nothing', async () => {
    const { coordinator } = await makeCircle(test, 'together', 'information')
    const again = await coordinator.browser.no('draft', { seat: coordinator.seat }, { revision: 0 })
    expect(again.refusal).toBe('stale')
    expect(await openView(coordinator)).toMatchObject({ phase: 'information', revision: 1 })
    await coordinator.browser.do('draft', { seat: coordinator.seat }, { revision: 1 })
    expect(await openView(coordinator)).toMatchObject({ phase: 'deliberation', revision: 2 })
  })

  it('[PH2] of two who close the door at once one wins', async () => {
    const circle = await makeCircle(test, 'withDoor', 'information')
    const { member, board, room } = circle
    const tries = await Promise.allSettled([
      closeDoor(member, room, 1),
      closeDoor(board, { ...room, id: 'B'.repeat(22) }, 1),
    ])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const views = [await member.browser.view(member.seat), await board.browser.view(board.seat)]
    expect(views.map((view) => view.kind)).toEqual(['closed', 'closed'])
    expect(new Set(views.map((view) => (view.kind === 'closed' ? view.room : '')))).toHaveProperty('size', 1)
  })

  it('[PO8] a door is only closed where there is one, and a plan in the open only started where there is none', async () => {
    const family = await makeCircle(test, 'withDoor', 'information')
    const { member } = family
    expect((await member.browser.no('draft', { seat: member.seat }, { revision: 1 })).refusal).toBe('refused')
    const street = await makeCircle(test, 'together', 'information')
    await expect(closeDoor(street.coordinator, street.room, 1)).rejects.toThrow('403')
    expect((await openView(street.coordinator)).phase).toBe('information')
  })

  it('refuses a door token hash that is no hash, and stays open', async () => {
    const { board } = await makeCircle(test, 'withDoor', 'information')
    const input = { revision: 1, room: 'C'.repeat(22), doorTokenHash: 'AAAA', schemaVersion: 1 }
    expect(await board.browser.no('closeDoor', { seat: board.seat }, input)).toEqual({
      refusal: 'badInput',
      field: 'doorTokenHash',
    })
    expect((await openView(board)).phase).toBe('information')
  })
})

describe('the closed door', () => {
  let circle: Circle
  beforeEach(async () => {
    circle = await makeCircle(test, 'withDoor', 'deliberation')
  })

  it('[VW1] is one view for everybody but for who they are', async () => {
    const views = await Promise.all(circle.all.map(({ browser, seat }) => browser.view(seat)))
    expect(views.map(({ kind }) => kind)).toEqual(views.map(() => 'closed'))
    for (const view of views) expect(withoutSelf(view)).toEqual(withoutSelf(views[0]!))
    const words = JSON.stringify(views.map(withoutSelf))
    expect(words).not.toContain('Edith')
    expect(words).not.toContain('wonen')
    expect(words).toContain('Sanne')
  })

  it('[NI1] nobody’s screen gets a byte when others come, go and fetch keys inside', async () => {
    const watchers = [circle.coordinator, circle.professional, circle.pending]
    const watching = await Promise.all(watchers.map(({ browser, seat }) => browser.live(seat)))
    for (const socket of watching) await socket.viewAt(1)
    const { member } = circle
    const inside = await member.browser.upgrade(sockets.sealed(member.seat, circle.room.id))
    expect(inside).toBeInstanceOf(TestSocket)
    await member.browser.do(
      'keyHalf',
      { seat: member.seat },
      { room: circle.room.id, device: 'D'.repeat(22) },
    )
    const bytes = (n: number) => Buffer.alloc(n, 7).toString('base64url')
    const doorToken = circle.room.doorToken.toString('base64url')
    await member.browser.do(
      'storePaper',
      { seat: member.seat },
      { room: circle.room.id, doorToken, paperTokenHash: bytes(32), wrap: bytes(100) },
    )
    await member.browser.do('joinByCard', {}, { token: circle.tokens['Herman'] ?? '', language: 'nl' })
    // The positive control, and the fence: a call does cross.
    await member.browser.do('call', { seat: member.seat }, { reason: 'explain' })
    for (const socket of watching) {
      await socket.viewAt(2)
      expect(socket.messages).toHaveLength(2)
      expect(socket.messages[1]?.view).toMatchObject({
        kind: 'closed',
        call: { reason: 'explain', answered: false },
      })
      expect(withoutSelf({ ...socket.messages[1]!.view, call: null } as SeatView)).toEqual(
        withoutSelf(socket.messages[0]!.view),
      )
      socket.ws.terminate()
    }
    if (inside instanceof TestSocket) inside.ws.terminate()
    expect(test.logged()).not.toContain('keyHalf')
    // A page inside that is loaded again leaves no line either; one outside does.
    const [before, { board, coordinator }] = [test.logged().length, circle]
    const lines = () => test.logged().slice(before)
    await member.browser.view(member.seat)
    await board.browser.no('editSelf', { seat: board.seat }, { language: 'nl' })
    expect(lines()).toBe('')
    await coordinator.browser.view(coordinator.seat)
    expect(lines()).toContain('"route":"view"')
    expect(test.logged()).toContain('joinByCard')
  })

  it('gives halves and paper wraps for the own room only', async () => {
    const { member, room } = circle
    const half = await member.browser.do(
      'keyHalf',
      { seat: member.seat },
      { room: room.id, device: 'D'.repeat(22) },
    )
    expect(Buffer.from(half.half, 'base64url')).toHaveLength(32)
    expect(
      await member.browser.do('keyHalf', { seat: member.seat }, { room: room.id, device: 'D'.repeat(22) }),
    ).toEqual(half)
    const other = await member.browser.no(
      'keyHalf',
      { seat: member.seat },
      { room: 'E'.repeat(22), device: 'D'.repeat(22) },
    )
    expect(other).toEqual({ refusal: 'refused' })
    const paperToken = Buffer.alloc(32, 9).toString('base64url')
    const asked = await member.browser.no('fetchPaper', { seat: member.seat }, { room: room.id, paperToken })
    expect(asked).toEqual({ refusal: 'refused' })
  })

  it('[PH5] ending it erases the draft and shows it to nobody', async () => {
    const { coordinator, member, room } = circle
    const stored = () =>
      ['sealed.db', 'sealed.db-wal'].some((name) =>
        readFileSync(join(test.config.dataDir, name)).includes(room.id),
      )
    expect(stored()).toBe(true)
    expect(await test.app.services.db.selectFrom('conferences').select('room').executeTakeFirst()).toEqual({
      room: room.id,
    })
    await coordinator.browser.do('end', { seat: coordinator.seat }, { revision: 2 })
    for (const { browser, seat } of circle.all) {
      expect(await browser.view(seat)).toEqual({
        kind: 'ended',
        schemaVersion: SCHEMA_VERSION,
        circle: 'De kring van Johan',
      })
    }
    expect(
      await test.app.services.db.selectFrom('conferences').select(['room', 'erased']).executeTakeFirst(),
    ).toEqual({ room: null, erased: 1 })
    expect(stored()).toBe(false)
    expect(await member.browser.upgrade(sockets.sealed(member.seat, room.id))).toContain('403')
  })
})

describe('an end while the disk refuses', () => {
  it('[PH5] holds, is erased as soon as the disk is back, and keeps no server from starting', async () => {
    const { coordinator } = await makeCircle(test, 'withDoor', 'deliberation')
    const refusing = (app: TestApp) =>
      vi.spyOn(app.app.services.rooms, 'erase').mockRejectedValue(new Error('the disk is full'))
    const erased = async (app: TestApp) =>
      (await app.app.services.db.selectFrom('conferences').select('erased').execute()).some(
        (row) => row.erased === 1,
      )
    const first = refusing(test)
    await coordinator.browser.do('end', { seat: coordinator.seat }, { revision: 2 })
    expect((await coordinator.browser.view(coordinator.seat)).kind).toBe('ended')
    expect(await erased(test)).toBe(false)
    first.mockRestore()
    test.clock.advance(60_000)
    await vi.waitFor(async () => expect(await erased(test)).toBe(true))
  })
})

describe('open sockets', () => {
  it('[PH4] of who may no more are closed before the mover is answered, with a code that says: ask again', async () => {
    const { coordinator, member, board } = await makeCircle(test, 'together', 'deliberation')
    const open = async ({ browser, seat }: Circle['member']) => {
      const socket = await browser.upgrade(`${sockets.docs(seat)}/plan-1`)
      if (typeof socket === 'string') throw new Error(socket)
      return socket
    }
    const [mine, boards] = [await open(member), await open(board)]
    const { people } = await openView(coordinator)
    const id = people.find(({ name }) => name === 'Edith')?.id ?? ''
    await coordinator.browser.do('removePerson', { seat: coordinator.seat, id }, {})
    await mine.until(() => mine.closed !== undefined)
    expect([mine.closed, boards.closed]).toEqual([4205, undefined])
    expect(await member.browser.upgrade(`${sockets.docs(member.seat)}/plan-1`)).toContain('403')
    await coordinator.browser.do('end', { seat: coordinator.seat }, { revision: 2 })
    await boards.until(() => boards.closed !== undefined)
    expect(boards.closed).toBe(4205)
  })
})

describe('calling', () => {
  it('is answered once, and an answer to an older call is stale', async () => {
    const { board, coordinator } = await makeCircle(test, 'withDoor', 'deliberation')
    await board.browser.do('call', { seat: board.seat }, { reason: 'talk' })
    const call = async () => {
      const view = await coordinator.browser.view(coordinator.seat)
      return view.kind === 'closed' ? view.call : null
    }
    const first = await call()
    await board.browser.do('call', { seat: board.seat }, { reason: 'talk' })
    expect(await call()).toEqual(first)
    await board.browser.do('call', { seat: board.seat }, { reason: 'practical' })
    const stale = await coordinator.browser.no(
      'answerCall',
      { seat: coordinator.seat },
      { id: first?.id ?? '' },
    )
    expect(stale.refusal).toBe('stale')
    await coordinator.browser.do('answerCall', { seat: coordinator.seat }, { id: (await call())?.id ?? '' })
    expect(await call()).toMatchObject({ reason: 'practical', answered: true })
  })
})

describe('going outside', () => {
  it('[PO7] holds for all devices of that person, also new ones', async () => {
    const circle = await makeCircle(test, 'withDoor', 'information')
    const { coordinator } = circle
    await coordinator.browser.do('leave', { seat: coordinator.seat }, {})
    expect((await coordinator.browser.view(coordinator.seat)).kind).toBe('outside')
    const elsewhere = coordinator.browser.movedTo(test.app.port)
    elsewhere.cookies.delete(`kp_${coordinator.seat}`)
    const { seat } = await elsewhere.do('enterConference', { desk: circle.desk, id: circle.id }, {})
    expect(seat).not.toBe(coordinator.seat)
    expect((await elsewhere.view(seat)).kind).toBe('outside')
  })
})
