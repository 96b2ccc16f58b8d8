import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { RefusalInfo } from '../../api/call.ts'
import { m } from '../../messages/compiled/messages.js'
import { refusalText } from '../../messages/refusalText.ts'
import { homeOf } from '../../routes.ts'
import type { HeldSeat } from '../../seats/seatStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { endSeat, LEAVING_PATH, type Leaving } from './leaving.ts'

interface GiveBackProps {
  readonly view: OpenView
  readonly lender: HeldSeat
}

/** Ends the seat that was on a borrowed phone, with everything it left there, and goes back to whose phone it is. [SG25] */
export function GiveBack({ view, lender }: GiveBackProps) {
  const [, go] = useLocation()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<RefusalInfo['refusal'] | null>(null)
  const { seat } = view.self
  const giveBack = async () => {
    setBusy(true)
    const refused = await endSeat(seat)
    setBusy(false)
    setRefusal(refused)
    const state: Leaving = { leaves: seat, to: homeOf('member', lender.seat) }
    if (refused === null) go(LEAVING_PATH, { replace: true, state })
  }
  return (
    <>
      <p>{m.tp_give_back_how()}</p>
      {refusal === null ? null : <Notice kind="error">{refusalText(refusal)}</Notice>}
      <Button kind="primary" size="large" disabled={busy} onClick={() => void giveBack()}>
        {m.tp_give_back_do({ naam: lender.name })}
      </Button>
    </>
  )
}
