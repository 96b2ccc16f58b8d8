import { useState } from 'react'
import { useCircle } from '../circle/circle.ts'
import { SendButtons } from '../coordinator/prepare/SendButtons.tsx'
import { capital } from '../i18n/capital.ts'
import { sayTime } from '../i18n/dates.ts'
import { m } from '../messages/compiled/messages.js'
import { PhonePage } from '../seats/PhonePage.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useEscape } from '../ui/useEscape.ts'
import styles from './Far.module.css'
import { devicesOf, type FarPerson } from './farPeople.ts'

/** A link that was made, for whom, and until when it works (ISO 8601). Its address is shown nowhere. */
export interface MadeLink {
  readonly who: FarPerson
  readonly url: string
  readonly until: string
}

export interface FarSendProps {
  readonly made: MadeLink
  readonly busy: boolean
  readonly error: string | undefined
  readonly onNew: () => void
  readonly onBack: () => void
}

/** "Stuur deze link alleen naar oom Ben." and then: call him. Who stands at the door is said in a strip above the page. */
export function FarSend({ made, busy, error, onNew, onBack }: FarSendProps) {
  const { inside } = useCircle()
  const { who, url, until } = made
  const devices = devicesOf(who, inside).map(({ id }) => id)
  const [before] = useState(devices)
  const naam = who.name
  const hasCome = devices.some((id) => !before.includes(id))
  useEscape(onBack)
  return (
    <PhonePage
      key={hasCome ? 'came' : 'send'}
      title={hasCome ? capital(m.wd_done({ naam })) : m.far_send({ naam })}
      lead={hasCome ? undefined : m.far_once({ tijd: sayTime(until) })}
      actions={
        <>
          {error === undefined ? null : <Notice kind="error">{error}</Notice>}
          {hasCome ? null : (
            <Button size="large" disabled={busy} onClick={onNew}>
              {m.far_new()}
            </Button>
          )}
          <Button kind={hasCome ? 'primary' : 'quiet'} size="large" onClick={onBack}>
            {m.ui_back()}
          </Button>
        </>
      }
    >
      {hasCome ? null : (
        <>
          <SendButtons message={{ url, words: m.far_words(), subject: m.far_subject() }} few />
          <p className={styles['call']}>{m.far_call({ naam })}</p>
        </>
      )}
    </PhonePage>
  )
}
