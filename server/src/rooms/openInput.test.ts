import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import {
  connectProvider,
  enter,
  nothing,
  presenceFrame,
  stored,
  syncFrame,
  told,
  updateWith,
} from './openClient.testkit.ts'
import { serve, stopServers } from './roomsServer.testkit.ts'

afterEach(stopServers)

describe('presence', () => {
  test('[OD1] nobody can speak for, or send away, another seat', async () => {
    const server = await serve()
    const oma = await enter(server, 'oma')
    const forger = await enter(server, 'forger')
    const other = await enter(server, 'other')
    oma.send(presenceFrame([{ client: 1, clock: 5, state: '{"name":"oma"}' }]))
    await other.find(told('presence'))
    const from = other.got.length
    forger.send(
      presenceFrame([
        { client: 1, clock: 99, state: '{"name":"vals"}' },
        { client: 2, clock: 1, state: '{"name":"echt"}' },
      ]),
    )
    forger.send(presenceFrame([{ client: 1, clock: 100, state: 'null' }]))
    const heard = await other.find(told('presence'), from)
    expect(heard).toMatchObject({ clients: [2], states: ['{"name":"echt"}'] })
    await Promise.all([forger.settled(), other.settled()])
    expect(other.got.length).toBe(from + 1)
  })

  test('[OD1] who goes is gone, and is seen again at once when coming back with an old clock', async () => {
    const server = await serve()
    const doc = new Y.Doc()
    const watcher = connectProvider(server.openUrl('watcher'), new Y.Doc())
    const provider = connectProvider(server.openUrl('oma'), doc)
    provider.awareness.setLocalState({ name: 'oma' })
    const sees = (): unknown => watcher.awareness.getStates().get(doc.clientID)
    await vi.waitFor(() => expect(sees()).toEqual({ name: 'oma' }))
    const gone = new Promise<void>((resolve) => {
      watcher.awareness.on('change', ({ removed }: { removed: number[] }) => {
        if (removed.includes(doc.clientID)) resolve()
      })
    })
    provider.ws?.close()
    await gone
    await vi.waitFor(() => expect(sees()).toEqual({ name: 'oma' }))
    provider.destroy()
    watcher.destroy()
  })

  test('[OD6] presence that other clients could not parse ends its own socket only', async () => {
    const server = await serve()
    const other = await enter(server, 'other')
    await other.settled()
    const before = other.got.length
    for (const state of ['{', '3', '[]', '"x"']) {
      const bad = await enter(server, 'bad')
      bad.send(presenceFrame([{ client: 3, clock: 1, state }]))
      expect(await bad.closed()).toBe(4400)
    }
    const large = await enter(server, 'bad')
    large.send(presenceFrame([{ client: 3, clock: 1, state: JSON.stringify({ x: 'x'.repeat(5000) }) }]))
    expect(await large.closed()).toBe(4400)
    expect(other.got.length).toBe(before)
  })
})

describe('bad input', () => {
  test('[OD6] malformed frames harm nobody', async () => {
    const server = await serve()
    const member = await enter(server, 'member')
    const watcher = await enter(server, 'watcher')
    member.send(syncFrame(2, updateWith('heel')))
    await member.find(told('ack'))
    const valid = updateWith('x')
    const frames = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.uint8Array({ maxLength: 60 }).map((bytes) => syncFrame(2, bytes)),
      fc.uint8Array({ maxLength: 60 }).map((bytes) => syncFrame(1, bytes)),
      fc.uint8Array({ maxLength: 20 }).map((bytes) => syncFrame(0, bytes)),
      fc.nat({ max: valid.length - 1 }).map((cut) => syncFrame(2, valid.subarray(0, cut))),
      fc.tuple(fc.nat({ max: valid.length - 1 }), fc.nat({ max: 255 })).map(([at, to]) => {
        const bytes = valid.slice()
        bytes[at] = to
        return syncFrame(2, bytes)
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(frames, { minLength: 1, maxLength: 4 }), async (list) => {
        const bad = await enter(server, 'bad')
        for (const frame of list) bad.send(frame)
        await Promise.race([bad.settled(), bad.closed()])
        bad.end()
      }),
      { numRuns: 150 },
    )
    const text = await enter(server, 'bad')
    text.send('no bytes')
    expect(await text.closed()).toBe(4400)
    const from = watcher.got.length
    member.send(syncFrame(2, updateWith('nog')))
    await watcher.find(told('update'), from)
    expect(member.closeCode).toBeNull()
    const words = await stored(server)
    expect(words).toContain('heel')
    expect(words).toContain('nog')
    await server.stop()
    const again = await serve({}, server.dataDir)
    expect(await stored(again)).toContain('heel')
  })

  test('[OD6] who sends too much or too fast is closed, and may come back', async () => {
    const server = await serve({ openRate: { perSecond: 10, burst: 20 }, openFrameBytes: 1000 })
    const fast = await enter(server, 'fast')
    for (let i = 0; i < 20; i++) fast.send(syncFrame(0, nothing))
    await fast.settled()
    expect(fast.closeCode).toBeNull()
    server.pass(1000)
    for (let i = 0; i < 11; i++) fast.send(syncFrame(0, nothing))
    expect(await fast.closed()).toBe(4429)
    const large = await enter(server, 'large')
    large.send(new Uint8Array(1001))
    expect(await large.closed()).toBe(4400)
  })

  test('[OD6] a socket that does not read is closed instead of filling memory', async () => {
    const server = await serve({ queuedBytes: 300_000 })
    const slow = await enter(server, 'slow')
    const writer = await enter(server, 'writer')
    await slow.settled()
    slow.pause()
    const doc = new Y.Doc()
    let left = 60
    for (; left > 0 && server.socketCount === 2; left--) {
      writer.send(syncFrame(2, updateWith('x'.repeat(400_000), doc)))
      await writer.find((bytes) => (told('ack')(bytes) === null ? null : true), writer.got.length)
      server.pass(5000)
    }
    expect(left).toBeGreaterThan(0)
    expect(writer.closeCode).toBeNull()
    slow.end()
  })

  test('[OD1] a quiet connection hears something on every tick of the clock, a dead one is given up', async () => {
    const server = await serve()
    const quiet = await enter(server, 'quiet')
    const dead = await enter(server, 'dead')
    await Promise.all([quiet.settled(), dead.settled()])
    dead.pause()
    const before = quiet.got.length
    server.pass(15_000)
    await quiet.settled()
    expect(quiet.got.slice(before).map(told('ack'))).toEqual([{ type: 'ack', n: 0 }])
    server.pass(15_000)
    await vi.waitFor(() => expect(server.socketCount).toBe(1))
    expect(quiet.closeCode).toBeNull()
    dead.end()
  })
})
