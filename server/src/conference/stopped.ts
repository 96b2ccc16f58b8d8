import { openDocument, type OpenDocument } from '@kringplan/shared/contract/openSync'
import type { PlanContent } from '@kringplan/shared/plan/content'
import { done, type Answer } from '../http/answer.ts'
import type { SeatContext, Services } from '../http/context.ts'
import type { Tx } from '../store/tables.ts'
import type { Snapshot } from './snapshot.ts'

/** The committed content of the open document of now, which stands still. */
type Standing = () => PlanContent

/**
 * A change for which the words on the table may have to stand still (`needed`). They are stopped in the turn of the
 * change and before its transaction, so that a disk that does not take the last word holds nobody else up; when it takes too
 * long the move fails. Whatever was stopped goes on when the change does not happen; when it does, the policy of the new
 * phase, or the new document's name, keeps writers out [OP4].
 */
export async function changeStopped<T>(
  context: SeatContext,
  needed: (snapshot: Snapshot) => boolean,
  change: (tx: Tx, snapshot: Snapshot, standing: Standing) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const { open } = context.services.rooms
  let stopped: { readonly id: string; readonly doc: OpenDocument } | undefined
  let content: PlanContent | undefined
  let happened = false
  const standing = (): PlanContent => {
    if (content === undefined) throw new Error('the words do not stand still')
    return content
  }
  try {
    const answer = await context.change(
      (tx, snapshot) => change(tx, snapshot, standing),
      async (snapshot) => {
        if (!needed(snapshot)) return done
        stopped = { id: snapshot.conference.id, doc: openDocument(snapshot.conference.docNumber) }
        content = await open.stop(stopped.id, stopped.doc)
        return content === undefined ? { ok: false, refusal: 'failed' } : done
      },
    )
    happened = answer.ok
    return answer
  } finally {
    if (!happened && stopped !== undefined) open.resume(stopped.id, stopped.doc)
  }
}

/** Puts `content` into the next document of this conference, and says its number. */
export async function buildNext(
  services: Services,
  snapshot: Snapshot,
  content: PlanContent,
): Promise<number> {
  const next = snapshot.conference.docNumber + 1
  await services.rooms.open.build(snapshot.conference.id, openDocument(next), content)
  return next
}

/** Erases the documents before the one of now. What fails is tried again at the next start. */
export async function eraseOlder(services: Services, conferenceId: string): Promise<void> {
  const snapshot = await services.hub.snapshot(conferenceId)
  if (snapshot === undefined) return
  const { docNumber, phase } = snapshot.conference
  const keep = phase === 'followUp' ? undefined : openDocument(docNumber)
  await services.rooms.open.erase(conferenceId, keep).catch(() => undefined)
}

/** At a start: erases open documents that nobody can reach any more. */
export async function sweepDocuments(services: Services): Promise<void> {
  const rows = await services.db.selectFrom('conferences').select(['id', 'docNumber', 'phase']).execute()
  const wanted = new Map(
    rows
      .filter(({ phase }) => phase !== 'followUp' && phase !== 'closed')
      .map(({ id, docNumber }) => [id, openDocument(docNumber)]),
  )
  await services.rooms.open.sweep((conferenceId, doc) => wanted.get(conferenceId) === doc)
}
