import { inputs } from '@kringplan/shared/contract/messages'
import { routes, sockets, type Route, type RouteName } from '@kringplan/shared/contract/routes'
import { fuzz, fuzzAsync, fuzzSeed, fuzzTimeout, sayTried, spoilt } from '@kringplan/shared/fuzz.testkit'
import { encodeClientFrame } from '@kringplan/shared/sealed/relayFrames'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { LiveState } from '../rooms/liveState.ts'
import { nothing, presenceFrame, syncFrame, updateWith } from '../rooms/openClient.testkit.ts'
import { decodeOpenFrame } from '../rooms/openFrames.ts'
import { heard, makeBlob } from '../rooms/sealedClient.testkit.ts'
import { TestSocket } from '../testkit/browser.testkit.ts'
import { makeCircle, type Circle } from '../testkit/circle.testkit.ts'
import { isAllowed, routeTargets } from '../testkit/matrixCells.testkit.ts'
import { meantBody, pathOf } from '../testkit/matrixBodies.testkit.ts'
import { QuickClient } from '../testkit/rawHttp.testkit.ts'
import { startTestApp, type TestApp } from '../testkit/testApp.testkit.ts'

const kindOf = ({ access }: Route) => access.kind
const names = Object.keys(routes) as RouteName[]
const seatNames = names.filter((name) => kindOf(routes[name]) === 'seat')
const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

let test: TestApp
let circle: Circle
let quick: QuickClient
let witnesses: TestSocket[]
beforeAll(async () => {
  test = await startTestApp()
  circle = await makeCircle(test, 'withDoor', 'deliberation')
  quick = new QuickClient(test.app.port)
  witnesses = []
  for (const { browser, seat } of circle.all) witnesses.push(await browser.live(seat))
  const inside = await open()
  inside.ws.send(encodeClientFrame({ type: 'hello', epoch: 1, fromSeq: 0, doorToken: circle.room.doorToken }))
  witnesses.push(inside)
  for (const socket of witnesses) await socket.until(() => socket.frames.length > 0)
})
afterAll(async () => {
  sayTried()
  for (const { ws } of witnesses) ws.terminate()
  quick.close()
  await test.stop()
})

async function open(): Promise<TestSocket> {
  const { browser, seat } = circle.member
  const socket = await browser.upgrade(sockets.sealed(seat, circle.room.id))
  if (!(socket instanceof TestSocket)) throw new Error('the room is closed to a member')
  socket.ws.on('error', () => undefined)
  return socket
}

/** Everybody is still there, and what they were sent is counted. */
async function heardSoFar(): Promise<number> {
  for (const socket of witnesses) {
    expect(socket.closed).toBeUndefined()
    await new Promise<void>((resolve) => {
      socket.ws.once('pong', () => resolve())
      socket.ws.ping()
    })
  }
  return witnesses.reduce((sum, { frames }) => sum + frames.length, 0)
}

/** Time goes on, so that the limits have room again; in steps, so that signs of life go both ways. */
async function pass(): Promise<void> {
  for (let quarter = 0; quarter < 4; quarter++) {
    await heardSoFar()
    test.clock.advance(15_000)
  }
  await heardSoFar()
}

