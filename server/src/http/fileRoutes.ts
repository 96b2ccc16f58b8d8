import type { HttpBindings } from '@hono/node-server'
import { files } from '@kringplan/shared/contract/routes'
import type { PlanFile } from '@kringplan/shared/plan/planFile'
import { Hono, type Context } from 'hono'
import type { Placed } from '../conference/hub.ts'
import { renderCalendar } from '../copies/planCalendar.ts'
import type { Printer } from '../copies/printer.ts'
import { errorFacts, type Log } from '../log.ts'
import { planFileFor, shareOf } from '../plan/copies.ts'
import { addressOf } from './address.ts'
import type { Services } from './context.ts'
import { createCookieJar } from './cookies.ts'

type Env = { Bindings: HttpBindings }

/** What a file is made from. */
interface Asked {
  readonly file: PlanFile
  readonly placed: Placed
  readonly services: Services
  readonly printer: Printer
}

interface FileKind {
  readonly path: string
  readonly type: string
  /** Shown in the browser, or kept as a file of this name. */
  readonly name: string
  readonly inline: boolean
  /** The file is made from the whole, and cuts out a part itself. */
  readonly cuts?: boolean
  readonly make: (asked: Asked) => Promise<Uint8Array> | string
}

const kinds: readonly FileKind[] = [
  {
    path: files.planPdf(':seat'),
    type: 'application/pdf',
    name: 'plan.pdf',
    inline: true,
    cuts: true,
    make: ({ file, placed, services, printer }) => {
      const { seat, snapshot } = placed
      const isPart = snapshot !== null && shareOf(seat, snapshot) === 'own'
      return printer.print({
        page: 'plan',
        input: {
          file,
          language: seat.language,
          share: isPart ? { ownOf: seat.personId ?? '' } : 'whole',
          address: services.origins.main,
        },
      })
    },
  },
  {
    path: files.signaturePage(':seat'),
    type: 'application/pdf',
    name: 'handtekeningen.pdf',
    inline: true,
    make: ({ file, placed, printer }) =>
      printer.print({ page: 'signatures', input: { file, language: placed.seat.language } }),
  },
  {
    path: files.calendar(':seat'),
    type: 'text/calendar; charset=UTF-8',
    name: 'kringplan.ics',
    inline: false,
    make: ({ file, placed, services }) =>
      renderCalendar({
        file,
        personId: placed.seat.personId,
        language: placed.seat.language,
        now: services.clock.now(),
      }),
  },
  {
    path: files.planFile(':seat'),
    type: 'application/json; charset=UTF-8',
    name: 'plan.json',
    inline: false,
    make: ({ file }) => JSON.stringify(file, null, 2),
  },
]

/**
 * The copies as files: plain links of a seat, under the right `version.read`. What may not be is answered like
 * everything that may not be.
 */
export function createFileRoutes(services: Services, printer: Printer, log: Log): Hono<Env> {
  const app = new Hono<Env>()
  for (const kind of kinds) {
    app.get(kind.path, async (c) => {
      try {
        return await answer(kind, c, services, printer)
      } catch (error) {
        log.error({ file: kind.name, ...errorFacts(error) }, 'a file could not be made')
        return refusal('failed', 500)
      }
    })
  }
  return app
}

async function answer(
  kind: FileKind,
  c: Context<Env>,
  services: Services,
  printer: Printer,
): Promise<Response> {
  const { hub, origins, limits, config, db } = services
  const seatId = c.req.param('seat') ?? ''
  const cookies = createCookieJar(c.req.header('cookie'), origins.secure)
  const placed = await hub.find(seatId)
  const isHolder = placed !== undefined && cookies.holds('seat', seatId, placed.seat.secretHash)
  const key = isHolder ? seatId : addressOf(c.env.incoming, config.trustProxy)
  if (!limits.calls.take(key)) return refusal('tooMany', 429)
  if (!isHolder || placed.snapshot === null || !hub.ask(seatId, 'version.read'))
    return refusal('refused', 403)
  const file = await planFileFor(db, placed.seat, placed.snapshot, kind.cuts !== true)
  // Rights may have changed while it was read.
  if (file === null || !hub.ask(seatId, 'version.read')) return refusal('refused', 403)
  const made = await kind.make({ file, placed, services, printer })
  return new Response(typeof made === 'string' ? made : Uint8Array.from(made), {
    headers: {
      'Content-Type': kind.type,
      'Content-Disposition': `${kind.inline ? 'inline' : 'attachment'}; filename="${kind.name}"`,
      'Cache-Control': 'no-store',
    },
  })
}

function refusal(code: string, status: number): Response {
  return Response.json({ refusal: code }, { status, headers: { 'Cache-Control': 'no-store' } })
}
