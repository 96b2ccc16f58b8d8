import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { call, type CallArguments, type RefusalInfo } from '../../api/call.ts'
import { m } from '../../messages/compiled/messages.js'
import { refusalText } from '../../messages/refusalText.ts'

/** What the board can do to bring the meeting on, or not now. */
export type TableMove = 'present' | 'draft' | 'freeze' | 'table' | 'finish' | 'dropProposal'

export interface Moves {
  readonly busy: boolean
  /** Why the last move did not happen: stays over a change of phase, because that may be the reason. */
  readonly said: string | null
  readonly make: (move: TableMove) => Promise<boolean>
  /** Says why something else that was asked of the server did not happen. */
  readonly tell: (refusal: RefusalInfo['refusal']) => void
  readonly forget: () => void
}

interface Said {
  readonly words: string
  /** Said only as long as the meeting stands where it stood; null: until somebody takes it away. */
  readonly until: number | null
}

/** The moves of the meeting, from the board. A move that does not happen is told in a sentence and changes nothing. */
export function useMoves(view: OpenView): Moves {
  const { revision } = view
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const make = async (move: TableMove): Promise<boolean> => {
    setBusy(true)
    setSaid(null)
    const asked: CallArguments<typeof move> = { params: { seat: view.self.seat }, input: { revision } }
    const done = await call(move, asked)
    setBusy(false)
    if (!done.ok) setSaid(whyNot(done.refusal.refusal, revision))
    return done.ok
  }
  const isSaid = said !== null && (said.until === null || said.until === revision)
  return {
    busy,
    said: isSaid ? said.words : null,
    make,
    tell: (refusal) => setSaid(whyNot(refusal, revision)),
    forget: () => setSaid(null),
  }
}

/** Refused: it was offered here, so the meeting has moved on meanwhile. Without an answer nothing is known. */
function whyNot(refusal: RefusalInfo['refusal'], revision: number): Said {
  return refusal === 'stale' || refusal === 'refused'
    ? { words: m.tb_first(), until: null }
    : { words: refusalText(refusal), until: revision }
}
