import type { ClosedView, OpenView, OutsideView } from '@kringplan/shared/contract/seatView'
import { useEffect, useRef, useState } from 'react'
import { call as ask } from '../api/call.ts'
import { capital } from '../i18n/capital.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { callReasonText } from '../now/callReasonText.ts'
import { Button } from '../ui/Button.tsx'
import { soundCall } from './callSound.ts'
import styles from './CallHeard.module.css'

type CoordinatorView = ClosedView | OpenView | OutsideView

/** A call as the coordinator hears it. */
interface Heard {
  readonly id: string
  readonly answered: boolean
  readonly isDanger: boolean
  readonly title: string
  /** Under the title: what for. */
  readonly words: string
}

/** Every call that is there: first "it is not safe", then the circle's, then who wants to talk alone [CL4]. */
function heardIn({ call, ownCalls }: CoordinatorView): readonly Heard[] {
  const own = ownCalls.map(({ id, answered, reason, name }): Heard => {
    const isDanger = reason === 'unsafe'
    return isDanger
      ? { id, answered, isDanger, title: m.call_c_danger(), words: m.call_c_112() }
      : { id, answered, isDanger, title: capital(m.call_c_silent({ naam: name ?? '' })), words: '' }
  })
  const circle: readonly Heard[] =
    call === null ? [] : [{ ...call, isDanger: false, title: m.call_c(), words: callReasonText(call.reason) }]
  return [...own.filter(({ isDanger }) => isDanger), ...circle, ...own.filter(({ isDanger }) => !isDanger)]
}

/** What the coordinator is called for, with the sound, until the coordinator says "Ik kom". */
export function CallsHeard({ view }: { readonly view: CoordinatorView }) {
  const heard = heardIn(view)
  const isWaiting = heard.some(({ answered }) => !answered)
  useEffect(() => (isWaiting ? soundCall() : undefined), [isWaiting])
  return heard.map((one) => <CallHeard key={one.id} seat={view.self.seat} heard={one} />)
}

function CallHeard({ seat, heard }: { readonly seat: string; readonly heard: Heard }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const { title, words } = heard
  const section = useRef<HTMLElement>(null)
  // It stands above everything else: who had scrolled down would hear it and not see it.
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  const come = async () => {
    setBusy(true)
    const done = await ask('answerCall', { params: { seat }, input: { id: heard.id } })
    setBusy(false)
    setError(done.ok ? undefined : refusalText(done.refusal.refusal))
  }

  if (heard.answered) {
    return (
      <output className={styles['came']}>
        {heard.isDanger || words === '' ? title : `${words}.`} {m.call_came()}
        {heard.isDanger ? ` ${words}` : null}
      </output>
    )
  }
  return (
    <section
      ref={section}
      className={styles['call']}
      data-danger={heard.isDanger || undefined}
      role="alert"
      aria-label={title}
    >
      <h2 className={styles['callTitle']}>{title}</h2>
      {words === '' ? null : <p className={styles['callReason']}>{words}</p>}
      <Button kind="primary" size="large" disabled={busy} onClick={() => void come()}>
        {m.call_coming()}
      </Button>
      {error === undefined ? null : <p role="alert">{error}</p>}
    </section>
  )
}
