import { createServer, type Server } from 'node:http'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { Action } from '@kringplan/shared/policy/actions'
import { WebSocketServer } from 'ws'
import { createRooms, type RoomLimits, type Rooms } from './rooms.ts'

const memberMay: readonly Action[] = ['plan.read', 'plan.write', 'draft.connect']

const started: RoomsServer[] = []

/** A running server; `stopServers` after each test stops it. */
export async function serve(limits?: Partial<RoomLimits>, dataDir?: string): Promise<RoomsServer> {
  const server = await new RoomsServer(limits, dataDir).start()
  started.push(server)
  return server
}

export async function stopServers(): Promise<void> {
  for (const server of started.splice(0)) await server.stop()
}

/** Rooms behind a real WebSocket server on a free port: `/open/<conference>/<seat>/plan` and `/sealed/<seat>/<room>`. */
export class RoomsServer {
  readonly dataDir: string
  /** Rights by seat; a seat that is not named is a member. */
  readonly rights = new Map<string, readonly Action[]>()
  readonly logged: string[] = []
  readonly #limits: Partial<RoomLimits>
  #rooms: Rooms | null = null
  #http: Server | null = null
  #sockets: WebSocketServer | null = null
  #port = 0
  #now = Date.parse('2026-11-22T10:00:00Z')
  readonly #ticks = new Set<() => void>()

  constructor(limits: Partial<RoomLimits> = {}, dataDir = mkdtempSync(join(tmpdir(), 'kringplan-rooms-'))) {
    this.#limits = limits
    this.dataDir = dataDir
  }

  get rooms(): Rooms {
    if (this.#rooms === null) throw new Error('not started')
    return this.#rooms
  }

  async start(): Promise<this> {
    const rooms = createRooms({
      dataDir: this.dataDir,
      gate: { ask: (seat, action) => (this.rights.get(seat) ?? memberMay).includes(action) },
      clock: {
        now: () => new Date(this.#now),
        every: (_ms, run) => {
          this.#ticks.add(run)
          return () => this.#ticks.delete(run)
        },
      },
      random: (n) => randomBytes(n),
      log: {
        error: (fields, message) => this.logged.push(JSON.stringify({ fields, message })),
      },
      limits: this.#limits,
    })
    const http = createServer()
    const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
    http.on('upgrade', (request, socket, head) => {
      sockets.handleUpgrade(request, socket, head, (ws) => {
        const [, kind = '', first = '', second = ''] = (request.url ?? '').split('/')
        if (kind === 'open') rooms.acceptOpen(ws, second, first, 'plan-1')
        else rooms.acceptSealed(ws, first, second)
      })
    })
    await new Promise<void>((resolve) => http.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (http.address() as AddressInfo).port
    this.#rooms = rooms
    this.#http = http
    this.#sockets = sockets
    return this
  }

  /** Down as at a restart: everything written, every socket told to come back. */
  async stop(): Promise<void> {
    await this.#rooms?.close()
    for (const ws of this.#sockets?.clients ?? []) ws.terminate()
    await new Promise((resolve) => this.#http?.close(resolve) ?? resolve(null))
    this.#rooms = null
  }

  /** Lets the machine's clock go on, and runs what waits for it. */
  pass(ms: number): void {
    this.#now += ms
    for (const tick of this.#ticks) tick()
  }

  /** Breaks every connection without a word. */
  cut(): void {
    for (const ws of this.#sockets?.clients ?? []) ws.terminate()
  }

  /** Connections that are up now. */
  get socketCount(): number {
    return this.#sockets?.clients.size ?? 0
  }

  openUrl(seat: string, conference = 'c1'): string {
    return `ws://127.0.0.1:${this.#port}/open/${conference}/${seat}`
  }

  sealedUrl(seat: string, room: string): string {
    return `ws://127.0.0.1:${this.#port}/sealed/${seat}/${room}`
  }
}
