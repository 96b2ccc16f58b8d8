import { sockets } from '@kringplan/shared/contract/routes'
import type { Phase } from '@kringplan/shared/phase/phases'
import type { Setting } from '@kringplan/shared/policy/roles'
import { encodeClientFrame } from '@kringplan/shared/sealed/relayFrames'
import { sql } from 'kysely'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { presenceFrame } from '../rooms/openClient.testkit.ts'
import { done } from '../http/answer.ts'
import { TestSocket } from './browser.testkit.ts'
import { makeCircle, type Circle, type Sitting } from './circle.testkit.ts'
import { everybody, exists, newestDocument, type Who } from './matrixCells.testkit.ts'
import { QuickClient } from './rawHttp.testkit.ts'
import type { TestApp } from './testApp.testkit.ts'

/** A seat that asks, with the cookie of that seat alone. */
export interface Asker {
  readonly who: Who
  readonly seat: string
  readonly cookie: string
  readonly browser: Sitting['browser']
}

/** One conference in one phase, with a seat of every kind, and with sockets of others that must notice nothing. */
export interface World {
  readonly test: TestApp
  readonly setting: Setting
  readonly phase: Phase
  readonly circle: Circle
  readonly quick: QuickClient
  readonly askers: readonly Asker[]
  /** Open sockets of others, of every kind that can be open here. */
  readonly witnesses: readonly TestSocket[]
  /** A member's socket on the open document, and one inside the sealed room. */
  readonly onPlan: TestSocket | undefined
  readonly inside: TestSocket | undefined
  readonly witnessSeats: readonly string[]
  readonly revision: number
}

/** Makes the conference by the contract, and the seats that no evening makes (such as a professional who waits) in the store. */
export async function makeWorld(test: TestApp, setting: Setting, phase: Phase): Promise<World> {
  const circle = await makeCircle(test, setting, phase)
  const byRole = {
    member: circle.member,
    board: circle.board,
    professional: circle.professional,
    coordinator: circle.coordinator,
  }
  const here = everybody.filter((who) => exists(who, setting, phase))
  const askers = here.map((who, at) =>
    asker(byRole[who.role], who, `matrixseat${at}x${circle.id.slice(0, 8)}`),
  )
  const watching = (['member', 'board', 'coordinator', 'professional'] as const).map((role, at) =>
    asker(byRole[role], { role, standing: 'in' }, `matrixwatch${at}x${circle.id.slice(0, 8)}`),
  )
  await test.app.services.hub.change(circle.id, async (tx) => {
    for (const { who, seat } of [...askers, ...watching]) {
      const like = byRole[who.role].seat
      const row = await tx.selectFrom('seats').selectAll().where('id', '=', like).executeTakeFirstOrThrow()
      const standing = who.standing === 'pending' || who.standing === 'outside' ? who.standing : 'in'
      const endedAt = who.standing === 'ended' ? '2027-03-06T12:00:00.000Z' : null
      await tx
        .insertInto('seats')
        .values({ ...row, id: seat, pairingCode: null, standing, endedAt })
        .execute()
    }
    return done
  })
  const open = async (at: number, path: (seat: string) => string): Promise<TestSocket | undefined> => {
    const watcher = watching[at]
    const socket = await watcher?.browser.upgrade(path(watcher.seat))
    return socket instanceof TestSocket ? socket : undefined
  }
  const views = phase === 'closed' ? [] : await Promise.all(watching.map((_, at) => open(at, sockets.live)))
  for (const view of views) await view?.until(() => view.frames.length > 0)
  const onPlan = await open(0, (seat) => `${sockets.docs(seat)}/${newestDocument(phase)}`)
  if (onPlan !== undefined) {
    await onPlan.until(() => onPlan.frames.length > 0 || onPlan.closed !== undefined)
    onPlan.ws.send(presenceFrame([{ client: 7, clock: 1, state: '{"name":"getuige"}' }]))
  }
  const inside = await open(0, (seat) => sockets.sealed(seat, circle.room.id))
  if (inside !== undefined) {
    inside.ws.send(
      encodeClientFrame({ type: 'hello', epoch: 1, fromSeq: 0, doorToken: circle.room.doorToken }),
    )
    await inside.until(() => inside.frames.length > 0 || inside.closed !== undefined)
  }
  const world: World = {
    test,
    setting,
    phase,
    circle,
    quick: new QuickClient(test.app.port),
    askers,
    witnesses: [...views, onPlan, inside].flatMap((one) => (one?.closed === undefined && one ? [one] : [])),
    onPlan,
    inside,
    witnessSeats: watching.map(({ seat }) => seat),
    revision: test.app.services.hub.peek(circle.member.seat)?.snapshot?.conference.revision ?? 0,
  }
  await settle(world)
  await tryOnce(world)
  return world
}

