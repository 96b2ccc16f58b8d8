import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeCircle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'
import { seatView } from './seatView.ts'

let test: TestApp
beforeEach(async () => {
  test = await startTestApp()
})
afterEach(() => test.stop())

it('[VW1] while the door is closed shows the closed screen, also when the row of the room is damaged', async () => {
  const circle = await makeCircle(test, 'withDoor', 'deliberation')
  const placed = test.app.services.hub.peek(circle.coordinator.seat)
  if (!placed?.snapshot) throw new Error('the coordinator has no seat')
  const damaged = { ...placed.snapshot, conference: { ...placed.snapshot.conference, room: null } }
  const view = seatView(placed.seat, damaged, { demo: false, practice: true })
  expect(view.kind).toBe('closed')
  expect(Object.keys(view)).not.toContain('people')
})
