import { sockets } from '@kringplan/shared/contract/routes'
import { encodeClientFrame } from '@kringplan/shared/sealed/relayFrames'
import { makeBlob } from '../rooms/sealedClient.testkit.ts'
import { TestSocket, type Reply } from './browser.testkit.ts'
import type { Chance } from './chance.testkit.ts'
import type { Sitting } from './circle.testkit.ts'

/** Somebody outside, and all that they get from the closing of the door on, in order. */
export interface Outsider {
  readonly name: string
  readonly sitting: Sitting
  readonly open: { readonly label: string; readonly socket: TestSocket; frames: number; pings: number }[]
  readonly heard: string[]
}

export function outsider(name: string, sitting: Sitting, live: TestSocket): Outsider {
  return { name, sitting, open: [{ label: 'live', socket: live, frames: 0, pings: 0 }], heard: [] }
}

/** What came since the last time, by socket: bytes, signs of life, the end. */
export async function listen({ open, heard }: Outsider, tick: number): Promise<void> {
  for (const one of open) {
    await settled(one.socket)
    for (const frame of one.socket.frames.slice(one.frames))
      heard.push(`${tick} ${one.label} ${frame.length} ${frame.toString('latin1')}`)
    one.frames = one.socket.frames.length
    if (one.socket.pings > one.pings)
      heard.push(`${tick} ${one.label} pinged ${one.socket.pings - one.pings}`)
    one.pings = one.socket.pings
    if (one.socket.closed !== undefined) heard.push(`${tick} ${one.label} closed ${one.socket.closed}`)
  }
}

/** What a screen was told before the door closed is passed over: from the closed screen on all of it counts. */
export async function fromTheClosing({ open }: Outsider): Promise<void> {
  for (const one of open) {
    await settled(one.socket)
    one.frames = one.socket.messages.findIndex(({ view }) => view.kind === 'closed')
    if (one.frames < 0) throw new Error('this screen was not told of the closing')
  }
}

/** Everything that was sent before has come, or the socket is closed. */
export async function settled(socket: TestSocket): Promise<void> {
  if (socket.closed !== undefined) return
  await new Promise<void>((resolve) => {
    const end = (): void => {
      socket.ws.off('pong', end).off('close', end)
      resolve()
    }
    socket.ws.once('pong', end).once('close', end)
    if (socket.ws.readyState === socket.ws.OPEN) socket.ws.ping()
  })
}

/** One thing that somebody outside does. The same chance gives the same thing, whatever happens inside. */
export async function knockAbout(who: Outsider, room: string, tick: number, chance: Chance): Promise<void> {
  const { browser, seat } = who.sitting
  const note = (what: string, { status, text, headers }: Reply) =>
    who.heard.push(`${tick} ${what} ${status} ${headers.get('content-length')} ${text}`)
  switch (chance(7)) {
    case 0:
      return void note('view', await browser.raw('view', { seat }, {}))
    case 1:
      return void note('links', await browser.raw('links', { seat }, {}))
    case 2:
      return void note(
        'paper',
        await browser.raw('fetchPaper', { seat }, { room, paperToken: 'A'.repeat(43) }),
      )
    case 3: {
      const opened = await browser.upgrade(`${sockets.docs(seat)}/plan-2`)
      return void who.heard.push(`${tick} document ${opened instanceof TestSocket ? 'TAKEN' : opened}`)
    }
    case 4: {
      const live = await browser.upgrade(sockets.live(seat))
      if (live instanceof TestSocket)
        who.open.push({ label: `live ${who.open.length}`, socket: live, frames: 0, pings: 0 })
      return
    }
    case 5:
      return trySealed(who, room, tick, {
        type: 'hello',
        epoch: 1,
        fromSeq: 0,
        doorToken: new Uint8Array(32),
      })
    default:
      return trySealed(who, room, tick, { type: 'append', cid: 1, blob: makeBlob() })
  }
}

type Said = Parameters<typeof encodeClientFrame>[0]

async function trySealed(who: Outsider, room: string, tick: number, frame: Said): Promise<void> {
  const { browser, seat } = who.sitting
  const socket = await browser.upgrade(sockets.sealed(seat, room))
  if (!(socket instanceof TestSocket)) return void who.heard.push(`${tick} sealed ${socket}`)
  who.open.push({ label: `sealed ${who.open.length}`, socket, frames: 0, pings: 0 })
  socket.ws.send(encodeClientFrame(frame))
}

/** The names of this run taken out: each random id becomes the number of its first coming, with its length. */
export function withoutNames(heard: readonly string[], startedAt: number): readonly string[] {
  const names = new Map<string, number>()
  return heard.map((line) =>
    line
      .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, (text) => `<${Date.parse(text) - startedAt} ms>`)
      .replaceAll(/[A-Za-z0-9_-]{16,}/g, (text) => {
        const name = names.get(text) ?? names.size
        names.set(text, name)
        return `<${name}:${text.length}>`
      }),
  )
}
