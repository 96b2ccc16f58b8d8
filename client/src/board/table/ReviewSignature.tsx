import type { Person } from '@kringplan/shared/contract/seatView'
import type { SignatureMark as Mark } from '@kringplan/shared/plan/signature'
import { SignatureMark } from '../../copy/SignatureMark.tsx'
import { capital } from '../../i18n/capital.ts'
import { m } from '../../messages/compiled/messages.js'
import { lookOf } from '../../seats/lookOf.ts'
import type { OwnVersion } from '../../table/compareVersion.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PersonChip } from '../../ui/PersonChip.tsx'
import { useFirstFocus } from '../../ui/useFirstFocus.ts'
import { noRepeat } from './noRepeat.ts'
import styles from './Sign.module.css'

export interface ReviewSignatureProps {
  readonly person: Person
  readonly mark: Mark
  /** The spoken code of what is signed. */
  readonly code: string
  readonly busy: boolean
  /** Whether this board shows the version that is signed. */
  readonly own: OwnVersion
  readonly error: string
  readonly onYes: () => void
  readonly onChange: () => void
}

/** *Klopt dit?* The signature as it will stand in the plan, before it is placed. */
export function ReviewSignature(props: ReviewSignatureProps) {
  const { person, mark, code, busy, own, error, onYes, onChange } = props
  const first = useFirstFocus<HTMLButtonElement>()
  return (
    <main className={styles['review']}>
      <h1 className={styles['signs']}>{m.q_check()}</h1>
      <div className={styles['seal']}>
        <PersonChip name={person.name} look={lookOf(person)} size="1.6em" />
        <div className={styles['mark']}>
          <SignatureMark mark={mark} />
        </div>
      </div>
      <p className={styles['why']}>{capital(m.bt_check_words({ naam: person.name, code }))}</p>
      {own === 'same' ? null : (
        <Notice kind={own === 'differs' ? 'error' : 'info'}>
          {own === 'differs' ? m.bt_differs() : m.bt_comparing()}
        </Notice>
      )}
      {error === '' ? null : <Notice kind="error">{error}</Notice>}
      <div className={styles['buttons']}>
        <Button
          kind="primary"
          size="moment"
          ref={first}
          shortcut={m.key_enter()}
          disabled={busy || own !== 'same'}
          onKeyDown={noRepeat}
          onClick={onYes}
        >
          {busy ? m.bt_signing_now() : m.s_sign()}
        </Button>
        <Button size="moment" shortcut="Esc" disabled={busy} onClick={onChange}>
          {m.bt_check_change()}
        </Button>
      </div>
    </main>
  )
}
