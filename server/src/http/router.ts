import type { HttpBindings } from '@hono/node-server'
import { inputs, type RefusalBody } from '@kringplan/shared/contract/messages'
import { routes, type Route, type RouteName } from '@kringplan/shared/contract/routes'
import { MAX_PLAN_BYTES } from '@kringplan/shared/plan/schema'
import { isDoorClosed } from '@kringplan/shared/policy/can'
import { refusals } from '@kringplan/shared/refusals'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import type { Placed } from '../conference/hub.ts'
import { errorFacts, shortId, type Log } from '../log.ts'
import { addressOf } from './address.ts'
import { refused, type Answer } from './answer.ts'
import type { DeskContext, PublicContext, SeatContext, Services } from './context.ts'
import { createCookieJar } from './cookies.ts'
import { handlers } from './handlers.ts'
import { toBytes } from '../secrets.ts'

type Env = { Bindings: HttpBindings }
type AnyHandler<C> = (context: C, input: unknown) => Promise<Answer<unknown>>

const MAX_BODY = 256 * 1024
/** The plan through the opening door, and what goes with it: a long one must not lock its circle in. */
const MAX_PLAN_BODY = MAX_PLAN_BYTES + 16 * 1024

/** The API: one loop over the table of routes. What is not in the table is refused like what is not allowed. */
export function createRouter(services: Services, log: Log): Hono<Env> {
  const app = new Hono<Env>()
  const names = Object.keys(routes) as RouteName[]
  const limited = (maxSize: number) => bodyLimit({ maxSize, onError: tooLarge })

  for (const name of names) {
    const route: Route = routes[name]
    const limit = limited(name === 'openDoor' ? MAX_PLAN_BODY : MAX_BODY)
    app.on(route.method, route.path, limit, async (c) => {
      const cookies = createCookieJar(c.req.header('cookie'), services.origins.secure)
      const address = addressOf(c.env.incoming, services.config.trustProxy)
      const context: PublicContext = { services, cookies, address, id: c.req.param('id') ?? '' }
      const started = performance.now()
      const seat = c.req.param('seat') ?? ''
      let answer: Answer<unknown>
      try {
        answer = await serve(name, route, c, context)
      } catch (error) {
        answer = { ok: false, refusal: 'failed' }
        const isTold = !isInside(route, services.hub.peek(seat))
        if (isTold) log.error({ route: name, ...errorFacts(error) }, 'a call failed')
      }
      // The closing itself is of before.
      const isClosing = name === 'closeDoor' && answer.ok
      if (!isClosing && isInside(route, services.hub.peek(seat))) {
        return reply(answer, answer.ok ? cookies.headers : [])
      }
      const facts = {
        route: name,
        // Who called is kept nowhere [CL2].
        seat: name === 'call' ? '' : shortId(seat),
        ms: Math.round(performance.now() - started),
      }
      log.info({ ...facts, answer: answer.ok ? 'ok' : answer.refusal }, 'call')
      return reply(answer, answer.ok ? cookies.headers : [])
    })
  }
  app.all('/api/*', () => reply(refused, []))
  return app
}

/**
 * Rights first, then the input: who may not ask learns nothing about what is asked. A body may come slowly, so who
 * asks is judged again when it is all there. A proved seat is counted by itself: what others behind the same address
 * do must not change its answer [NI1].
 */
async function serve(
  name: RouteName,
  route: Route,
  c: Context<Env>,
  context: PublicContext,
): Promise<Answer<unknown>> {
  const { origins, limits } = context.services
  const access = route.access
  const seatId = c.req.param('seat') ?? c.req.param('desk') ?? ''
  const isOurs = route.method === 'GET' || origins.allows(c.req.header('origin'))
  const prove = async (): Promise<PublicContext | undefined> => {
    if (access.kind === 'public') return context
    if (access.kind === 'desk') return deskContext(seatId, context)
    return provedSeat(seatId, access.action, context)
  }
  const sender = isOurs ? await prove() : undefined
  const key = sender === undefined || access.kind === 'public' ? context.address : seatId
  if (!limits.calls.take(key)) return { ok: false, refusal: 'tooMany' }
  if (sender === undefined) return refused
  const body = await readBody(route, c)
  const asker = route.method === 'GET' ? sender : await prove()
  if (asker === undefined) return refused
  if (access.kind === 'seat' && !context.services.hub.ask(seatId, access.action)) {
    writeTry(context.services, access, seatId)
    return refused
  }
  const table = handlers[access.kind] as Readonly<Record<string, AnyHandler<PublicContext>>>
  const answer = await withInput(name, body, (input) => table[name]?.(asker, input))
  if (!answer.ok && answer.refusal === 'refused') writeTry(context.services, access, seatId, body?.value)
  return answer
}

