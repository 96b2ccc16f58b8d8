import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { sayDay } from '../../i18n/dates.ts'
import { m } from '../../messages/compiled/messages.js'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ConfirmSheet } from '../../ui/Sheet.tsx'
import { useSave } from '../useSave.ts'
import { daysLeft } from './steps.ts'

/** "Begin de bijeenkomst". There is no way back from it, so on another day than the meeting's it is asked once more. */
export function BeginMeeting({ view }: { readonly view: OpenView }) {
  const [state, run] = useSave()
  const [asking, setAsking] = useState(false)
  const days = daysLeft(view.startsAt)
  const isEarly = view.startsAt !== null && days !== null && days > 0
  const begin = () =>
    void run(call('begin', { params: { seat: view.self.seat }, input: { revision: view.revision } }))
  return (
    <>
      <p>{m.day_begin_why()}</p>
      <div>
        <Button
          kind={isEarly ? 'secondary' : 'primary'}
          disabled={state.busy}
          onClick={isEarly ? () => setAsking(true) : begin}
        >
          {m.day_begin()}
        </Button>
      </div>
      {state.error === undefined || asking ? null : <Notice kind="error">{state.error}</Notice>}
      {asking && view.startsAt !== null ? (
        <ConfirmSheet
          title={m.pr_begin_sure()}
          confirm={m.pr_begin_now()}
          onConfirm={begin}
          onClose={() => setAsking(false)}
        >
          <p>{m.pr_begin_early({ dag: sayDay(view.startsAt) })}</p>
          {state.error === undefined ? null : <p role="alert">{state.error}</p>}
        </ConfirmSheet>
      ) : null}
    </>
  )
}
