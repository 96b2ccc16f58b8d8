import type { OpenView } from '@kringplan/shared/contract/seatView'
import { DoorPromises } from '../door/DoorPromises.tsx'
import { notClosedText } from '../door/notClosedText.ts'
import { useCloseDoor } from '../door/useCloseDoor.ts'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { lookOf } from '../seats/lookOf.ts'
import type { LiveDocument } from '../sync/liveDocument.ts'
import { Button } from '../ui/Button.tsx'
import { CircleRing } from '../ui/CircleRing.tsx'
import { doorOpen } from '../ui/icons/screenIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useFirstFocus } from '../ui/useFirstFocus.ts'
import styles from './Before.module.css'

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
  const members = view.people.filter((person) => person.role === 'member')
  const leaving = [...view.coordinators, ...view.professionals]
  return (
    <main className={styles['two']}>
      <div className={styles['ring']}>
        <CircleRing
          door="open"
          size="calc(880 * var(--u))"
          disc={0.096}
          seats={members.map((person) => ({
            id: person.id,
            name: person.name,
            look: lookOf(person),
            state: 'here',
          }))}
        >
          {m.door_circle({ n: members.length })}
        </CircleRing>
        {leaving.length === 0 ? null : (
          <p className={styles['leaving']}>
            <Icon shape={doorOpen} />
            {m.door_going({ n: leaving.length, namen: sayNames(leaving) })}
          </p>
        )}
      </div>
      <div className={styles['words']}>
        <h1 className={styles['ask']}>{m.door_ask()}</h1>
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
      </div>
    </main>
  )
}
