import type { ReactNode } from 'react'
import type { Circle } from '../circle/circle.ts'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { Icon } from '../ui/icons/Icon.tsx'
import { handWaving, question } from '../ui/icons/screenIcons.ts'
import { PersonChip } from '../ui/PersonChip.tsx'
import styles from './PlanFooter.module.css'
import { lookOf } from '../seats/lookOf.ts'
import { firstNames, shortNames } from './whoSearch.ts'

/** Board units that the names may take; with more only the pictures fit, and the names are read out. */
const roomForNames = 1440
const chip = 68
const letter = 11.5

const fits = (names: readonly string[]) =>
  names.reduce((sum, name) => sum + chip + name.length * letter, 0) <= roomForNames

export interface PlanFooterProps {
  readonly circle: Circle
  readonly onCall: () => void
  readonly onHelp: () => void
  /** In place of the people: which keys do what on this page. */
  readonly hints?: ReactNode
  /** Where the meeting can go from here, behind the help. */
  readonly moves?: ReactNode
  /** The circle has a door, and it is open. */
  readonly isDoorOpen?: boolean | undefined
  /** The coordinator is inside: there is nobody to call. */
  readonly isVisited?: boolean
}

/** Who belongs to the circle, and help: always in the same place. */
export function PlanFooter({ circle, onCall, onHelp, hints, moves, isDoorOpen, ...props }: PlanFooterProps) {
  const coordinators = sayNames(circle.coordinators)
  return (
    <footer className={styles['foot']}>
      {hints ?? <People circle={circle} isDoorOpen={isDoorOpen} />}
      <button type="button" className={styles['help']} onClick={onHelp} aria-label={m.keys_open()}>
        <Icon shape={question} />
      </button>
      {circle.doorClosed && coordinators !== '' && props.isVisited !== true ? (
        <button type="button" className={styles['call']} onClick={onCall}>
          <Icon shape={handWaving} />
          {m.call_btn({ coord: coordinators })}
        </button>
      ) : null}
      {moves}
    </footer>
  )
}

function People({ circle, isDoorOpen }: Pick<PlanFooterProps, 'circle' | 'isDoorOpen'>) {
  // Where there is a door the others are no part of the circle, though they can stand in an agreement.
  const people = circle.people.filter(
    (person) => (!circle.doorClosed && isDoorOpen !== true) || person.role === 'member',
  )
  const full = people.map((person) => person.name)
  const names = [shortNames(full), firstNames(full)].find(fits)
  return (
    <ul
      className={styles['people']}
      aria-label={m.board_seats()}
      data-tight={names === undefined || undefined}
    >
      {people.map((person, index) => (
        <li key={person.id} title={person.name}>
          <PersonChip name={names?.[index] ?? person.name} look={lookOf(person)} size="calc(40 * var(--u))" />
        </li>
      ))}
    </ul>
  )
}
