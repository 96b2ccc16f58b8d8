import { m } from '../messages/compiled/messages.js'
import { homeOf } from '../routes.ts'
import { buttonClass } from '../ui/Button.tsx'
import styles from './HeldSeats.module.css'
import { readSeats } from './seatStore.ts'

/** The circles that this browser is in already: back to one's own place without a card. */
export function HeldSeats() {
  const seats = readSeats().filter((held) => held.circle !== '')
  if (seats.length === 0) return null
  return (
    <section className={styles['held']}>
      <h2 className={styles['heading']}>{m.start_held()}</h2>
      {seats.map((held) => (
        <a
          key={held.seat}
          href={homeOf(held.role, held.seat)}
          className={buttonClass('secondary', 'large')}
          aria-label={`${held.circle}, ${held.role === 'board' ? m.role_board() : held.name}`}
        >
          <span>
            <bdi>{held.circle}</bdi>
            <small className={styles['who']}>
              <bdi>{held.role === 'board' ? m.role_board() : held.name}</bdi>
            </small>
          </span>
        </a>
      ))}
    </section>
  )
}
