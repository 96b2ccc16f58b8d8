import type { ClosedView, OpenView } from '@kringplan/shared/contract/seatView'
import { checkLog, type LogVerdict } from '@kringplan/shared/log/checkLog'
import type { ChainedLine, WaitingLine } from '@kringplan/shared/log/doorLog'
import type { Result } from '@kringplan/shared/result'
import { call, type RefusalInfo } from '../api/call.ts'
import { keepHead, seenHead } from './seenHead.ts'

/** The log as it came, and what this device itself found out about it. */
export interface CheckedLog {
  readonly lines: readonly ChainedLine[]
  readonly waiting: readonly WaitingLine[]
  readonly verdict: LogVerdict
}

/** What proves that this device is inside, while the door is closed. */
export interface InsideProof {
  readonly room: string
  readonly doorToken: string
}

/**
 * Fetches the log and computes its chain anew in this page. What is whole and goes on from what this device saw is what it
 * has seen from now on; anything else leaves what it saw as it was.
 */
export async function readLog(
  view: OpenView | ClosedView,
  send: typeof call = call,
  proof: InsideProof | null = null,
): Promise<Result<CheckedLog, RefusalInfo>> {
  const { seat } = view.self
  const answer = await send('readLog', { params: { seat }, input: proof ?? {} })
  if (!answer.ok) return answer
  const { lines, waiting } = answer.value
  const conference = view.kind === 'open' ? view.conferenceId : null
  const verdict = checkLog(lines, conference, seenHead(seat))
  if (verdict.is === 'whole') keepHead(seat, verdict.head)
  return { ok: true, value: { lines, waiting, verdict } }
}
