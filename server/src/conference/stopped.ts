import { openDocument, type OpenDocument } from '@kringplan/shared/contract/openSync'
import type { PlanContent } from '@kringplan/shared/plan/content'
import type { Answer } from '../http/answer.ts'
import type { SeatContext, Services } from '../http/context.ts'
import type { Tx } from '../store/tables.ts'
import type { Snapshot } from './snapshot.ts'

/** Closes the open document of now for writing and gives its committed content. */
type Stop = () => Promise<PlanContent>

/**
 * A change that may need the words on the table to stand still. Whatever was stopped goes on when the change does not
 * happen; when it does, the policy of the new phase, or the new document's name, keeps writers out [OP4].
 */
export async function changeStopped<T>(
  context: SeatContext,
  change: (tx: Tx, snapshot: Snapshot, stop: Stop) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const { open } = context.services.rooms
  let stopped: { readonly id: string; readonly doc: OpenDocument } | undefined
  let happened = false
  try {
    const answer = await context.change((tx, snapshot) =>
      change(tx, snapshot, () => {
        stopped = { id: snapshot.conference.id, doc: openDocument(snapshot.conference.docNumber) }
        return open.stop(stopped.id, stopped.doc)
      }),
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
