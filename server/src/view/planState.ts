import { openDocument } from '@kringplan/shared/contract/openSync'
import type { PlanState, SignedBy } from '@kringplan/shared/contract/seatView'
import { spokenCode } from '@kringplan/shared/plan/canonical'
import type { SeatFacts, Snapshot } from '../conference/snapshot.ts'
import { maySeat } from '../conference/standing.ts'
import { seesSignatures, shareOf } from '../plan/copies.ts'
import { answersOf } from '../plan/talk.ts'

/** What a seat is told of the plan beside its words. Null while there is no plan in the open. */
export function planState(seat: SeatFacts, snapshot: Snapshot): PlanState | null {
  const { conference, plan } = snapshot
  const { phase } = conference
  const isFrozen = phase === 'signing' || phase === 'followUp'
  const mayRead = maySeat(seat, snapshot, 'plan.read')
  if (!mayRead && !isFrozen) return null
  const last = plan.versions.at(-1)
  const isCircle = seat.role === 'member' || seat.role === 'board'
  // Who has a part or nothing of the plan is not told what others answered to the rest of it.
  const isTold = ({ personId }: { readonly personId: string }): boolean =>
    personId === seat.personId || phase !== 'followUp' || shareOf(seat, snapshot) === 'whole'
  const signed = plan.signatures.map(({ personId, way, device, signedAt }): SignedBy => ({
    personId,
    way,
    device,
    signedAt,
  }))
  return {
    doc: mayRead ? openDocument(conference.docNumber) : null,
    reading: conference.reading,
    marks: plan.marks.map(({ agreementId, personId }) => ({
      agreement: agreementId,
      personId,
      by: nameOf(snapshot, personId),
    })),
    answers: plan.answers
      .filter(isTold)
      .flatMap((given) => answersOf([given], snapshot).map((answer) => ({ ...answer, seen: given.seen }))),
    version: isFrozen && last !== undefined ? { ...last, code: spokenCode(last.hash) } : null,
    lastVersion: last?.number ?? 0,
    signed: isFrozen && seesSignatures(seat, snapshot) ? signed : null,
    mine: isFrozen ? (signed.find(({ personId }) => personId === seat.personId) ?? null) : null,
    proposal: isCircle ? proposalOf(snapshot) : null,
    shares: isCircle ? plan.shares : plan.shares.filter(({ personId }) => personId === seat.personId),
  }
}

function proposalOf(snapshot: Snapshot): PlanState['proposal'] {
  const { proposal } = snapshot.plan
  if (proposal === null || proposal.revision !== snapshot.conference.revision) return null
  const { move, personId } = proposal
  return { move, personId, by: nameOf(snapshot, personId) }
}

function nameOf(snapshot: Snapshot, personId: string): string {
  return snapshot.people.find(({ id }) => id === personId)?.name ?? ''
}
