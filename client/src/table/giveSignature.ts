import type { OpenView } from '@kringplan/shared/contract/seatView'
import { hasHead } from '@kringplan/shared/log/checkLog'
import { sign, type SignatureDevice, type SignatureMark } from '@kringplan/shared/plan/signature'
import type { Result } from '@kringplan/shared/result'
import { call, type RefusalInfo } from '../api/call.ts'
import { readLog } from '../log/readLog.ts'
import { seenHead } from '../log/seenHead.ts'
import { may } from '../seats/may.ts'
import { signingKeyOf } from './signingKey.ts'

/** A signature as somebody gives it on this device. */
export interface ToGive {
  readonly view: OpenView
  /**
   * The hash of what this device itself shows: `ownHash` of its document, or, at home when there is no document any
   * more, `planHash` of the text that stands on the screen. Another than that of the version is never signed [SG1].
   */
  readonly shown: string | null
  readonly personId: string
  readonly device: SignatureDevice
  readonly mark: SignatureMark
}

/**
 * Signs the version of now with the key of this seat and hands it in. `stale`: there is another version, this device
 * shows other words, (field `log`) the log of the door does not fit, or (field `personId`) this person has signed already. On `offline` nothing is known: the view says
 * whether it arrived, and doing it again changes nothing.
 */
export async function giveSignature(
  { view, shown, personId, device, mark }: ToGive,
  send: typeof call = call,
): Promise<Result<{ readonly done: true }, RefusalInfo>> {
  const { seat, role } = view.self
  const version = view.plan?.version ?? null
  const person = view.people.find(({ id }) => id === personId)
  if (version === null || shown !== version.hash) return { ok: false, refusal: { refusal: 'stale' } }
  if (person === undefined) return { ok: false, refusal: { refusal: 'refused' } }
  const hurdle = await logHurdle(view, send)
  if (hurdle !== null) return { ok: false, refusal: hurdle }
  const key = await signingKeyOf(seat, role === 'board' ? 'memory' : 'device')
  const { number, hash } = version
  const { id, name } = person
  const facts = { conference: view.conferenceId, version: number, hash, person: { id, name }, device, mark }
  const given = sign(facts, key)
  return send('sign', {
    params: { seat },
    input: { version: number, hash, personId, device, mark: toInput(mark), ...given },
  })
}

/**
 * Why nothing is signed here because of the log, or null: `stale` with the field `log` when it is not whole, does not go on
 * from what this device saw, or does not hold the head that stands in the plan [LG7]. A professional cannot read it, and
 * signs the head as the plan says it.
 */
async function logHurdle(view: OpenView, send: typeof call): Promise<RefusalInfo | null> {
  const head = view.plan?.version?.log ?? null
  if (!may(view, 'log.read')) return null
  // Of before there was a log; but who has seen one does not sign a plan that leaves it out.
  if (head === null) return seenHead(view.self.seat) === null ? null : { refusal: 'stale', field: 'log' }
  const read = await readLog(view, send)
  if (!read.ok) return read.refusal
  const { lines, verdict } = read.value
  const isGood = verdict.is === 'whole' && hasHead(lines, head)
  return isGood ? null : { refusal: 'stale', field: 'log' }
}

/** The contract's schema has mutable lists. */
function toInput(mark: SignatureMark) {
  return mark.way === 'drawn' ? { ...mark, strokes: mark.strokes.map((stroke) => [...stroke]) } : mark
}
