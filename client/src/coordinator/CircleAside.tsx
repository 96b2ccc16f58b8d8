import { m } from '../messages/compiled/messages.js'
import { CircleRing } from '../ui/CircleRing.tsx'
import { plus } from '../ui/icons/screenIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import styles from './Layout.module.css'
import type { PersonRow } from './PeopleTable.tsx'

interface CircleAsideProps {
  readonly people: readonly PersonRow[]
  readonly question: string
  readonly hasDoor: boolean
}

/** The circle that fills while the coordinator works, with the question in it. A picture of the table beside it. */
export function CircleAside({ people, question, hasDoor }: CircleAsideProps) {
  const seats = people
    .filter((person) => person.role === 'member')
    .map(({ id, name, look }) => ({ id, name, look, state: look === undefined ? 'empty' : 'here' }) as const)
  const main = people.find((person) => person.mainPerson)
  const outside = people.filter((person) => person.role === 'professional').map((person) => person.name)
  return (
    <>
      <div aria-hidden="true">
        <CircleRing
          seats={seats}
          size="min(328px, 80vw)"
          disc={0.13}
          extraSeat={
            <span className={styles['plus']}>
              <Icon shape={plus} />
            </span>
          }
        >
          <span className={styles['middle']} dir="auto">
            {question}
          </span>
        </CircleRing>
      </div>
      <p className={styles['tip']}>
        {main === undefined ? m.k_bigger_plain() : m.k_bigger({ naam: main.name })}
      </p>
      {hasDoor ? (
        <p className={styles['outside']}>
          {outside.length === 0 ? m.k_out_only() : m.k_out({ naam: outside.join(', ') })} {m.k_out_until()}
        </p>
      ) : null}
    </>
  )
}
