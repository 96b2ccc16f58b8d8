import type { ClosedView } from '@kringplan/shared/contract/seatView'
import type { Input } from '@kringplan/shared/contract/messages'
import { readContent } from '@kringplan/shared/plan/content'
import { forCrossing, tooLong } from '@kringplan/shared/plan/crossing'
import { readAgreements } from '@kringplan/shared/plan/planDoc'
import { call, type RefusalInfo } from '../api/call.ts'
import { settleEditors } from '../editor/settle.ts'
import { newId } from '../plan/newId.ts'
import { toBase64url } from '../sealed/base64url.ts'
import { deriveDoorToken } from '../sealed/roomKey.ts'
import type { SealedDocument } from '../sealed/sealedDocument.ts'
import { heldKey } from './heldKeys.ts'
import { untilArrived, untilEntry } from './untilArrived.ts'

/**
 * Why the door was not opened from here. `another`: somebody else was first, it is open. `second`: a second person has to
 * ask too. `words`: what was typed here has not arrived. `busy`: the others go on writing. `tooLong`: the number of the
 * longest agreement of a plan that is too large to cross.
 */
export type NotOpened =
  | 'another'
  | 'second'
  | 'words'
  | 'busy'
  | RefusalInfo['refusal']
  | { readonly tooLong: number }

export type OpenEnd = { readonly ok: true } | { readonly ok: false; readonly why: NotOpened }

/** So often the plan is read anew because somebody wrote a word meanwhile. */
const tries = 6

/**
 * Opens the door from this device. What leaves it is the plan as visible text and the number of the last entry that this
 * contains; where the server has a newer one, it is waited for, and the plan is read anew. A lost answer says
 * nothing of what the server did, so the server is asked. Never rejects.
 */
export async function openDoor(live: SealedDocument, view: ClosedView): Promise<OpenEnd> {
  const { seat, role } = view.self
  const key = heldKey(seat, view.room)
  if (key === undefined) return { ok: false, why: 'refused' }
  await settleEditors()
  if (!(await untilArrived(live))) return { ok: false, why: 'words' }
  let { revision } = view
  for (let left = tries; left > 0; left -= 1) {
    const { head } = live.getDetail()
    // Somebody may be taken out at the same moment: then the room has another key.
    const { secret } = heldKey(seat, view.room) ?? key
    const doorToken = toBase64url(deriveDoorToken(secret))
    const content = readContent(live.doc)
    const longest = tooLong(content)
    if (longest !== null) return { ok: false, why: { tooLong: numberOf(live, longest) } }
    // The contract asks for arrays that may be changed; nobody changes these.
    const plan = forCrossing(content, newId) as Input<'openDoor'>['plan']
    const input = { revision, room: view.room, doorToken, head, plan }
    const answer = await call('openDoor', { params: { seat }, input })
    if (answer.ok) return { ok: true }
    const { refusal, field } = answer.refusal
    if (refusal === 'stale' && field === 'head' && (await untilEntry(live, head))) continue
    if (refusal === 'refused' && (heldKey(seat, view.room) ?? key).secret.epoch !== secret.epoch) continue
    const now = await askWhatIsSo(seat, view.room)
    if (now === 'open') {
      const isLost = refusal === 'offline' || refusal === 'failed'
      return isLost ? { ok: true } : { ok: false, why: 'another' }
    }
    if (now === 'elsewhere') return { ok: false, why: 'another' }
    if (now === 'unknown') return { ok: false, why: 'offline' }
    if (refusal === 'refused' && role === 'member') return { ok: false, why: 'second' }
    if (refusal !== 'stale') return { ok: false, why: refusal }
    revision = now.revision
  }
  return { ok: false, why: 'busy' }
}

/** The number that the screens show before an agreement. */
function numberOf(live: SealedDocument, id: string): number {
  return 1 + readAgreements(live.doc).findIndex((agreement) => agreement.id === id)
}

/** The revision of the closed door of this room. `elsewhere`: another door by now, or this seat may no more. */
async function askWhatIsSo(
  seat: string,
  room: string,
): Promise<'open' | 'elsewhere' | 'unknown' | { readonly revision: number }> {
  const answer = await call('view', { params: { seat } })
  if (!answer.ok) return 'unknown'
  const view = answer.value
  if (view.kind === 'open') return 'open'
  return view.kind === 'closed' && view.room === room ? { revision: view.revision } : 'elsewhere'
}
