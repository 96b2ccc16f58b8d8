import { files } from '@kringplan/shared/contract/routes'
import type { OpenView, Person } from '@kringplan/shared/contract/seatView'
import { readContent } from '@kringplan/shared/plan/content'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useCircle } from '../../circle/circle.ts'
import { m } from '../../messages/compiled/messages.js'
import { refusalText } from '../../messages/refusalText.ts'
import { lookOf } from '../../seats/lookOf.ts'
import { ownHash, type OwnVersion } from '../../table/compareVersion.ts'
import { giveSignature } from '../../table/giveSignature.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Choice, ChoiceGroup } from '../../ui/Choice.tsx'
import { printer } from '../../ui/icons/coordinatorIcons.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Plaatje } from '../../ui/Plaatje.tsx'
import { useEscape } from '../../ui/useEscape.ts'
import { signersOf } from './signers.ts'
import { paperRows } from './signingState.ts'
import styles from './Sign.module.css'

export interface PaperScreenProps {
  readonly view: OpenView
  readonly own: OwnVersion
  readonly onLeave: () => void
}

/** *Teken op papier*: the page to print, and a tick for each who signed in ink. A tick can be taken back. */
export function PaperScreen({ view, own, onLeave }: PaperScreenProps) {
  const { live } = useCircle()
  const [busy, setBusy] = useState('')
  const [error, setError] = useState('')
  useEscape(onLeave)
  const { seat } = view.self
  const version = view.plan?.version?.number ?? 0
  const rows = paperRows(signersOf(view), view.plan?.signed ?? [])
  const tick = async ({ id }: Person, isTicked: boolean) => {
    setBusy(id)
    setError('')
    const done = isTicked
      ? await call('unsign', { params: { seat }, input: { personId: id, version } })
      : await giveSignature({
          view,
          shown: ownHash(view, readContent(live.doc)),
          personId: id,
          device: 'paper',
          mark: { way: 'paper' },
        })
    setBusy('')
    if (!done.ok) {
      setError(done.refusal.field === 'log' ? m.lg_no_sign() : refusalText(done.refusal.refusal))
    }
  }
  return (
    <main className={styles['paper']}>
      <h1 className={styles['signs']}>{m.s_paper()}</h1>
      <p className={styles['why']}>{m.bt_paper_how()}</p>
      <div className={styles['choices']}>
        {rows.length === 0 ? (
          <p className={styles['why']}>{m.bt_paper_all()}</p>
        ) : (
          <ChoiceGroup label={m.bt_paper_who()} layout="row">
            {rows.map(({ person, isTicked }) => (
              <Choice
                key={person.id}
                type="checkbox"
                checked={isTicked}
                disabled={busy !== '' || own !== 'same'}
                picture={<Look person={person} />}
                onChange={() => void tick(person, isTicked)}
              >
                {person.name}
              </Choice>
            ))}
          </ChoiceGroup>
        )}
      </div>
      {own === 'differs' ? <Notice kind="error">{m.bt_differs()}</Notice> : null}
      {error === '' ? null : <Notice kind="error">{error}</Notice>}
      <div className={styles['buttons']}>
        <a
          className={buttonClass('primary', 'moment')}
          href={files.signaturePage(seat)}
          target="_blank"
          rel="noreferrer"
        >
          <Icon shape={printer} />
          {m.bt_paper_print()}
        </a>
        <Button size="moment" shortcut="Esc" onClick={onLeave}>
          {m.ui_back()}
        </Button>
      </div>
    </main>
  )
}

function Look({ person }: { readonly person: Person }) {
  const look = lookOf(person)
  return look === undefined ? null : <Plaatje picture={look.picture} colour={look.colour} size="1.5em" />
}
