import { useState, useSyncExternalStore } from 'react'
import { useCircle } from '../circle/circle.ts'
import { SendButtons } from '../coordinator/prepare/SendButtons.tsx'
import { capital } from '../i18n/capital.ts'
import { sayClock } from '../i18n/dates.ts'
import { m } from '../messages/compiled/messages.js'
import { PhonePage } from '../seats/PhonePage.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useEscape } from '../ui/useEscape.ts'
import styles from './Far.module.css'
import { useIsOver } from './farEnd.ts'
import { devicesOf, isAtDoor, type FarPerson } from './farPeople.ts'
import { InsideList } from './InsideList.tsx'
import { latecomersOf } from './latecomers.ts'
import { useDraft } from './SealedCircle.tsx'

/** A link that was made, for whom, and until when it works, by the clock of this device. Its address is shown nowhere. */
export interface MadeLink {
  readonly who: FarPerson
  readonly url: string
  readonly until: number
}

export interface FarSendProps {
  readonly made: MadeLink
  readonly busy: boolean
  readonly error: string | undefined
  readonly onNew: () => void
  readonly onBack: () => void
}

/**
 * "Stuur deze link alleen naar oom Ben." and then: call him. Who stands at the door is said in the strip above the page, as on
 * every screen inside; meanwhile this page is short, so that the strip is in sight.
 */
export function FarSend({ made, busy, error, onNew, onBack }: FarSendProps) {
  const { inside } = useCircle()
  const { who, url, until } = made
  const naam = who.name
  const isOver = useIsOver(until)
  const now = useStep(who)
  const step = now === 'send' && isOver ? 'over' : now
  useEscape(onBack)
  const titles = {
    send: () => m.far_send({ naam }),
    over: () => m.far_over(),
    door: () => capital(m.wd_at_door({ naam })),
    soon: () => m.far_soon({ naam }),
    came: () => capital(m.wd_done({ naam })),
  }
  const leads = {
    send: () => m.far_once({ tijd: sayClock(new Date(until)) }),
    over: () => undefined,
    door: () => m.far_talk({ naam }),
    soon: () => m.far_again({ naam }),
    came: () => undefined,
  }
  return (
    <PhonePage
      key={step}
      title={titles[step]()}
      lead={leads[step]()}
      actions={
        <>
          {error === undefined ? null : <Notice kind="error">{error}</Notice>}
          {step === 'send' || step === 'soon' || step === 'over' ? (
            <Button
              kind={step === 'over' ? 'primary' : 'secondary'}
              size="large"
              disabled={busy}
              onClick={onNew}
            >
              {m.far_new()}
            </Button>
          ) : null}
          <Button kind={step === 'came' ? 'primary' : 'quiet'} size="large" onClick={onBack}>
            {m.ui_back()}
          </Button>
        </>
      }
    >
      {step === 'send' ? (
        <>
          <SendButtons message={{ url, words: m.far_words(), subject: m.far_subject() }} few />
          <p className={styles['call']}>{m.far_call({ naam })}</p>
        </>
      ) : null}
      {step === 'came' ? <InsideList inside={inside} /> : null}
    </PhonePage>
  )
}

/** Whether they stand at the door, stood there, or have come inside since this page was opened. */
function useStep(who: FarPerson): 'send' | 'door' | 'soon' | 'came' {
  const { inside } = useCircle()
  const latecomers = latecomersOf(useDraft().live)
  const all = useSyncExternalStore(latecomers.subscribe, latecomers.now)
  const devices = devicesOf(who, inside).map(({ id }) => id)
  const [before] = useState(devices)
  const [stood, setStood] = useState(false)
  const isThere = all.some((one) => isAtDoor(who, one.who))
  if (isThere && !stood) setStood(true)
  if (devices.some((id) => !before.includes(id))) return 'came'
  if (isThere) return 'door'
  return stood ? 'soon' : 'send'
}
