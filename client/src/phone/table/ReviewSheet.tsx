import type { VersionFacts } from '@kringplan/shared/contract/seatView'
import type { SignatureMark as Mark } from '@kringplan/shared/plan/signature'
import { SignatureMark } from '../../copy/SignatureMark.tsx'
import { m } from '../../messages/compiled/messages.js'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import styles from './Agree.module.css'
import { unbroken } from './unbroken.ts'
import { wayWords } from './wayWords.ts'

interface ReviewSheetProps {
  readonly name: string
  readonly mark: Mark
  readonly version: VersionFacts
  readonly busy: boolean
  readonly onYes: () => void
  readonly onClose: () => void
}

/** "Klopt dit?": what will stand in the plan, before it does. [SG21] */
export function ReviewSheet({ name, mark, version, busy, onYes, onClose }: ReviewSheetProps) {
  return (
    <Sheet
      title={m.q_check()}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" size="large" disabled={busy} onClick={onYes}>
            {m.tp_review_yes()}
          </Button>
          <Button kind="quiet" size="large" onClick={onClose}>
            {m.ui_back()}
          </Button>
        </>
      }
    >
      <p>{m.tp_review()}</p>
      <div className={styles['review']}>
        <SignatureMark mark={mark} />
        <p>
          <b>
            <bdi>{name}</bdi>
          </b>
          {', '}
          {wayWords(mark.way)}
        </p>
        <p className={styles['small']}>
          {m.tp_version({ n: version.number })} {m.tb_code({ code: unbroken(version.code) })}
        </p>
      </div>
    </Sheet>
  )
}
