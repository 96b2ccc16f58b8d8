import { vi } from 'vitest'
import { WebSocket } from 'ws'
import type { TestSocket } from './browser.testkit.ts'
import type { TestApp } from './testApp.testkit.ts'

/** Counts at the server itself what it sends on some sockets, before and after the moment that a door is closed. */
export interface ServerSends {
  watch(conferenceId: string, sockets: readonly TestSocket[]): void
  counted(conferenceId: string): { readonly before: number; readonly after: number }
  stop(): void
}

interface Watch {
  readonly ports: ReadonlySet<number>
  isClosed: boolean
  before: number
  after: number
}

/**
 * The moment is the commit's own: told after the rooms and the screens have heard of it, and before the mover is answered.
 */
export function watchServerSends(test: TestApp): ServerSends {
  const watches = new Map<string, Watch>()
  test.app.services.hub.onChange(async (conferenceId) => {
    const watch = watches.get(conferenceId)
    const snapshot = await test.app.services.hub.snapshot(conferenceId)
    if (watch !== undefined && snapshot?.conference.phase === 'deliberation') watch.isClosed = true
  })
  const send = Reflect.get(WebSocket.prototype, 'send') as (...input: unknown[]) => void
  const spy = vi.spyOn(WebSocket.prototype, 'send').mockImplementation(function sendCounted(
    this: WebSocket,
    ...input: unknown[]
  ) {
    if (Reflect.get(this, '_isServer') === true) {
      const port = portOf(this, 'remotePort')
      for (const watch of watches.values()) {
        if (!watch.ports.has(port)) continue
        if (watch.isClosed) watch.after += 1
        else watch.before += 1
      }
    }
    return send.apply(this, input)
  })
  return {
    watch(conferenceId, sockets) {
      const ports = new Set(sockets.map(({ ws }) => portOf(ws, 'localPort')))
      watches.set(conferenceId, { ports, isClosed: false, before: 0, after: 0 })
    },
    counted(conferenceId) {
      const watch = watches.get(conferenceId)
      if (watch?.isClosed !== true) throw new Error('this door was not seen closing')
      watches.delete(conferenceId)
      return watch
    },
    stop: () => spy.mockRestore(),
  }
}

function portOf(ws: WebSocket, which: 'localPort' | 'remotePort'): number {
  const socket = Reflect.get(ws, '_socket') as {
    readonly localPort?: number
    readonly remotePort?: number
  } | null
  return socket?.[which] ?? -1
}