describe(`what devices send, under very many inputs (seed ${fuzzSeed})`, () => {
  it(
    '[OD6] frames of an open document are read or refused',
    () => {
      const frames = fc.constantFrom(
        syncFrame(0, nothing),
        syncFrame(1, updateWith('x')),
        syncFrame(2, updateWith('woorden')),
        presenceFrame([{ client: 3, clock: 1, state: '{"name":"x"}' }]),
        Uint8Array.of(3),
      )
      fuzz('decodeOpenFrame', spoilt(frames), 2000, (any) => {
        try {
          expect(['ask', 'write', 'presence', 'query']).toContain(decodeOpenFrame(any).type)
        } catch (error) {
          expect(error).toBeInstanceOf(Error)
        }
      })
    },
    fuzzTimeout,
  )

  it(
    '[OD6] an update that is none leaves the document as it was',
    () => {
      const updates = fc.constantFrom(updateWith('woorden'), updateWith('en nog meer woorden'))
      fuzz('liveState', spoilt(updates), 500, (any) => {
        const stored = { seq: 0, snapshot: updateWith('kanarie'), updates: [] }
        const live = new LiveState<string>(stored, () => undefined)
        if (live.apply(any, 'x') === 'broken') live.rebuild(stored)
        expect(live.read((doc: Y.Doc) => doc.getText('words').toJSON())).toContain('kanarie')
        live.destroy()
      })
    },
    fuzzTimeout,
  )

  it(
    '[CO5] inputs of the contract are taken or refused, without a throw',
    () => {
      const bodies = fc
        .constantFrom(...names)
        .map((name) => encode(JSON.stringify(meantBody(name, circle, 1))))
      const sent = fc.tuple(fc.constantFrom(...names), fc.oneof(spoilt(bodies).map(decode), fc.json()))
      fuzz('inputs', sent, 3000, ([name, text]) => {
        let value: unknown
        try {
          value = JSON.parse(text)
        } catch {
          return
        }
        expect(typeof inputs[name].safeParse(value).success).toBe('boolean')
      })
    },
    fuzzTimeout,
  )

  it(
    '[RF1] [I1] whatever who is locked out sends to whatever route is refused, and nobody hears of it',
    async () => {
      const before = await heardSoFar()
      const { coordinator, professional } = circle
      const askers = [coordinator, professional].map(({ seat, browser }) => ({
        seat,
        cookie: browser.cookieHeader,
      }))
      // What either of them may do now, such as ending, is tried elsewhere.
      const roles = ['coordinator', 'professional'] as const
      const routesNow = routeTargets
        .filter(({ action }) =>
          roles.every((role) => !isAllowed({ role, standing: 'in' }, 'withDoor', 'deliberation', action)),
        )
        .map(({ name }) => name)
      const bodies = fc
        .constantFrom(...routesNow)
        .map((name) => encode(JSON.stringify(meantBody(name, circle, 2))))
      const calls = fc.tuple(fc.constantFrom(...askers), fc.constantFrom(...routesNow), spoilt(bodies))
      let count = 0
      await fuzzAsync('calls', calls, 250, async ([{ seat, cookie }, name, body]) => {
        if ((count += 1) % 200 === 0) await pass()
        const { method } = routes[name]
        const sent = method === 'GET' ? undefined : Buffer.from(body).toString('latin1')
        const { status, text } = await quick.ask(method, pathOf(name, circle, seat), cookie, sent)
        expect([name, status, text]).toEqual([name, 403, '{"refusal":"refused"}'])
      })
      expect(await heardSoFar()).toBe(before)
    },
    fuzzTimeout,
  )

  it(
    '[RF1] bodies of who may are taken or refused, and never fail',
    async () => {
      const { seat, browser } = circle.member
      const routesNow = seatNames.filter(
        (name) => name !== 'end' && name !== 'openDoor' && name !== 'takeOut',
      )
      const bodies = fc
        .constantFrom(...routesNow)
        .map((name) => encode(JSON.stringify(meantBody(name, circle, 2))))
      const calls = fc.tuple(fc.constantFrom(...routesNow), spoilt(bodies))
      let count = 0
      await fuzzAsync('memberCalls', calls, 250, async ([name, body]) => {
        if ((count += 1) % 200 === 0) await pass()
        const { method } = routes[name]
        const sent = method === 'GET' ? undefined : Buffer.from(body).toString('latin1')
        const { status } = await quick.ask(method, pathOf(name, circle, seat), browser.cookieHeader, sent)
        expect([name, [200, 400, 403, 409, 413, 429].includes(status)]).toEqual([name, true])
      })
      await heardSoFar()
      expect(test.logged()).not.toContain('a call failed')
    },
    fuzzTimeout,
  )

  it(
    '[SR2] frames of who has not proved the key end their own socket at most, and reach nobody but as a knock',
    async () => {
      const inside = witnesses.at(-1)
      const from = inside?.frames.length ?? 0
      const blob = makeBlob()
      const frames = fc.constantFrom(
        encodeClientFrame({ type: 'hello', epoch: 1, fromSeq: 0, doorToken: new Uint8Array(32) }),
        encodeClientFrame({ type: 'append', cid: 1, blob }),
        encodeClientFrame({ type: 'snapshot', baseSeq: 0, coversSeq: 1, blob }),
        encodeClientFrame({ type: 'ephemeral', blob }),
        encodeClientFrame({ type: 'admit', knockId: new Uint8Array(16), bytes: blob }),
        encodeClientFrame({ type: 'knock', knockId: new Uint8Array(16), bytes: blob }),
      )
      let count = 0
      let bytes = 0
      await fuzzAsync(
        'sealedSocket',
        fc.array(spoilt(frames), { minLength: 1, maxLength: 8 }),
        60,
        async (all) => {
          if ((count += 1) % 50 === 0) await pass()
          const socket = await open()
          for (const frame of all) socket.ws.send(frame)
          const ends = new Promise<void>((resolve) => {
            socket.ws.once('pong', () => resolve()).once('close', () => resolve())
          })
          if (socket.ws.readyState === socket.ws.OPEN) socket.ws.ping()
          if (socket.closed === undefined) await ends
          bytes = Math.max(bytes, ...socket.frames.map(({ length }) => length))
          socket.ws.terminate()
        },
      )
      await heardSoFar()
      // Refusals, of three bytes and a number.
      expect(bytes).toBeLessThan(16)
      expect(inside?.frames.slice(from).every((one) => heard('knock')(one) !== null)).toBe(true)
      expect(inside?.closed).toBeUndefined()
    },
    fuzzTimeout,
  )
})
