import type { OpenView, WaitingDevice } from '@kringplan/shared/contract/seatView'
import { useEffect, useRef, useState } from 'react'
import { call, type RefusalInfo } from '../api/call.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { may } from '../seats/may.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Before.module.css'

/** Before this nobody can have read the name. */
const readingTime = 800

/** "Mag Ria binnen?": one device at a time. Enter is yes, Esc or N is no; the name always stands there. */
export function WaitingQuestion({ view }: { readonly view: OpenView }) {
  const [first] = view.waiting
  if (first === undefined || !may(view, 'join.answer')) return null
  return <Question key={first.id} device={first} seat={view.self.seat} />
}

function Question({ device, seat }: { readonly device: WaitingDevice; readonly seat: string }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<RefusalInfo['refusal'] | null>(null)
  const [readable, setReadable] = useState(false)
  useEffect(() => {
    dialog.current?.showModal()
    // A key that was on its way when the question came up is no answer to it.
    const timer = setTimeout(() => setReadable(true), readingTime)
    return () => clearTimeout(timer)
  }, [])

  const answer = async (yes: boolean) => {
    if (busy || !readable) return
    setBusy(true)
    const done = await call('answerJoin', {
      params: { seat, id: device.id },
      input: { answer: yes ? 'yes' : 'no' },
    })
    setBusy(false)
    setRefused(done.ok ? null : done.refusal.refusal)
  }
  const question = device.how === 'again' ? m.bd_wait_again : m.bd_wait_in
  return (
    <dialog
      ref={dialog}
      className={styles['waiting']}
      aria-label={question({ naam: device.name })}
      onCancel={(event) => {
        event.preventDefault()
        void answer(false)
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key.toLowerCase() === 'n' && !event.ctrlKey && !event.altKey && !event.metaKey)
          void answer(false)
      }}
    >
      <h2 className={styles['ask']}>{question({ naam: device.name })}</h2>
      {device.how === 'new' ? <p className={styles['lead']}>{m.bd_wait_new({ naam: device.name })}</p> : null}
      <div className={styles['buttons']}>
        <Button
          kind="primary"
          size="moment"
          shortcut={m.key_enter()}
          disabled={busy}
          onClick={() => void answer(true)}
        >
          {m.ui_yes()}
        </Button>
        <Button size="moment" shortcut="N" disabled={busy} onClick={() => void answer(false)}>
          {m.ui_no()}
        </Button>
      </div>
      {refused === null ? null : <p role="alert">{refusalText(refused)}</p>}
    </dialog>
  )
}
