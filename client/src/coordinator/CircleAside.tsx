import { m } from '../messages/compiled/messages.js'
import { CircleRing } from '../ui/CircleRing.tsx'
import { door, plus } from '../ui/icons/screenIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import styles from './CircleAside.module.css'
import type { PersonRow } from './prepare/CircleTable.tsx'

interface CircleAsideProps {
  readonly people: readonly PersonRow[]
  readonly isInCircle: (person: PersonRow) => boolean
  readonly question: string
  readonly hasDoor: boolean
  /** What the empty seat does; left out where nobody can be added. */
  readonly onAdd?: (() => void) | undefined
}

/** The circle that fills while the coordinator works, with the question in it and a seat for one more. */
export function CircleAside({ people, isInCircle, question, hasDoor, onAdd }: CircleAsideProps) {
  const seats = people
    .filter((person) => isInCircle(person) && person.invitation !== 'notComing')
    .map(({ id, name, look }) => ({ id, name, look, state: look === undefined ? 'empty' : 'here' }) as const)
  const main = people.find((person) => person.mainPerson)
  const outside = people.filter((person) => !isInCircle(person))
  return (
    <>
      <CircleRing
        seats={seats}
        size="min(328px, 80vw)"
        disc={0.13}
        say={(seat) => seat.name}
        extraSeat={
          onAdd === undefined ? undefined : (
            <button type="button" className={styles['plus']} onClick={onAdd} aria-label={m.pr_seat_add()}>
              <Icon shape={plus} />
            </button>
          )
        }
      >
        <span className={styles['middle']} dir="auto">
          {question}
        </span>
      </CircleRing>
      <section className={styles['tip']}>
        <h2>{m.pr_bigger()}</h2>
        <p>{main === undefined ? m.pr_bigger_plain() : m.pr_bigger_who({ naam: main.name })}</p>
      </section>
      {hasDoor ? (
        <section className={styles['outside']}>
          <h2>
            <Icon shape={door} />
            {m.pr_out()}
          </h2>
          <p>
            {outside.length === 0
              ? m.pr_out_you()
              : m.pr_out_with({ naam: outside.map(nameAndWork).join(', ') })}{' '}
            {outside.length === 0 ? m.k_out_until_you() : m.k_out_until()}
          </p>
        </section>
      ) : null}
    </>
  )
}

function nameAndWork({ name, tells }: PersonRow): string {
  return tells === '' ? name : m.pr_name_and_work({ naam: name, werk: tells })
}
