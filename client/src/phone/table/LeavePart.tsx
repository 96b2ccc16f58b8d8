import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { RefusalInfo } from '../../api/call.ts'
import { m } from '../../messages/compiled/messages.js'
import { refusalText } from '../../messages/refusalText.ts'
import { may } from '../../seats/may.ts'
import { Button } from '../../ui/Button.tsx'
import { trash } from '../../ui/icons/editIcons.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ConfirmSheet } from '../../ui/Sheet.tsx'
import { endSeat, LEAVING_PATH, type Leaving } from './leaving.ts'
import { AskMove } from './MoveOffers.tsx'
import { ProposalBar } from './ProposalBar.tsx'

export interface LeavePartProps {
  readonly view: OpenView
  readonly home: string
}

/** At the end of "van mij": leaving with everything of mine, and, when the plan is ready, ending the meeting for all. */
export function LeavePart({ view, home }: LeavePartProps) {
  return (
    <>
      {view.phase === 'followUp' && view.self.role === 'member' && may(view, 'phase.end') ? (
        <EndTogether view={view} home={home} />
      ) : null}
      {may(view, 'seat.end') ? <LeaveAll seat={view.self.seat} /> : null}
    </>
  )
}

/** Two people of the circle end the conference. What it means is said before. */
function EndTogether({ view, home }: LeavePartProps) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <ProposalBar view={view} home={home} />
      {view.plan?.proposal?.move === 'end' ? null : (
        <Button size="large" onClick={() => setAsking(true)}>
          {m.tp_end()}
        </Button>
      )}
      {asking ? <AskMove view={view} home={home} move="end" onClose={() => setAsking(false)} /> : null}
    </>
  )
}

/** "Ga weg en wis alles van mij", asked once more. [SG28] */
function LeaveAll({ seat }: { readonly seat: string }) {
  const [, go] = useLocation()
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<RefusalInfo['refusal'] | null>(null)
  const leave = async () => {
    const refused = await endSeat(seat)
    setRefusal(refused)
    setAsking(false)
    const state: Leaving = { leaves: seat, to: '/' }
    if (refused === null) go(LEAVING_PATH, { replace: true, state })
  }
  return (
    <>
      {refusal === null ? null : (
        <Notice kind="error" title={m.tp_leave_failed()}>
          {refusalText(refusal)}
        </Notice>
      )}
      <Button kind="danger" size="large" icon={trash} onClick={() => setAsking(true)}>
        {m.leave()}
      </Button>
      {asking ? (
        <ConfirmSheet
          title={m.leave()}
          confirm={m.tp_leave_yes()}
          danger
          onConfirm={() => void leave()}
          onClose={() => setAsking(false)}
        >
          <p>{m.leave_sure()}</p>
        </ConfirmSheet>
      ) : null}
    </>
  )
}
