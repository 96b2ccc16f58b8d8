import type { OpenView } from '@kringplan/shared/contract/seatView'
import { m } from '../messages/compiled/messages.js'
import { BackLink } from '../seats/BackLink.tsx'
import { may } from '../seats/may.ts'
import { PairBoard } from '../seats/PairBoard.tsx'
import { PhonePage } from '../seats/PhonePage.tsx'

/** "Koppel een bord" on a phone. */
export function PairPage({ view, home }: { readonly view: OpenView; readonly home: string }) {
  return (
    <PhonePage
      start={<BackLink href={home} />}
      title={m.board_title()}
      lead={view.boards > 0 ? m.board_pair_have() : null}
    >
      {may(view, 'board.pair') ? <PairBoard seat={view.self.seat} large /> : <p>{m.err_refused()}</p>}
    </PhonePage>
  )
}
