import type { OpenView, SharedMove } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { settleEditors } from '../../editor/settle.ts'
import { tellMove } from './moveNews.ts'

export interface Moving {
  readonly busy: boolean
  /** Asks for a move, or says yes to one that somebody else asked for: the server knows which. */
  readonly make: (move: SharedMove) => Promise<void>
  /** "Not now", or takes back what one asked oneself. */
  readonly drop: () => Promise<void>
}

/**
 * Moving the meeting on from a phone. Each call says what it saw, so that who is second is told and changes nothing;
 * that, and no network, is kept for the screen that comes (`useMoveNews`).
 */
export function useMove({ self, revision }: OpenView): Moving {
  const [busy, setBusy] = useState(false)
  const params = { seat: self.seat }
  const run = async (work: () => ReturnType<typeof call<SharedMove | 'dropProposal'>>) => {
    setBusy(true)
    tellMove(self.seat, null)
    const done = await work()
    setBusy(false)
    if (!done.ok) tellMove(self.seat, done.refusal.refusal)
  }
  return {
    busy,
    make: (move) =>
      run(async () => {
        // The last word of who is typing here belongs to the plan that moves on.
        await settleEditors()
        return call(move, { params, input: { revision } })
      }),
    drop: () => run(() => call('dropProposal', { params, input: { revision } })),
  }
}
