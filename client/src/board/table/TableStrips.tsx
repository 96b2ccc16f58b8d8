import type { OpenView, Proposal, SharedMove } from '@kringplan/shared/contract/seatView'
import { useEffect } from 'react'
import { capital } from '../../i18n/capital.ts'
import { m } from '../../messages/compiled/messages.js'
import { may } from '../../seats/may.ts'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/LiveRegion.tsx'
import plan from '../BoardPlan.module.css'
import { WaitingStrip } from '../WaitingStrip.tsx'
import type { Moves } from './useMoves.ts'

export interface TableStripsProps {
  readonly view: OpenView
  readonly moves: Moves
  /** Opens the question that somebody of the circle asked. */
  readonly onAsked: (move: SharedMove) => void
}

/** Over the page: who wants to come in, what somebody of the circle asked, and why a move did not happen. */
export function TableStrips({ view, moves, onAsked }: TableStripsProps) {
  const proposal = view.plan?.proposal ?? null
  return (
    <>
      <WaitingStrip view={view} />
      {proposal === null || !may(view, 'proposal.drop') ? null : (
        <AskedStrip view={view} proposal={proposal} moves={moves} onAsked={onAsked} />
      )}
      {moves.said === null ? null : (
        <div className={plan['called']}>
          <output>{moves.said}</output>
          <Button onClick={moves.forget}>{m.ui_close()}</Button>
        </div>
      )}
    </>
  )
}

const asks: Readonly<Record<SharedMove, (inputs: { naam: string }) => string>> = {
  draft: m.bt_asks_draft,
  present: m.bt_asks_present,
  freeze: m.bt_asks_freeze,
  table: m.bt_asks_table,
  finish: m.bt_asks_finish,
  end: m.bt_asks_end,
}

/** What somebody asked on a phone. The board can do it, or say that it is not now; ending is for two people. */
function AskedStrip({ view, proposal, moves, onAsked }: TableStripsProps & { readonly proposal: Proposal }) {
  const { move, by } = proposal
  const ask = move === 'draft' && view.hasDoor ? m.bt_asks_close : asks[move]
  const words = capital(ask({ naam: by }))
  useEffect(() => announce(words), [words])
  return (
    <div className={plan['called']}>
      <span>{words}</span>
      {move === 'end' ? null : (
        <Button kind="primary" disabled={moves.busy} onClick={() => onAsked(move)}>
          {m.ui_yes()}
        </Button>
      )}
      <Button disabled={moves.busy} onClick={() => void moves.make('dropProposal')}>
        {m.bt_not_now()}
      </Button>
    </div>
  )
}
