import type { OpenView, Person, SignedBy } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { capital } from '../../i18n/capital.ts'
import { m } from '../../messages/compiled/messages.js'
import { refusalText } from '../../messages/refusalText.ts'
import { lookOf } from '../../seats/lookOf.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { LetterDisc, Plaatje } from '../../ui/Plaatje.tsx'
import { useEscape } from '../../ui/useEscape.ts'
import { useFirstFocus } from '../../ui/useFirstFocus.ts'
import { isTakenBackHere } from './signingState.ts'
import styles from './Sign.module.css'

export interface SignedPersonProps {
  readonly view: OpenView
  readonly person: Person
  readonly given: SignedBy
  readonly onDone: (words: string) => void
  readonly onLeave: () => void
}

/** Somebody who has signed: how, and here taking it back when it was given here. */
export function SignedPerson({ view, person, given, onDone, onLeave }: SignedPersonProps) {
  const first = useFirstFocus<HTMLButtonElement>()
  const [error, setError] = useState('')
  const [busy, setBusy] = useState(false)
  useEscape(onLeave)
  const look = lookOf(person)
  const naam = person.name
  const takeBack = async () => {
    setBusy(true)
    const done = await call('unsign', {
      params: { seat: view.self.seat },
      input: { personId: person.id, version: view.plan?.version?.number ?? 0 },
    })
    setBusy(false)
    if (done.ok) onDone(m.bt_taken_back({ naam }))
    // It is gone already, or there is another plan: the circle shows what is so.
    else if (done.refusal.refusal === 'stale') onDone(refusalText('stale'))
    else setError(refusalText(done.refusal.refusal))
  }
  const words =
    given.device === 'paper' ? m.bt_on_paper : given.device === 'board' ? m.bt_on_board : m.bt_on_phone
  return (
    <main className={styles['review']}>
      {look === undefined ? (
        <LetterDisc name={naam} size="calc(150 * var(--u))" />
      ) : (
        <Plaatje picture={look.picture} colour={look.colour} size="calc(150 * var(--u))" />
      )}
      <h1 className={styles['signs']}>{capital(words({ naam }))}</h1>
      {error === '' ? null : <Notice kind="error">{error}</Notice>}
      <div className={styles['buttons']}>
        <Button kind="primary" size="moment" ref={first} shortcut="Esc" onClick={onLeave}>
          {m.ui_back()}
        </Button>
        {isTakenBackHere(given) ? (
          <Button kind="danger" size="moment" disabled={busy} onClick={() => void takeBack()}>
            {m.bt_take_back()}
          </Button>
        ) : null}
      </div>
    </main>
  )
}
