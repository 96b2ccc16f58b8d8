import {
  isOpenDocument,
  MAX_OPEN_FRAME,
  openDocument,
  type OpenDocument,
} from '@kringplan/shared/contract/openSync'
import { sealedLimits } from '@kringplan/shared/sealed/limits'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Services } from '../http/context.ts'
import { createCookieJar } from '../http/cookies.ts'
import { securityHeaders } from '../http/securityHeaders.ts'
import type { Live } from '../live/live.ts'
import { errorFacts, type Log } from '../log.ts'

type Target =
  | { readonly kind: 'live'; readonly seatId: string }
  | { readonly kind: 'docs'; readonly seatId: string; readonly doc: OpenDocument }
  | { readonly kind: 'sealed'; readonly seatId: string; readonly room: string }

/** What a path asks for, or undefined. The query is not read. */
function targetOf(url: string): Target | undefined {
  const path = url.split('?', 1)[0] ?? ''
  const match =
    /^\/api\/seats\/([A-Za-z0-9_-]{10,32})\/(live|docs\/([a-z0-9-]+)|sealed\/([A-Za-z0-9_-]{22}))$/.exec(path)
  if (match === null) return undefined
  const [, seatId = '', rest, doc, room] = match
  if (rest === 'live') return { kind: 'live', seatId }
  if (room !== undefined) return { kind: 'sealed', seatId, room }
  return doc !== undefined && isOpenDocument(doc) ? { kind: 'docs', seatId, doc } : undefined
}

const servers = (maxPayload: number) =>
  new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload })

/**
 * Judges every upgrade: path, count, origin, cookie, right. What is refused gets one answer, the same bytes for
 * every reason [ST1]. Returns a function that stops taking sockets.
 */
export function acceptUpgrades(server: Server, services: Services, live: Live, log: Log): () => void {
  const { hub, rooms, origins, limits, doorLog } = services
  const accepting = {
    live: servers(1024),
    docs: servers(MAX_OPEN_FRAME + 1024),
    sealed: servers(sealedLimits.clientFrameBytes),
  }
  let open = true
  const strict = Object.entries(securityHeaders(origins)).map(([name, value]) => `${name}: ${value}\r\n`)
  const refuse = (socket: Duplex) => refuseUpgrade(socket, strict.join(''))

  const isProved = async (request: IncomingMessage, seatId: string): Promise<boolean> => {
    if (!origins.allows(request.headers.origin)) return false
    const placed = await hub.find(seatId)
    const cookies = createCookieJar(request.headers.cookie, origins.secure)
    return placed !== undefined && cookies.holds('seat', seatId, placed.seat.secretHash)
  }

  // A proved seat is counted by itself: what others behind the same address do must not change its answer [NI1].
  const judge = async (request: IncomingMessage): Promise<Target | undefined> => {
    const target = targetOf(request.url ?? '')
    if (!open || target === undefined || request.method !== 'GET') return undefined
    if (!(await isProved(request, target.seatId))) return undefined
    if (!limits.sockets.take(target.seatId)) return undefined
    return target
  }

  // Synchronous, asked at the moment of acceptance: between this and the accepted socket nothing can change.
  const may = (target: Target): boolean => {
    if (target.kind === 'live') return hub.ask(target.seatId, 'view.read')
    const conference = hub.peek(target.seatId)?.snapshot?.conference
    if (target.kind === 'docs') {
      const isNewest = conference !== undefined && target.doc === openDocument(conference.docNumber)
      return isNewest && hub.ask(target.seatId, 'plan.read')
    }
    const room = conference?.room
    return room === target.room && hub.ask(target.seatId, 'draft.connect')
  }

  const turnAway = (socket: Duplex, target: Target | undefined): void => {
    refuse(socket)
    // Who holds the seat and may not: the circle can read that it tried [LG5].
    if (target?.kind === 'sealed') doorLog.tried(target.seatId, target.room)
  }

  const take = (target: Target, request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    accepting[target.kind].handleUpgrade(request, socket, head, (ws) => {
      const conferenceId = hub.peek(target.seatId)?.snapshot?.conference.id
      if (target.kind === 'live') live.accept(ws, target.seatId)
      else if (conferenceId === undefined) ws.terminate()
      else if (target.kind === 'docs') rooms.acceptOpen(ws, target.seatId, conferenceId, target.doc)
      else rooms.acceptSealed(ws, target.seatId, target.room)
    })
  }

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    judge(request).then(
      (target) =>
        target !== undefined && may(target) ? take(target, request, socket, head) : turnAway(socket, target),
      (error: unknown) => {
        log.error(errorFacts(error), 'an upgrade failed')
        refuse(socket)
      },
    )
  })

  return () => {
    open = false
    for (const wss of Object.values(accepting)) wss.close()
  }
}

function refuseUpgrade(socket: Duplex, strict: string): void {
  const body = '{"refusal":"refused"}'
  // An HTTP server lets a socket stay half open: without this it would be there until the other side likes to go.
  socket.once('finish', () => socket.destroy())
  socket.end(
    `HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nCache-Control: no-store\r\n${strict}Connection: close\r\n\r\n${body}`,
  )
}
