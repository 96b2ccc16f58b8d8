import type { Output, Parsed } from '@kringplan/shared/contract/messages'
import { canonicalText, planHash, type CanonicalPlan } from '@kringplan/shared/plan/canonical'
import { PLAN_FORMAT, planOf, type PlanFile } from '@kringplan/shared/plan/planFile'
import type { Signature, SignatureDevice, SignatureMark } from '@kringplan/shared/plan/signature'
import type { SeatFacts, Snapshot } from '../conference/snapshot.ts'
import { agreementsOf, isTheirs } from '../copies/ownPart.ts'
import { done, refused, type Answer } from '../http/answer.ts'
import type { SeatContext } from '../http/context.ts'
import type { Db } from '../store/tables.ts'

/**
 * The frozen version, for a device to compare with its own document and to show what changed: since what its person last
 * signed, and for who signed none since the version before.
 */
export async function version(context: SeatContext): Promise<Answer<Output<'version'>>> {
  const { placed, services, seat } = context
  const snapshot = placed.snapshot
  // A professional who gets a part gets no whole text.
  if (snapshot === null || shareOf(seat, snapshot) !== 'whole') return refused
  const { id } = snapshot.conference
  const rows = await services.db
    .selectFrom('versions')
    .selectAll()
    .where('conferenceId', '=', id)
    .orderBy('number', 'desc')
    .execute()
  const [last, ...earlier] = rows
  if (last === undefined) return refused
  const signed = await services.db
    .selectFrom('signatures')
    .select('number')
    .where('conferenceId', '=', id)
    .where('personId', '=', seat.personId ?? '')
    .where('number', '<', last.number)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  const before = earlier.find((one) => one.number === signed?.number) ?? earlier[0]
  const { number, text, hash, frozenAt } = last
  return { ok: true, value: { number, text, hash, frozenAt, previous: before?.text ?? null } }
}

/** The copy for this seat. */
export async function copy(context: SeatContext): Promise<Answer<Output<'copy'>>> {
  const { placed, services, seat } = context
  const file = placed.snapshot === null ? null : await planFileFor(services.db, seat, placed.snapshot)
  return file === null ? refused : { ok: true, value: file }
}

/** The family says who else gets a copy, and how much of it. */
export function share(context: SeatContext, input: Parsed<'share'>): Promise<Answer<Output<'share'>>> {
  return context.change(async (tx, snapshot) => {
    const person = snapshot.people.find(({ id }) => id === context.id)
    if (person?.role !== 'professional' || snapshot.conference.setting === 'together') return refused
    const row = { conferenceId: snapshot.conference.id, personId: person.id, share: input.share }
    await tx
      .insertInto('shares')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['conferenceId', 'personId']).doUpdateSet({ share: input.share }),
      )
      .execute()
    return done
  })
}

/**
 * How much of the plan a seat gets. While the plan is being signed everybody in the room has it before them; after
 * "klaar" the circle has all of it, and a professional what the circle ticked. Where everybody takes part, all get all.
 */
export function shareOf(seat: SeatFacts, { conference, plan }: Snapshot): 'none' | 'own' | 'whole' {
  if (seat.role === 'coordinator') return conference.phase === 'followUp' ? 'none' : 'whole'
  if (seat.role !== 'professional' || conference.setting === 'together' || conference.phase !== 'followUp')
    return 'whole'
  return plan.shares.find(({ personId }) => personId === seat.personId)?.share ?? 'none'
}

/** Whether this seat is told who else signed: the board, and once the plan is ready everybody who has all of it. */
export function seesSignatures(seat: SeatFacts, snapshot: Snapshot): boolean {
  if (seat.role === 'board') return true
  return snapshot.conference.phase === 'followUp' && shareOf(seat, snapshot) === 'whole'
}

/**
 * The last version as a file with what this seat may see of its signatures, or null when there is none for it.
 * @param excerpt false gives the whole also for who gets a part: for what is cut out of it here, with its own numbers
 */
export async function planFileFor(
  db: Db,
  seat: SeatFacts,
  snapshot: Snapshot,
  excerpt = true,
): Promise<PlanFile | null> {
  const { conference, people } = snapshot
  const much = shareOf(seat, snapshot)
  const row = await db
    .selectFrom('versions')
    .selectAll()
    .where('conferenceId', '=', conference.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined || much === 'none') return null
  const signatures = await readSignatures(db, conference.id, row.number)
  const all = seesSignatures(seat, snapshot)
  const file: PlanFile = {
    format: PLAN_FORMAT,
    circle: conference.circle,
    frozenAt: row.frozenAt,
    text: row.text,
    hash: row.hash,
    people: people.flatMap(({ id, name, role, picture, colour }) =>
      role === 'coordinator' ? [] : [{ id, name, role, picture, colour }],
    ),
    signatures: signatures.filter(({ person }) => all || person.id === seat.personId),
  }
  return much === 'whole' || !excerpt ? file : ownPart(file, seat.personId ?? '')
}

const noMeeting: CanonicalPlan['nextMeeting'] = {
  when: { words: '', rule: null },
  where: '',
  who: [],
  later: false,
}

/**
 * What belongs to somebody's own part: agreements, answers and the meeting only where they are theirs, by the numbers of
 * the whole plan [CP15]. An excerpt with a hash of its own, and no signatures, which are over the whole.
 */
function ownPart(file: PlanFile, personId: string): PlanFile {
  const plan = planOf(file)
  const part = agreementsOf(plan, file, { ownOf: personId })
  const agreements = part.map(({ agreement }) => agreement)
  const numbers = part.map(({ number }) => number)
  const isMeeting = [plan.nextMeeting.who, plan.watcher].some((who) => isTheirs(who, file, personId))
  const text = canonicalText({
    ...plan,
    agreements,
    professionalAnswers: plan.professionalAnswers.filter(({ by }) => by.id === personId),
    ...(isMeeting ? {} : { nextMeeting: noMeeting, watcher: [] }),
  })
  return { ...file, text, hash: planHash(text), signatures: [], numbers }
}

async function readSignatures(db: Db, conferenceId: string, number: number): Promise<readonly Signature[]> {
  const rows = await db
    .selectFrom('signatures')
    .selectAll()
    .where('conferenceId', '=', conferenceId)
    .where('number', '=', number)
    .orderBy('signedAt')
    .orderBy('personId')
    .execute()
  return rows.map(({ personId, name, device, mark, publicKey, signature, signedAt }) => ({
    person: { id: personId, name },
    device: device as SignatureDevice,
    mark: JSON.parse(mark) as SignatureMark,
    publicKey,
    signature,
    signedAt,
  }))
}
