import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { capital } from '../i18n/capital.ts'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SpokenWords } from './AskIn.tsx'
import styles from './Door.module.css'
import { latecomersOf, type Latecomer, type Latecomers } from './latecomers.ts'
import { useDraft } from './SealedCircle.tsx'
import { sayWords } from './spokenWords.ts'

export interface AtDoorProps {
  /** Draws the sentence with its buttons: a strip of this screen. */
  readonly children: (words: string, buttons: ReactNode) => ReactNode
}

/** "Neef Daan staat voor de deur." on every screen inside; who talks with him sees the words over the whole screen. */
export function AtDoor({ children }: AtDoorProps) {
  const latecomers = latecomersOf(useDraft().live)
  const all = useSyncExternalStore(latecomers.subscribe, latecomers.now)
  const locale = useLocale()
  const [talking, setTalking] = useState<string | null>(null)
  const first = all[0]
  const words = first === undefined ? '' : capital(m.wd_at_door({ naam: first.who.name }))
  useEffect(() => {
    if (words !== '') announce(words)
  }, [words])
  const open = all.find(({ id }) => id === talking)
  if (open !== undefined) {
    return <Talk key={open.id} who={open} latecomers={latecomers} onEnd={() => setTalking(null)} />
  }
  if (first === undefined) return null
  const start = () => {
    latecomers.talk(first.id, locale)
    setTalking(first.id)
  }
  return children(
    words,
    <>
      <Button kind="primary" onClick={start}>
        {m.wd_open_btn({ naam: first.who.name })}
      </Button>
      <Button onClick={() => latecomers.dismiss(first.id)}>{m.open_not_now()}</Button>
    </>,
  )
}

interface TalkProps {
  readonly who: Latecomer
  readonly latecomers: Latecomers
  readonly onEnd: () => void
}

function Talk({ who, latecomers, onEnd }: TalkProps) {
  const locale = useLocale()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const [failed, setFailed] = useState(false)
  const naam = who.who.name
  const no = () => {
    latecomers.dismiss(who.id)
    onEnd()
  }
  const yes = async () => {
    const done = await latecomers.admit(who.id)
    setFailed(!done)
    if (!done) return
    announce(capital(m.wd_done({ naam })))
    onEnd()
  }
  const numbers = who.talk?.numbers
  return (
    <dialog
      ref={dialog}
      className={styles['over']}
      aria-labelledby="at-door"
      onCancel={(event) => {
        event.preventDefault()
        no()
      }}
      // The board's keys are for the plan behind it.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={styles['moment']}>
        <h2 id="at-door" className={styles['title']}>
          {numbers === undefined ? capital(m.wd_at_door({ naam })) : m.wd_hear({ naam })}
        </h2>
        {numbers === undefined ? (
          <p className={styles['lead']}>
            {who.talk?.isElsewhere === true ? capital(m.wd_elsewhere({ naam })) : m.wd_moment()}
          </p>
        ) : (
          <>
            <SpokenWords words={sayWords(numbers, locale)} />
            <p className={styles['lead']}>{m.wd_voice()}</p>
          </>
        )}
        {failed ? <Notice kind="error">{m.err_offline()}</Notice> : null}
        <div className={styles['buttons']}>
          {numbers === undefined ? null : (
            <Button kind="primary" size="moment" onClick={() => void yes()}>
              {m.wd_in_yes({ naam })}
            </Button>
          )}
          <Button size="moment" onClick={no}>
            {numbers === undefined ? m.ui_back() : m.wd_other()}
          </Button>
        </div>
      </div>
    </dialog>
  )
}
