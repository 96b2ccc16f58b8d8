import type { ShareKind, SharedMove } from '@kringplan/shared/contract/seatView'
import type { LogHead } from '@kringplan/shared/log/doorLog'
import type { ProfessionalAnswerKind } from '@kringplan/shared/plan/canonical'
import type { SignatureDevice, SignatureWay } from '@kringplan/shared/plan/signature'
import type { Db } from '../store/tables.ts'

/** What a professional answered, and to which words: `seen` is the digest of the agreement as it was. */
export interface AnswerFacts {
  readonly agreementId: string
  readonly personId: string
  readonly answer: ProfessionalAnswerKind
  readonly words: string
  readonly seen: string
}

/** A signature without what is seen of it. */
export interface SignatureFact {
  readonly number: number
  readonly personId: string
  readonly device: SignatureDevice
  readonly way: SignatureWay
  readonly signedAt: string
}

interface VersionRow {
  readonly number: number
  readonly hash: string
  readonly frozenAt: string
  /** Where the log of the door stood. */
  readonly log: LogHead | null
}

/** What the server keeps about the plan beside its words, without the texts of versions and the marks of signatures. */
export interface PlanFacts {
  readonly proposal: {
    readonly move: SharedMove
    readonly revision: number
    readonly personId: string
  } | null
  readonly marks: readonly { readonly agreementId: string; readonly personId: string }[]
  readonly answers: readonly AnswerFacts[]
  /** All frozen versions, oldest first. */
  readonly versions: readonly VersionRow[]
  /** Of the last version. */
  readonly signatures: readonly SignatureFact[]
  readonly shares: readonly { readonly personId: string; readonly share: ShareKind }[]
}

/** Reads them for one conference. */
export async function loadPlan(db: Db, conferenceId: string): Promise<PlanFacts> {
  const proposal = await db
    .selectFrom('proposals')
    .selectAll()
    .where('conferenceId', '=', conferenceId)
    .executeTakeFirst()
  const marks = await db
    .selectFrom('marks')
    .select(['agreementId', 'personId'])
    .where('conferenceId', '=', conferenceId)
    .orderBy('agreementId')
    .orderBy('personId')
    .execute()
  const answers = await db
    .selectFrom('answers')
    .select(['agreementId', 'personId', 'answer', 'words', 'seen'])
    .where('conferenceId', '=', conferenceId)
    .orderBy('agreementId')
    .orderBy('personId')
    .execute()
  const versions = await db
    .selectFrom('versions')
    .select(['number', 'hash', 'frozenAt', 'logSeq', 'logHead'])
    .where('conferenceId', '=', conferenceId)
    .orderBy('number')
    .execute()
  const signatures = await db
    .selectFrom('signatures')
    .select(['number', 'personId', 'device', 'way', 'signedAt'])
    .where('conferenceId', '=', conferenceId)
    .where('number', '=', versions.at(-1)?.number ?? 0)
    .orderBy('signedAt')
    .orderBy('personId')
    .execute()
  const shares = await db
    .selectFrom('shares')
    .select(['personId', 'share'])
    .where('conferenceId', '=', conferenceId)
    .orderBy('personId')
    .execute()
  return {
    proposal:
      proposal === undefined
        ? null
        : { move: proposal.move as SharedMove, revision: proposal.revision, personId: proposal.personId },
    marks,
    answers: answers as readonly AnswerFacts[],
    versions: versions.map(({ number, hash, frozenAt, logSeq: seq, logHead: head }) => ({
      number,
      hash,
      frozenAt,
      log: seq === null || head === null ? null : { seq, head },
    })),
    signatures: signatures as readonly SignatureFact[],
    shares: shares as readonly { personId: string; share: ShareKind }[],
  }
}
