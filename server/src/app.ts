import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { existsSync, mkdirSync } from 'node:fs'
import { Server } from 'node:http'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { systemClock, type Clock } from './clock.ts'
import { createHub } from './conference/hub.ts'
import { createDoorTickets } from './seats/doorTickets.ts'
import { createFarLinks } from './seats/farLinks.ts'
import { createOpenAsks } from './conference/openAsks.ts'
import type { Config } from './config.ts'
import { createDoorLog } from './doorLog/doorLog.ts'
import { recordLines } from './doorLog/record.ts'
import { createPrinter } from './copies/printer.ts'
import type { Services } from './http/context.ts'
import { createFileRoutes } from './http/fileRoutes.ts'
import { createLimits } from './http/limiter.ts'
import { createOrigins } from './http/origins.ts'
import { createRouter } from './http/router.ts'
import { securityHeaders } from './http/securityHeaders.ts'
import { createStaticFiles } from './http/staticFiles.ts'
import { createLive } from './live/live.ts'
import { createLog, errorFacts, type Log } from './log.ts'
import { createRooms, type DoorWatch, type Gate } from './rooms/rooms.ts'
import { createBuilds } from './screens/builds.ts'
import { pinnedBuild } from './screens/pinned.ts'
import { readServerSecret, systemRandom, type Random } from './secrets.ts'
import { openDatabase } from './store/database.ts'
import { createUpkeep } from './upkeep.ts'
import { acceptUpgrades } from './ws/upgrade.ts'

/** What a test may bring instead of the machine's own. */
export interface AppDeps {
  readonly clock?: Clock
  readonly random?: Random
  readonly log?: Log
}

/** A running server. */
export interface App {
  /** Where it can be reached on this machine. */
  readonly url: string
  readonly port: number
  /** For what runs in the same process: the demo, the start script, tests. */
  readonly services: Services
  /** Stops taking requests, closes every socket with "restarting", and writes down what is on its way. */
  close(): Promise<void>
}

/**
 * Starts a server on `config.host` and `config.port` (0: any free one) with its data in `config.dataDir`.
 * Resolves when it listens.
 */
export async function createApp(config: Config, deps: AppDeps = {}): Promise<App> {
  const clock = deps.clock ?? systemClock
  const random = deps.random ?? systemRandom
  const log = deps.log ?? createLog(config.logLevel)

  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const isNew = !existsSync(join(config.dataDir, 'kringplan.db'))
  const secret = readServerSecret(config.dataDir, random, isNew)
  // First, because it locks the data: a second server stops here and has changed nothing.
  const gate: Gate = { ask: (seatId, action) => hub.ask(seatId, action) }
  const door: DoorWatch = {
    proved: (seatId, room) => doorLog.proved(seatId, room),
    refused: (seatId, room) => doorLog.tried(seatId, room),
  }
  const rooms = createRooms({ dataDir: config.dataDir, gate, clock, random, log, door })
  const db = await openDatabase(config.dataDir)
  const hub = createHub(db, log, recordLines(rooms, clock))
  const doorLog = createDoorLog(db, hub, rooms, clock, log)

  const app = new Hono<{ Bindings: HttpBindings }>()
  const server = createAdaptorServer({ fetch: app.fetch })
  if (!(server instanceof Server)) throw new Error('an HTTP/1.1 server was expected')
  const port = await listen(server, config).catch(async (error: unknown) => {
    await rooms.close()
    await db.destroy()
    throw error
  })
  const origins = createOrigins(config, port)
  const services: Services = {
    config,
    db,
    hub,
    rooms,
    openAsks: createOpenAsks(clock),
    doorTickets: createDoorTickets(clock, random),
    farLinks: createFarLinks(clock, random),
    doorLog,
    builds: createBuilds({ webDir: config.webDir, dataDir: config.dataDir, clock, log }),
    clock,
    random,
    secret,
    origins,
    limits: createLimits(clock),
  }
  const live = createLive(hub, { demo: config.demo, practice: !origins.secure }, clock)

  // The order is a promise: first the sockets that may no more, then the views, then the answer [PH4].
  hub.onChange((conferenceId) => rooms.revoke(conferenceId))
  hub.onChange((conferenceId) => live.push(conferenceId))

  const headers = Object.entries(securityHeaders(origins))
  const files = createStaticFiles(services.builds, (path) => pinnedBuild(services, path))
  app.use(async (c, next) => {
    await next()
    for (const [name, value] of headers) c.res.headers.set(name, value)
  })
  // Before the API, which refuses whatever its table does not know.
  const printer = createPrinter()
  app.route('/', createFileRoutes(services, printer, log))
  app.route('/', createRouter(services, log))
  app.get('*', (c) => files.answer(c.req.path, /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')))
  app.onError((error) => {
    log.error(errorFacts(error), 'a request failed')
    return Response.json({ refusal: 'failed' }, { status: 500, headers: { 'Cache-Control': 'no-store' } })
  })
  app.notFound(() =>
    Response.json({ refusal: 'refused' }, { status: 403, headers: { 'Cache-Control': 'no-store' } }),
  )
  const stopUpgrades = acceptUpgrades(server, services, live, log)
  // Such as too many open files: the ones that are open go on.
  server.on('error', (error) => log.error(errorFacts(error), 'a connection could not be taken'))
  const upkeep = createUpkeep(services, live, log)
  await upkeep.run()
  log.info({ port, demo: config.demo }, 'listening')

  const upgraded = new Set<Socket>()
  server.on('upgrade', (_request, socket) => {
    if (!(socket instanceof Socket)) return
    upgraded.add(socket)
    socket.once('close', () => upgraded.delete(socket))
  })

  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    stopUpgrades()
    upkeep.stop()
    live.close()
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    await rooms.close()
    await printer.close()
    server.closeAllConnections()
    // What was said last is still sent; who does not answer a goodbye is not waited for.
    for (const socket of upgraded) socket.destroySoon()
    await closed
    await doorLog.settled()
    await db.destroy()
  }
  return {
    url: `http://${config.host === '0.0.0.0' || config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`,
    port,
    services,
    close: () => (closing ??= close()),
  }
}

function listen(server: Server, config: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string')
        reject(new Error('the server does not listen on a port'))
      else resolve(address.port)
    })
  })
}
