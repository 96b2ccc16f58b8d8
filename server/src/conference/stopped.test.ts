import { sockets } from '@kringplan/shared/contract/routes'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { syncFrame, updateWith } from '../rooms/openClient.testkit.ts'
import { makeCircle, openView, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
let circle: Circle
let other: Circle
let lock: Database.Database

beforeEach(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'presentation')
  other = await makeCircle(test, 'together', 'information')
  lock = new Database(join(test.config.dataDir, 'documents.db'))
})
afterEach(async () => {
  lock.close()
  await test.stop()
})

it('[OP8] a document that the disk does not take fails the move in a few seconds, and holds no other conference up', async () => {
  const { board, member } = circle
  const doc = `${sockets.docs(member.seat)}/plan-2`
  const socket = await member.browser.upgrade(doc)
  if (typeof socket === 'string') throw new Error(socket)
  lock.exec('BEGIN IMMEDIATE')
  socket.ws.send(syncFrame(2, updateWith('het laatste woord')))
  await vi.waitFor(() => expect(test.logged()).toContain('could not be written'))

  const stopping = vi.spyOn(test.app.services.rooms.open, 'stop')
  const freezing = board.browser.no('freeze', { seat: board.seat }, { revision: 3 })
  await vi.waitFor(() => expect(stopping).toHaveBeenCalledOnce())
  // Another conference goes on meanwhile, and nothing of this one is decided yet.
  await other.coordinator.browser.do('draft', { seat: other.coordinator.seat }, { revision: 1 })
  expect((await openView(board)).phase).toBe('presentation')
  test.clock.advance(4_000)
  expect(await freezing).toEqual({ refusal: 'failed' })
  expect((await openView(board)).phase).toBe('presentation')

  // The disk is back: the document takes words, and the move is made with all of them.
  lock.exec('ROLLBACK')
  socket.ws.send(syncFrame(2, updateWith('en dit ook')))
  await vi.waitFor(() => {
    const { open } = test.app.services.rooms
    expect(JSON.stringify(open.content(circle.id, 'plan-2'))).toContain('zwemmen')
    expect(socket.frames.some((frame) => frame[0] === 100 && frame[1] === 2)).toBe(true)
  })
  await board.browser.do('freeze', { seat: board.seat }, { revision: 3 })
  expect((await openView(board)).phase).toBe('signing')
})

it('[OP8] a move that waits for a second person, or comes too late, stops no writing', async () => {
  const { member, board } = circle
  const stopping = vi.spyOn(test.app.services.rooms.open, 'stop')
  await member.browser.do('freeze', { seat: member.seat }, { revision: 3 })
  await board.browser.no('freeze', { seat: board.seat }, { revision: 2 })
  expect(stopping).not.toHaveBeenCalled()
  await board.browser.do('freeze', { seat: board.seat }, { revision: 3 })
  expect(stopping).toHaveBeenCalledOnce()
})
