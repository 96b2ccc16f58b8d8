import type { CallReason, ClosedView, OpenView } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { call, type RefusalInfo } from '../api/call.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { BackLink } from '../seats/BackLink.tsx'
import { may } from '../seats/may.ts'
import { PhonePage } from '../seats/PhonePage.tsx'
import { Button } from '../ui/Button.tsx'
import { handWaving } from '../ui/icons/screenIcons.ts'
import { Notice } from '../ui/Notice.tsx'
import { callReasonList, callReasonText } from './callReasonText.ts'
import styles from './NowPage.module.css'

/** "Waarvoor heb je Fatma nodig?" A press calls; what was asked and whether she comes is told in words. */
export function CallPage({ view, home }: { readonly view: OpenView | ClosedView; readonly home: string }) {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<RefusalInfo | null>(null)
  const coord = view.coordinators[0] ?? ''
  const ring = async (reason: CallReason) => {
    setBusy(true)
    const done = await call('call', { params: { seat: view.self.seat }, input: { reason } })
    setBusy(false)
    setRefused(done.ok ? null : done.refusal)
  }
  const running = view.call
  return (
    <PhonePage
      start={<BackLink href={home} />}
      title={running === null ? m.call_why({ coord }) : m.call_btn({ coord })}
    >
      {running === null ? null : (
        <Notice title={running.answered ? m.call_coming_in({ coord }) : m.call_sent({ coord })}>
          {callReasonText(running.reason)}
        </Notice>
      )}
      {refused === null ? null : <Notice kind="error">{refusalText(refused.refusal)}</Notice>}
      {may(view, 'call.make') && (running === null || running.answered) ? (
        <fieldset className={styles['stack']} aria-label={m.call_why({ coord })}>
          {callReasonList.map((reason) => (
            <Button
              key={reason}
              size="large"
              icon={handWaving}
              disabled={busy}
              onClick={() => void ring(reason)}
            >
              {callReasonText(reason)}
            </Button>
          ))}
        </fieldset>
      ) : null}
    </PhonePage>
  )
}
