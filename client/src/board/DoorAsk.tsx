import type { OpenView } from '@kringplan/shared/contract/seatView'
import { DoorPromises } from '../door/DoorPromises.tsx'
import { notClosedText } from '../door/notClosedText.ts'
import { useCloseDoor } from '../door/useCloseDoor.ts'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import type { LiveDocument } from '../sync/liveDocument.ts'
import { Button } from '../ui/Button.tsx'
import { doorOpen } from '../ui/icons/screenIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import styles from './Before.module.css'
import { DoorQuestion } from './DoorQuestion.tsx'

export interface DoorAskProps {
  readonly view: OpenView
  readonly onBack: () => void
  /** The document on the table, when the door closes once more. */
  readonly table?: LiveDocument
}

/** B3: the ring with its gap, what it means, and one button. Whoever forgot to leave is shut out by it as well. */
export function DoorAsk({ view, onBack, table }: DoorAskProps) {
  const first = useFirstFocus<HTMLButtonElement>()
  const { closing, close } = useCloseDoor(view, 'board', table)
  const leaving = [...view.coordinators, ...view.professionals]
  return (
    <DoorQuestion
      door="open"
      people={view.people}
      ask={m.door_ask()}
      below={
        leaving.length === 0 ? null : (
          <p className={styles['leaving']}>
            <Icon shape={doorOpen} />
            {m.door_going({ n: leaving.length, namen: sayNames(leaving) })}
          </p>
        )
      }
    >
      <DoorPromises view={view} />
      {closing.at === 'failed' ? <Notice kind="error">{notClosedText(closing.refusal)}</Notice> : null}
      <div className={styles['buttons']}>
        <Button
          kind="primary"
          size="moment"
          ref={first}
          shortcut={m.key_enter()}
          disabled={closing.at === 'closing'}
          onClick={close}
        >
          {closing.at === 'closing' ? m.door_closing() : m.door_close()}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {m.ui_back()}
        </Button>
      </div>
    </DoorQuestion>
  )
}
