import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { useEffect, useRef, useState } from 'react'
import { call } from '../api/call.ts'
import { capital } from '../i18n/capital.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { Button } from '../ui/Button.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { Notice } from '../ui/Notice.tsx'
import { askerOf } from './askerOf.ts'
import styles from './Door.module.css'

const againMs = 4000

/**
 * Inside: somebody outside asks to start anew, which destroys this draft. Over every page, card and cover of every
 * device, because nothing else keeps it: who is inside says no [NW3].
 */
export function AnewOver({ view }: { readonly view: ClosedView }) {
  const { anew } = view
  const { seat } = view.self
  if (anew === null) return null
  return anew.seat === seat ? (
    <DropOwn seat={seat} room={anew.room} />
  ) : (
    <Over key={anew.room} seat={seat} room={anew.room} naam={askerOf(anew)} />
  )
}

interface OverProps {
  readonly seat: string
  readonly room: string
  readonly naam: string
}

function Over({ seat, room, naam }: OverProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const title = capital(m.nw_other_title({ naam }))
  useEffect(() => {
    dialog.current?.showModal()
    // Not on the button: what somebody is typing must not press it.
    heading.current?.focus()
    announce(title)
  }, [title])
  const no = async () => {
    if (isBusy) return
    setBusy(true)
    const answer = await call('dropAnew', { params: { seat }, input: { room } })
    setBusy(false)
    // Somebody else was first: the view says so in a moment.
    const isOver = answer.ok || answer.refusal.refusal === 'stale'
    setError(isOver ? undefined : refusalText(answer.refusal.refusal))
  }
  return (
    <dialog
      ref={dialog}
      className={styles['over']}
      aria-labelledby="anew-over"
      onCancel={(event) => event.preventDefault()}
      // The board's keys are for the plan behind it.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={styles['moment']}>
        <h2 id="anew-over" ref={heading} tabIndex={-1} className={styles['title']}>
          {title}
        </h2>
        <p className={styles['lead']}>{capital(m.nw_inside({ naam }))}</p>
        {error === undefined ? null : <Notice kind="error">{error}</Notice>}
        <div className={styles['buttons']}>
          <Button kind="primary" size="moment" disabled={isBusy} onClick={() => void no()}>
            {m.nw_inside_no()}
          </Button>
        </div>
      </div>
    </dialog>
  )
}

/** Who asked found the way in after all: the asking goes, as soon as the server hears it. */
function DropOwn({ seat, room }: Pick<OverProps, 'seat' | 'room'>) {
  useEffect(() => {
    const drop = () => void call('dropAnew', { params: { seat }, input: { room } })
    drop()
    const timer = setInterval(drop, againMs)
    return () => clearInterval(timer)
  }, [seat, room])
  return null
}
