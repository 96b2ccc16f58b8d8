import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Browser } from '../testkit/browser.testkit.ts'
import { closeDoor, makeCircle, openDoor, type Circle } from '../testkit/circle.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

let test: TestApp
let circle: Circle
beforeEach(async () => {
  test = await startTestApp()
  build('old')
})
afterEach(() => test.stop())

/** What `npm run build` leaves. */
function build(name: string): void {
  const web = test.config.webDir
  rmSync(web, { recursive: true, force: true })
  mkdirSync(join(web, 'assets'), { recursive: true })
  writeFileSync(
    join(web, 'index.html'),
    `${name} screens <script type="module" src="/assets/${name}.js"></script>`,
  )
  writeFileSync(join(web, `assets/${name}.js`), name)
}

const get = async (path: string) => {
  const { status, text } = await new Browser(test.app.port).send('GET', path)
  return `${status} ${text.split(' ')[0]}`
}

/** Builds anew and starts anew. */
async function upgrade(): Promise<void> {
  build('new')
  test = await test.restart()
}

const pages = () => {
  const { coordinator, professional, member, board, room } = circle
  return {
    member: `/plek/${member.seat}/plan/abc`,
    board: `/bord/${board.seat}`,
    card: `/d/${room.id}`,
    coordinator: `/c/${coordinator.seat}`,
    professional: `/i/${professional.seat}`,
  }
}

it('[WB6] behind a closed door every page goes on in the build of the closing; all others are of now', async () => {
  circle = await makeCircle(test, 'withDoor', 'deliberation')
  const all = Object.values(pages())
  for (const page of all) expect(await get(page)).toBe('200 old')
  await upgrade()
  for (const page of all) expect([page, await get(page)]).toEqual([page, '200 old'])
  const others = [
    '/',
    '/k',
    '/index.html',
    '/controle',
    '/bord',
    `/plek/${'A'.repeat(16)}`,
    `/d/${'A'.repeat(22)}`,
  ]
  for (const page of others) expect([page, await get(page)]).toEqual([page, '200 new'])
  expect(await get('/nowhere')).toBe('404 new')
  // Scripts of both, for pages that were open all the while.
  expect(await get('/assets/old.js')).toBe('200 old')
  expect(await get('/assets/new.js')).toBe('200 new')
  const said = JSON.parse((await new Browser(test.app.port).send('GET', '/fingerprint.json')).text) as {
    builds: { entry: string }[]
  }
  expect(said.builds.map(({ entry }) => entry)).toEqual(['/assets/new.js', '/assets/old.js'])
})

it('[WB6] when the door is open every page is of now, and the old build goes when its time is over', async () => {
  circle = await makeCircle(test, 'withDoor', 'deliberation')
  await upgrade()
  const week = 8 * 24 * 60 * 60 * 1000
  test.clock.advance(week)
  const kept = () => readdirSync(join(test.config.dataDir, 'builds'))
  expect(kept()).toHaveLength(2)
  const board = { ...circle.board, browser: circle.board.browser.movedTo(test.app.port) }
  await openDoor(board, 'withDoor', circle.room, 2)
  for (const page of Object.values(pages())) expect([page, await get(page)]).toEqual([page, '200 new'])
  test.clock.advance(60_000)
  await expect.poll(kept).toHaveLength(1)
  expect(await get('/assets/old.js')).toBe('404 new')
})

it('[WB6] where there is no door nobody is held in an old build', async () => {
  circle = await makeCircle(test, 'together', 'deliberation')
  await upgrade()
  const { member, board } = pages()
  expect([await get(member), await get(board)]).toEqual(['200 new', '200 new'])
})

it('[WB6] who is behind the door is told the version that it was closed in, and no other', async () => {
  circle = await makeCircle(test, 'withDoor', 'deliberation')
  const { db } = test.app.services
  const rows = await db.selectFrom('conferences').select(['roomSchema', 'build']).execute()
  expect(rows).toEqual([{ roomSchema: SCHEMA_VERSION, build: test.app.services.builds.now()?.fingerprint }])
  // As an earlier server left it.
  await db
    .updateTable('conferences')
    .set({ roomSchema: SCHEMA_VERSION - 1 })
    .execute()
  test = await test.restart()
  const versionFor = async ({ browser, seat }: Circle['board']) =>
    (await browser.movedTo(test.app.port).view(seat)).schemaVersion
  expect(await versionFor(circle.board)).toBe(SCHEMA_VERSION - 1)
  expect(await versionFor(circle.coordinator)).toBe(SCHEMA_VERSION - 1)
  const board = { ...circle.board, browser: circle.board.browser.movedTo(test.app.port) }
  await openDoor(board, 'withDoor', circle.room, 2)
  expect(await versionFor(circle.board)).toBe(SCHEMA_VERSION)
})

it('[WB6] a page of before an upgrade closes no door', async () => {
  circle = await makeCircle(test, 'withDoor', 'information')
  const doorTokenHash = randomBytes(32).toString('base64url')
  const { browser, seat } = circle.board
  const room = circle.room.id
  const ask = { revision: 1, room, doorTokenHash, schemaVersion: SCHEMA_VERSION + 1 }
  expect(await browser.no('closeDoor', { seat }, ask)).toEqual({ refusal: 'stale' })
  await closeDoor(circle.board, circle.room, 1)
})
