import type {
  Call,
  CallReason,
  ClosedView,
  OpenView,
  OwnCallReason,
} from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { call, type RefusalInfo } from '../api/call.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { BackLink } from '../seats/BackLink.tsx'
import { may } from '../seats/may.ts'
import { PhonePage } from '../seats/PhonePage.tsx'
import { Button, buttonClass } from '../ui/Button.tsx'
import { handWaving } from '../ui/icons/screenIcons.ts'
import { Notice } from '../ui/Notice.tsx'
import { useDoneCall } from '../visit/useVisit.ts'
import { callReasonList, callReasonText } from './callReasonText.ts'
import styles from './NowPage.module.css'

/**
 * "Waarvoor heb je Fatma nodig?" A press calls: for everybody with a reason, for oneself alone, or because it is not safe;
 * of the last two no other screen is told [CL2]. What was asked and whether she comes is told in words.
 */
export function CallPage({ view, home }: { readonly view: OpenView | ClosedView; readonly home: string }) {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<RefusalInfo | null>(null)
  const done = useDoneCall()
  const coord = view.coordinators[0] ?? ''
  const ring = async (reason: CallReason | OwnCallReason) => {
    setBusy(true)
    const answer = await call('call', { params: { seat: view.self.seat }, input: { reason } })
    setBusy(false)
    setRefused(answer.ok ? null : answer.refusal)
  }
  const running = view.call?.id === done ? null : view.call
  const ownCall = (reason: OwnCallReason) => view.ownCalls.find((one) => one.reason === reason) ?? null
  const silent = ownCall('silent')
  const unsafe = ownCall('unsafe')
  const isHeard = (one: { readonly answered: boolean } | null) => one !== null && !one.answered
  return (
    <PhonePage
      start={<BackLink href={home} />}
      title={running === null ? m.call_why({ coord }) : m.call_btn({ coord })}
    >
      {unsafe === null ? null : (
        <Notice kind="error" title={stateText(unsafe, coord)}>
          {m.call_danger()}
        </Notice>
      )}
      {running === null ? null : (
        <Notice title={stateText(running, coord)}>{callReasonText(running.reason)}</Notice>
      )}
      {silent === null ? null : <Notice title={stateText(silent, coord)}>{m.call_only()}</Notice>}
      {refused === null ? null : <Notice kind="error">{refusalText(refused.refusal)}</Notice>}
      {may(view, 'call.make') ? (
        <>
          {isHeard(running) ? null : (
            <fieldset className={styles['stack']}>
              <legend className={styles['heading']}>{m.call_all()}</legend>
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
          )}
          {isHeard(silent) ? null : (
            <section className={styles['stack']}>
              <Button
                size="large"
                disabled={busy}
                aria-describedby="call-only"
                onClick={() => void ring('silent')}
              >
                {m.call_only()}
              </Button>
              <p id="call-only">{m.call_only_how()}</p>
            </section>
          )}
          <section className={styles['stack']}>
            {isHeard(unsafe) ? null : (
              <Button
                kind="danger"
                size="large"
                disabled={busy}
                aria-describedby="call-danger"
                onClick={() => void ring('unsafe')}
              >
                {m.call_danger()}
              </Button>
            )}
            <p id="call-danger">
              {isHeard(unsafe) ? null : m.call_danger_how({ coord })} {m.call_c_112()}
            </p>
            <a href="tel:112" className={buttonClass('quiet')}>
              {m.call_112_do()}
            </a>
          </section>
        </>
      ) : null}
    </PhonePage>
  )
}

function stateText({ answered }: Pick<Call, 'answered'>, coord: string): string {
  return answered ? m.call_coming_in({ coord }) : m.call_sent({ coord })
}
