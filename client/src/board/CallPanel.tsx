import { callReasons, type CallReason } from '@kringplan/shared/contract/seatView'
import type { VisitStage } from '@kringplan/shared/plan/visit'
import { useState } from 'react'
import type { Circle } from '../circle/circle.ts'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { handWaving } from '../ui/icons/screenIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import type { VisitHere } from '../visit/useVisit.ts'
import plan from './BoardPlan.module.css'
import styles from './Moment.module.css'

const words: Readonly<Record<CallReason, () => string>> = {
  explain: m.call_explain,
  talk: m.call_talk,
  practical: m.call_practical,
  say: m.bd_call_self,
}

interface CallPanelProps {
  readonly circle: Circle
  readonly visit: VisitHere
  readonly onLeave: () => void
}

/** Calls the coordinator, with a reason; afterwards it says whether the coordinator heard and comes. */
export function CallPanel({ circle, visit, onLeave }: CallPanelProps) {
  const first = useFirstFocus<HTMLButtonElement>()
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)
  // Only who pressed it here sees it: whoever opens this page later does not [CL2].
  const [isDanger, setDanger] = useState(false)
  const coord = sayNames(circle.coordinators)
  const call = visit.stage === 'called' ? circle.callState : null
  const danger = isDanger ? circle.ownCalls.find(({ reason }) => reason === 'unsafe') : undefined
  const ask = async (reason: CallReason | 'unsafe') => {
    setBusy(true)
    const done = await circle.call(reason)
    setFailed(!done)
    if (reason === 'unsafe' && done) setDanger(true)
    setBusy(false)
  }
  const said = danger ?? call
  return (
    <main className={styles['rest']}>
      {said === null ? (
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
        </>
      ) : (
        <h1 className={styles['moment']}>
          <output>{said.answered ? m.call_coming_in({ coord }) : m.call_sent({ coord })}</output>
        </h1>
      )}
      {danger === undefined ? (
        <div className={styles['choices']}>
          <Button kind="danger" size="moment" disabled={busy} onClick={() => void ask('unsafe')}>
            {m.call_danger()}
          </Button>
          <Button size="moment" onClick={() => visit.begin('nothing')}>
            {m.vi_comes_now({ coord })}
          </Button>
        </div>
      ) : null}
      {failed ? <Notice kind="error">{m.bd_call_failed()}</Notice> : null}
      <p className={styles['small']}>{m.call_c_112()}</p>
      <Button kind="quiet" shortcut="Esc" onClick={onLeave}>
        {m.keys_back()}
      </Button>
    </main>
  )
}

/** Over the plan, from the call until the coordinator comes: whether it was sent. */
export function CalledStrip({ circle, stage }: { readonly circle: Circle; readonly stage: VisitStage }) {
  if (stage !== 'called') return null
  return (
    <output className={plan['called']}>
      <Icon shape={handWaving} />
      {m.call_sent({ coord: sayNames(circle.coordinators) })}
    </output>
  )
}