/**
 * A try of a closed room is written down for the circle, once a minute for each device: the one line of each is written
 * before anything is compared, and the clock stands still after it.
 */
async function tryOnce(world: World): Promise<void> {
  const { test, circle, askers, setting, phase } = world
  if (setting !== 'withDoor' || phase !== 'deliberation') return
  for (const { browser, seat } of askers) {
    for (const doorToken of [new Uint8Array(32), circle.room.doorToken]) {
      const socket = await browser.upgrade(sockets.sealed(seat, circle.room.id))
      if (!(socket instanceof TestSocket)) continue
      socket.ws.send(encodeClientFrame({ type: 'hello', epoch: 1, fromSeq: 0, doorToken }))
      await socket.until(() => socket.frames.length > 0)
      socket.ws.terminate()
    }
  }
  const { doorLog } = test.app.services as { doorLog?: { settled(): Promise<void> } }
  await doorLog?.settled()
  await settle(world)
}

function asker(like: Sitting, who: Who, seat: string): Asker {
  const secret = like.browser.cookies.get(`kp_${like.seat}`) ?? ''
  like.browser.cookies.set(`kp_${seat}`, secret)
  return { who, seat, cookie: `kp_${seat}=${secret}`, browser: like.browser }
}

/** A call is made on purpose, and answered by the seat that is then called in. Nothing when nobody here is ever called. */
export async function callIn({ circle, askers }: World): Promise<void> {
  const called = askers.find(({ who }) => who.standing === 'called in')
  if (called === undefined) return
  await circle.board.browser.do('call', { seat: circle.board.seat }, { reason: 'talk' })
  const view = await called.browser.view(called.seat)
  const id = 'call' in view ? view.call?.id : undefined
  await called.browser.do('answerCall', { seat: called.seat }, { id: id ?? '' })
}

/** What everybody was sent so far has come: a ping of each came back. */
export async function settle({ witnesses }: World): Promise<void> {
  await Promise.all(
    witnesses.map(
      (socket) =>
        new Promise<void>((resolve) => {
          socket.ws.once('pong', () => resolve())
          socket.ws.ping()
        }),
    ),
  )
}

/**
 * What must be as before after a refusal: the facts in memory (a change makes a new object), every file that a write
 * would touch, and what the other sockets got.
 */
export function stateOf({ test, circle, witnesses }: World): string {
  const { hub } = test.app.services
  const files = ['kringplan.db', 'documents.db', 'sealed.db'].flatMap((name) => [name, `${name}-wal`])
  const written = files.map((name) => {
    const path = join(test.config.dataDir, name)
    if (!existsSync(path)) return `${name} -`
    const { size, mtimeNs } = statSync(path, { bigint: true })
    return `${name} ${size} ${mtimeNs}`
  })
  const snapshot = hub.peek(circle.member.seat)?.snapshot ?? circle
  const heard = witnesses.map((socket) => `${socket.frames.length} ${socket.closed}`)
  return [nameOf(snapshot), ...written, ...heard].join('\n')
}

const names = new WeakMap<object, number>()
let named = 0
function nameOf(thing: object): number {
  const name = names.get(thing) ?? (named += 1)
  names.set(thing, name)
  return name
}

/** Every row of the conference's database but those of the log of the door, as text. */
export async function rowsOf({ test }: World): Promise<string> {
  const { db } = test.app.services
  const tables = await sql<{
    name: string
  }>`SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'doorLog' ORDER BY name`.execute(db)
  const rows = []
  for (const { name } of tables.rows)
    rows.push(name, (await sql`SELECT * FROM ${sql.table(name)}`.execute(db)).rows)
  return JSON.stringify(rows)
}

export function leaveWorld({ witnesses, quick }: World): void {
  for (const { ws } of witnesses) ws.terminate()
  quick.close()
}
