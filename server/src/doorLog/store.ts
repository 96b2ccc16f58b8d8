import {
  deviceMark,
  emptyLog,
  lineHash,
  type ChainedLine,
  type LogHead,
  type LogKind,
  type LogLine,
  type LogPerson,
} from '@kringplan/shared/log/doorLog'
import type { Selectable } from 'kysely'
import type { Db, Tables } from '../store/tables.ts'
import type { NewLine } from './lines.ts'

/** More than any meeting has: what comes after it is the work of a machine, and the moves alone are still written. */
const MOST_LINES = 5000
/** Of these a line a minute and device says as much as a hundred. */
const seldom: readonly LogKind[] = ['tried', 'called', 'anewAsked', 'anewDropped']
const SELDOM_MS = 60_000
/** And no more than so many of one device [LG5]. */
const MOST_TRIES = 20

const moves: readonly LogKind[] = [
  'began',
  'closed',
  'opened',
  'anew',
  'drafted',
  'presented',
  'frozen',
  'tabled',
  'finished',
]

/** Where the log of a conference stands. */
export async function logHead(db: Pick<Db, 'selectFrom'>, conferenceId: string): Promise<LogHead> {
  const last = await db
    .selectFrom('doorLog')
    .select(['seq', 'hash'])
    .where('conferenceId', '=', conferenceId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last === undefined ? emptyLog : { seq: last.seq, head: last.hash }
}

/** Adds lines to the chain. In the transaction of what they tell, so that neither is there without the other [LG3]. */
export async function writeLines(
  tx: Pick<Db, 'selectFrom' | 'insertInto'>,
  conferenceId: string,
  at: string,
  lines: readonly NewLine[],
): Promise<void> {
  for (const line of lines) {
    const device = line.seat === null ? null : deviceMark(line.seat)
    if (await isTooMuch(tx, conferenceId, at, line.kind, device)) continue
    const { seq, head } = await logHead(tx, conferenceId)
    if (seq >= MOST_LINES && !moves.includes(line.kind)) continue
    const next: LogLine = {
      v: 1,
      conference: conferenceId,
      seq: seq + 1,
      at,
      kind: line.kind,
      who: wellFormed(line.who),
      device,
      by: wellFormed(line.by),
      prev: head,
    }
    await tx
      .insertInto('doorLog')
      .values({
        conferenceId,
        seq: next.seq,
        at,
        kind: next.kind,
        who: next.who === null ? null : JSON.stringify(next.who),
        device,
        by: next.by === null ? null : JSON.stringify(next.by),
        prev: head,
        hash: lineHash(next),
      })
      .execute()
  }
}

async function isTooMuch(
  tx: Pick<Db, 'selectFrom'>,
  conferenceId: string,
  at: string,
  kind: LogKind,
  device: string | null,
): Promise<boolean> {
  if (!seldom.includes(kind)) return false
  const before = await tx
    .selectFrom('doorLog')
    .select('at')
    .where('conferenceId', '=', conferenceId)
    .where('kind', '=', kind)
    .where('device', device === null ? 'is' : '=', device)
    .orderBy('seq', 'desc')
    .limit(MOST_TRIES)
    .execute()
  const last = before[0]?.at
  const isSoon = last !== undefined && Date.parse(at) - Date.parse(last) < SELDOM_MS
  return isSoon || (kind !== 'called' && before.length >= MOST_TRIES)
}

/** All of a log, as it stands in the table. */
export async function readLines(db: Db, conferenceId: string): Promise<readonly ChainedLine[]> {
  const rows = await db
    .selectFrom('doorLog')
    .selectAll()
    .where('conferenceId', '=', conferenceId)
    .orderBy('seq')
    .execute()
  return rows.map(lineOf)
}

function lineOf(row: Selectable<Tables['doorLog']>): ChainedLine {
  const { conferenceId, seq, at, kind, who, device, by, prev, hash } = row
  const person = (text: string | null) => (text === null ? null : (JSON.parse(text) as LogPerson))
  return {
    v: 1,
    conference: conferenceId,
    seq,
    at,
    kind: kind as LogKind,
    who: person(who),
    device,
    by: person(by),
    prev,
    hash,
  }
}

/** Half a sign of two units has no bytes of its own: it would be another after it was stored. */
const wellFormed = (one: LogPerson | null): LogPerson | null =>
  one === null ? null : { ...one, name: one.name.replaceAll(/\p{Surrogate}/gu, '\uFFFD') }
