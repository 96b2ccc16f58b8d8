import type { Call } from '@kringplan/shared/contract/seatView'
import { useEffect, useState } from 'react'
import { call as ask } from '../api/call.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { callReasonText } from '../now/callReasonText.ts'
import { Button } from '../ui/Button.tsx'
import { soundCall } from './callSound.ts'
import styles from './CallHeard.module.css'

/** "De familie roept jou", with the reason and the sound, until the coordinator says "Ik kom". */
export function CallHeard({ seat, call }: { readonly seat: string; readonly call: Call }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  useEffect(() => (call.answered ? undefined : soundCall()), [call.answered])

  const come = async () => {
    setBusy(true)
    const done = await ask('answerCall', { params: { seat }, input: { id: call.id } })
    setBusy(false)
    setError(done.ok ? undefined : refusalText(done.refusal.refusal))
  }

  if (call.answered) {
    return (
      <output className={styles['came']}>
        {callReasonText(call.reason)}. {m.call_came()}
      </output>
    )
  }
  return (
    <section className={styles['call']} role="alert" aria-label={m.call_c()}>
      <h2 className={styles['callTitle']}>{m.call_c()}</h2>
      <p className={styles['callReason']}>{callReasonText(call.reason)}</p>
      <Button kind="primary" size="large" disabled={busy} onClick={() => void come()}>
        {m.call_coming()}
      </Button>
      {error === undefined ? null : <p role="alert">{error}</p>}
    </section>
  )
}
