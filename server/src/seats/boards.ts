import { makeCode, parseCode } from '@kringplan/shared/contract/codes'
import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { done, type Answer } from '../http/answer.ts'
import { nowText, type PublicContext, type SeatContext, type Services } from '../http/context.ts'
import { pickBelow } from '../secrets.ts'
import { insertSeat } from './newSeat.ts'

/** How long a browser that waits to become a board keeps its code. */
const CODE_LIFETIME = 24 * 60 * 60 * 1000

const unknownCode = { ok: false, refusal: 'unknownCode' } as const

/** A browser that wants to be a board: a seat without a conference, and a code to show. */
export async function newBoard(
  context: PublicContext,
  input: Parsed<'newBoard'>,
): Promise<Answer<Output<'newBoard'>>> {
  const { db, limits, random } = context.services
  if (!limits.boards.take(context.address)) return { ok: false, refusal: 'tooMany' }
  const seat = await insertSeat(context, db, {
    conferenceId: null,
    role: 'board',
    personId: null,
    standing: 'in',
    language: input.language,
    pairingCode: makeCode(pickBelow(random)),
    ends: await staffIn(context),
  })
  return { ok: true, value: { seat } }
}

/** Ends the seats that have shown their code for too long, and returns their ids. */
export async function endOldCodes(services: Pick<Services, 'db' | 'clock'>): Promise<readonly string[]> {
  const tooOld = new Date(services.clock.now().getTime() - CODE_LIFETIME).toISOString()
  const rows = await services.db
    .updateTable('seats')
    .set({ pairingCode: null, endedAt: nowText(services) })
    .where('conferenceId', 'is', null)
    .where('endedAt', 'is', null)
    .where('createdAt', '<=', tooOld)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * What a coordinator or professional holds in this browser. It ends when the browser becomes a board, because
 * the board belongs to the circle. Under the demo it stays, and the screens say so.
 */
async function staffIn(context: PublicContext): Promise<readonly string[]> {
  const { db, hub, config } = context.services
  if (config.demo) return []
  const ends: string[] = []
  for (const id of context.cookies.ids('seat')) {
    const placed = await hub.find(id)
    if (placed === undefined || !context.cookies.holds('seat', id, placed.seat.secretHash)) continue
    const isStaff = placed.seat.role === 'coordinator' || placed.seat.role === 'professional'
    if (isStaff && !placed.seat.ended) ends.push(`seat:${id}`)
  }
  for (const id of context.cookies.ids('desk')) {
    const desk = await db
      .selectFrom('desks')
      .select('secretHash')
      .where('id', '=', id)
      .where('endedAt', 'is', null)
      .executeTakeFirst()
    if (desk !== undefined && context.cookies.holds('desk', id, desk.secretHash)) ends.push(`desk:${id}`)
  }
  return ends
}

/** Takes the browser that shows this code into the conference as a board. */
export async function pairBoard(
  context: SeatContext,
  input: Parsed<'pairBoard'>,
): Promise<Answer<Output<'pairBoard'>>> {
  const { limits, hub, clock } = context.services
  if (!limits.guesses.take(context.seat.id)) return { ok: false, refusal: 'tooMany' }
  const code = parseCode(input.code)
  if (code === null) return unknownCode
  const elsewhere = new Set<string>()
  const answer = await context.change<Output<'pairBoard'>>(async (tx, snapshot) => {
    const youngest = new Date(clock.now().getTime() - CODE_LIFETIME).toISOString()
    const board = await tx
      .selectFrom('seats')
      .select(['id', 'ends'])
      .where('pairingCode', '=', code)
      .where('conferenceId', 'is', null)
      .where('endedAt', 'is', null)
      .where('createdAt', '>', youngest)
      .executeTakeFirst()
    if (board === undefined) return unknownCode
    await tx
      .updateTable('seats')
      .set({ conferenceId: snapshot.conference.id, pairingCode: null, ends: '[]' })
      .where('id', '=', board.id)
      .execute()
    const endedAt = nowText(context.services)
    for (const entry of JSON.parse(board.ends) as string[]) {
      const [kind, id = ''] = entry.split(':')
      if (kind === 'desk') await tx.updateTable('desks').set({ endedAt }).where('id', '=', id).execute()
      else {
        await tx.updateTable('seats').set({ endedAt }).where('id', '=', id).execute()
        const other = hub.peek(id)?.seat.conferenceId
        if (other && other !== snapshot.conference.id) elsewhere.add(other)
      }
    }
    return done
  })
  // A seat that ended in another conference: that conference is read anew and its sockets are asked again.
  if (answer.ok) for (const id of elsewhere) await hub.change(id, () => Promise.resolve(done))
  return answer
}