/** A proved seat that is refused what is behind the closed door: the circle can read that it tried [LG5]. */
function writeTry(services: Services, access: Route['access'], seatId: string, body?: unknown): void {
  if (access.kind !== 'seat' || (access.action !== 'draft.connect' && access.action !== 'log.read')) return
  const { room, doorToken } = (typeof body === 'object' ? (body ?? {}) : {}) as Readonly<
    Record<string, unknown>
  >
  const named = typeof room === 'string' ? room : undefined
  const token = typeof doorToken === 'string' ? toBytes(doorToken, 32) : undefined
  // Refused for something else than the key.
  if (named !== undefined && token !== undefined && services.rooms.isInside(named, token)) return
  // A key of an earlier door is no try of this one.
  services.doorLog.tried(seatId, named)
}

async function withInput(
  name: RouteName,
  body: Body | undefined,
  run: (input: unknown) => Promise<Answer<unknown>> | undefined,
): Promise<Answer<unknown>> {
  if (body === undefined) return { ok: false, refusal: 'badInput' }
  const schema: z.ZodType = inputs[name]
  const parsed = schema.safeParse(body.value)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.map(String).join('.')
    return field ? { ok: false, refusal: 'badInput', field } : { ok: false, refusal: 'badInput' }
  }
  const answer = run(parsed.data)
  if (answer === undefined) throw new Error('a route has no handler')
  return answer
}

interface Body {
  readonly value: unknown
}

async function readBody(route: Route, c: Context<Env>): Promise<Body | undefined> {
  if (route.method === 'GET') return { value: {} }
  const text = await c.req.text()
  if (text === '') return { value: {} }
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json(?:\s*;|$)/i.test(type)) return undefined
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

async function deskContext(deskId: string, context: PublicContext): Promise<DeskContext | undefined> {
  const desk = await context.services.db
    .selectFrom('desks')
    .selectAll()
    .where('id', '=', deskId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (desk === undefined || !context.cookies.holds('desk', deskId, desk.secretHash)) return undefined
  return { ...context, coordinatorId: desk.coordinatorId }
}

/** The seat that the request proves to hold. Whether it may do this is asked after. */
async function provedSeat(
  seatId: string,
  action: SeatAction,
  context: PublicContext,
): Promise<SeatContext | undefined> {
  const { hub } = context.services
  const placed = await hub.find(seatId)
  if (placed === undefined || !context.cookies.holds('seat', seatId, placed.seat.secretHash)) return undefined
  const conferenceId = placed.seat.conferenceId
  return {
    ...context,
    seat: placed.seat,
    placed,
    async change(change, before) {
      if (conferenceId === null) return refused
      const may = () => hub.ask(seatId, action)
      return hub.change(
        conferenceId,
        async (tx, snapshot) => (may() ? change(tx, snapshot) : refused),
        before && (async (snapshot) => (may() ? before(snapshot) : refused)),
        seatId,
      )
    },
  }
}

/**
 * What devices inside ask leaves no line in a log, also when it fails: it would tell when somebody was busy there. But a
 * call crosses on purpose.
 */
function isInside(route: Route, placed: Placed | undefined): boolean {
  if (route.access.kind !== 'seat' || route.access.action === 'call.make') return false
  if (route.access.action === 'draft.connect') return true
  const isCircle = placed?.seat.role === 'member' || placed?.seat.role === 'board'
  return isCircle && placed.snapshot !== null && isDoorClosed(placed.snapshot.conference)
}

/** What is read and thrown away of a body that is too large. */
const MAX_WASTE = 32 * 1024 * 1024

/**
 * The answer to a body that is too large, given when it has come in whole: a connection with a rest of it is closed half a second
 * later by what serves HTTP, under whatever its owner asks next. Where it does not end it is said that the connection does.
 */
async function tooLarge(c: Context<Env>): Promise<Response> {
  const response = reply({ ok: false, refusal: 'tooLarge' }, [])
  if (!(await isWasted(c.req.raw.body))) response.headers.set('Connection', 'close')
  return response
}

async function isWasted(body: ReadableStream<Uint8Array> | null): Promise<boolean> {
  // Of a body without a length the beginning has been read by now, and only that reader may go on.
  if (body === null || body.locked) return false
  let bytes = 0
  try {
    for await (const chunk of body) {
      bytes += chunk.length
      if (bytes > MAX_WASTE) return false
    }
  } catch {
    // It broke off.
    return false
  }
  return true
}

type SeatAction = Extract<Route['access'], { kind: 'seat' }>['action']

function reply(answer: Answer<unknown>, cookies: readonly string[]): Response {
  const headers = new Headers({
    'Content-Type': 'application/json; charset=UTF-8',
    'Cache-Control': 'no-store',
  })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  if (answer.ok) return new Response(JSON.stringify(answer.value), { headers })
  const { refusal, field, from } = answer
  const body: RefusalBody = {
    refusal,
    ...(field === undefined ? {} : { field }),
    ...(from === undefined ? {} : { from }),
  }
  return new Response(JSON.stringify(body), { status: refusals[refusal], headers })
}
