import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeCircle, type Circle, type Sitting } from '../testkit/circle.testkit.ts'
import { QuickClient } from '../testkit/rawHttp.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'
import { allowances } from './limiter.ts'

let test: TestApp
let circle: Circle
let quick: QuickClient
beforeAll(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'deliberation')
  quick = new QuickClient(test.app.port)
})
afterAll(async () => {
  quick.close()
  await test.stop()
})

const look = async ({ seat, browser }: Sitting, cookie = browser.cookieHeader) =>
  (await quick.ask('GET', `/api/seats/${seat}/view`, cookie)).status

it('[NI1] a seat that asks without end is told to wait; no other seat is, and nobody without a seat changes that', async () => {
  const { burst } = allowances.calls
  const statuses = new Set<number>()
  for (let n = 0; n < burst; n++) statuses.add(await look(circle.professional))
  expect(statuses).toContain(200)
  expect(await look(circle.professional)).toBe(429)
  expect(await look(circle.coordinator)).toBe(200)
  // Without a seat the address is counted, and who has one is not among them.
  for (let n = 0; n < burst; n++) await look(circle.member, '')
  expect(await look(circle.member, '')).toBe(429)
  expect(await look(circle.member)).toBe(200)
  test.clock.advance(60_000)
  expect(await look(circle.professional)).toBe(200)
  expect(await look(circle.member, '')).toBe(403)
})
