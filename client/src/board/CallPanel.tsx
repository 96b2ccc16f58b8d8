import { callReasons, type CallReason } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import type { Circle } from '../circle/circle.ts'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { handWaving } from '../ui/icons/screenIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import plan from './BoardPlan.module.css'
import styles from './Moment.module.css'

const words: Readonly<Record<CallReason, () => string>> = {
  explain: m.call_explain,
  talk: m.call_talk,
  practical: m.call_practical,
  say: m.bd_call_self,
}

/** Calls the coordinator, with a reason; afterwards it says whether the coordinator heard and comes. */
export function CallPanel({ circle, onLeave }: { readonly circle: Circle; readonly onLeave: () => void }) {
  const first = useFirstFocus<HTMLButtonElement>()
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)
  const coord = sayNames(circle.coordinators)
  const call = circle.callState
  const ask = async (reason: CallReason) => {
    setBusy(true)
    setFailed(!(await circle.call(reason)))
    setBusy(false)
  }
  return (
    <main className={styles['rest']}>
      {call === null ? (
        <>
          <h1 className={styles['moment']}>{m.bd_call_why({ coord })}</h1>
          <div className={styles['choices']}>
            {callReasons.map((reason, index) => (
              <Button
                key={reason}
                size="moment"
                disabled={busy}
                ref={index === 0 ? first : null}
                onClick={() => void ask(reason)}
              >
                {words[reason]()}
              </Button>
            ))}
          </div>
          {failed ? <Notice kind="error">{m.bd_call_failed()}</Notice> : null}
        </>
      ) : (
        <h1 className={styles['moment']}>
          <output>{call.answered ? m.call_coming_in({ coord }) : m.call_sent({ coord })}</output>
        </h1>
      )}
      <Button kind="quiet" shortcut="Esc" onClick={onLeave}>
        {m.keys_back()}
      </Button>
    </main>
  )
}

/** Over the plan, while the coordinator was called: whether the call was heard. */
export function CalledStrip({ circle }: { readonly circle: Circle }) {
  const { callState } = circle
  if (callState === null || !circle.doorClosed) return null
  const coord = sayNames(circle.coordinators)
  return (
    <output className={plan['called']}>
      <Icon shape={handWaving} />
      {callState.answered ? m.call_coming_in({ coord }) : m.call_sent({ coord })}
    </output>
  )
}
