import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useRef } from 'react'
import { m } from '../../messages/compiled/messages.js'
import { lookOf } from '../../seats/lookOf.ts'
import { Button } from '../../ui/Button.tsx'
import { PersonChip } from '../../ui/PersonChip.tsx'
import { useEscape } from '../../ui/useEscape.ts'
import { useFirstFocus } from '../../ui/useFirstFocus.ts'
import { signersOf } from './signers.ts'
import moments from '../Moment.module.css'
import styles from './Table.module.css'
import { useArrowFocus } from './useArrowFocus.ts'

export interface ReaderChoiceProps {
  readonly view: OpenView
  /** A person's id, `turns`, or null: nobody said it. */
  readonly onReader: (reader: string | null) => void
  readonly onLeave: () => void
}

/** *Wie leest voor?* One of the circle by picture, in turn, or straight on. Whom it is about stands first. */
export function ReaderChoice({ view, onReader, onLeave }: ReaderChoiceProps) {
  const straight = useFirstFocus<HTMLButtonElement>()
  const grid = useRef<HTMLUListElement>(null)
  useArrowFocus(grid)
  useEscape(onLeave)
  const people = signersOf(view).toSorted((a, b) => Number(b.mainPerson) - Number(a.mainPerson))
  return (
    <main className={moments['rest']}>
      <h1 className={moments['moment']}>{m.p_who()}</h1>
      <ul ref={grid} className={styles['readers']} data-many={people.length > 24 || undefined}>
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" className={styles['reader']} onClick={() => onReader(person.id)}>
              <PersonChip name={person.name} look={lookOf(person)} size="1.6em" />
            </button>
          </li>
        ))}
      </ul>
      <div className={styles['buttons']}>
        <Button kind="primary" size="moment" ref={straight} onClick={() => onReader(null)}>
          {m.bt_straight()}
        </Button>
        <Button size="moment" onClick={() => onReader('turns')}>
          {m.p_turn()}
        </Button>
        <Button kind="quiet" size="moment" shortcut="Esc" onClick={onLeave}>
          {m.bd_to_plan()}
        </Button>
      </div>
    </main>
  )
}
