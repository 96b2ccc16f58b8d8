import type { ClosedView, OpenView, OutsideView } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmSheet } from '../ui/Sheet.tsx'

/** "Stop deze bijeenkomst", asked twice: it destroys what is being made and shows it to nobody. */
export function EndConference({ view }: { readonly view: OpenView | ClosedView | OutsideView }) {
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<string>()

  const end = async () => {
    const done = await call('end', {
      params: { seat: view.self.seat },
      input: { revision: view.revision },
    })
    if (done.ok) setAsking(false)
    else setError(refusalText(done.refusal.refusal))
  }

  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {m.day_end()}
      </Button>
      {asking ? (
        <ConfirmSheet
          danger
          title={m.day_end()}
          confirm={m.day_end_yes()}
          onConfirm={() => void end()}
          onClose={() => setAsking(false)}
        >
          <p>{m.day_end_sure()}</p>
          {view.phase === 'deliberation' ? <p>{m.day_end_draft()}</p> : null}
          {error === undefined ? null : <p role="alert">{error}</p>}
        </ConfirmSheet>
      ) : null}
    </>
  )
}
