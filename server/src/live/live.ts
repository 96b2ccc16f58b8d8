import { closeCodes } from '@kringplan/shared/contract/closeCodes'
import type { LiveMessage } from '@kringplan/shared/contract/seatView'
import type { WebSocket } from 'ws'
import type { Clock } from '../clock.ts'
import type { Hub } from '../conference/hub.ts'
import { seatView, type ViewSettings } from '../view/seatView.ts'

/** All live sockets. Each shows one seat what it may know now. */
export interface Live {
  /** Takes a socket that was authenticated for this seat; it gets its view at once. */
  accept(ws: WebSocket, seatId: string): void
  /** Sends every seat of the conference its view, where it differs from the last one sent. */
  push(conferenceId: string): void
  /** The same for these seats. */
  pushSeats(seatIds: readonly string[]): void
  close(): void
}

/** All sockets are pinged on one tick of the clock: when bytes go out depends on nothing that anybody does. */
const PING_EVERY = 20_000

/** Live sockets of one seat: some tabs, and those that a lost connection has not ended yet. */
const MAX_PER_SEAT = 12

/** A socket that does not take what it is sent would fill memory. */
const MAX_BUFFERED = 1024 * 1024

interface Socket {
  readonly ws: WebSocket
  readonly seatId: string
  last: string
  rev: number
  alive: boolean
}

export function createLive(hub: Hub, settings: ViewSettings, clock: Clock): Live {
  const sockets = new Set<Socket>()

  const show = (socket: Socket): void => {
    const placed = hub.peek(socket.seatId)
    if (placed === undefined || socket.ws.readyState !== socket.ws.OPEN) return
    const view = seatView(placed.seat, placed.snapshot, settings)
    const bytes = JSON.stringify(view)
    if (bytes !== socket.last) {
      socket.last = bytes
      socket.rev += 1
      const message: LiveMessage = { type: 'view', rev: socket.rev, view }
      socket.ws.send(JSON.stringify(message))
    }
    if (view.kind === 'ended') socket.ws.close(closeCodes.refused.code)
  }

  const stopPing = clock.every(PING_EVERY, () => {
    for (const socket of sockets) {
      if (!socket.alive || socket.ws.bufferedAmount > MAX_BUFFERED) socket.ws.terminate()
      socket.alive = false
      if (socket.ws.readyState === socket.ws.OPEN) socket.ws.ping()
    }
  })

  return {
    accept(ws, seatId) {
      const mine = [...sockets].filter((other) => other.seatId === seatId)
      if (mine.length >= MAX_PER_SEAT) mine[0]?.ws.terminate()
      const socket: Socket = { ws, seatId, last: '', rev: 0, alive: true }
      sockets.add(socket)
      ws.on('pong', () => {
        socket.alive = true
      })
      // Nothing is said to a live socket: whoever speaks is not our page.
      ws.on('message', () => ws.close(closeCodes.nonsense.code))
      ws.on('error', () => ws.terminate())
      ws.on('close', () => sockets.delete(socket))
      show(socket)
    },
    push(conferenceId) {
      for (const socket of sockets) {
        if (hub.peek(socket.seatId)?.snapshot?.conference.id === conferenceId) show(socket)
      }
    },
    pushSeats(seatIds) {
      for (const socket of sockets) if (seatIds.includes(socket.seatId)) show(socket)
    },
    close() {
      stopPing()
      for (const { ws } of sockets) ws.close(closeCodes.restarting.code)
    },
  }
}
