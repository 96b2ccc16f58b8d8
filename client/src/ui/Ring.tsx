import { m } from '../messages/compiled/messages.js'
import { sizeStyle } from './sizeStyle.ts'
import styles from './Ring.module.css'

/** Whether each of the five questions has an answer, in the order wat, wie, waar, wanneer, als het niet lukt. */
export type RingParts = readonly [boolean, boolean, boolean, boolean, boolean]

export interface RingProps {
  readonly number: number
  readonly parts: RingParts
  /** A CSS length: `'56px'` on a phone, `'calc(76 * var(--u))'` on the board. */
  readonly size?: string
}

/**
 * The ring of an agreement: a part closes for each question that has an answer, all five make one whole ring.
 * It runs clockwise from twelve o'clock in every script. Never a score: the words for it stand beside it.
 */
export function Ring({ number, parts, size }: RingProps) {
  const answered = parts.filter(Boolean).length
  return (
    <svg
      className={styles['ring']}
      style={sizeStyle(size)}
      viewBox="0 0 64 64"
      role="img"
      aria-label={`${m.plan_number({ n: number })}. ${m.a_answered({ n: answered })}`}
    >
      {answered === parts.length ? (
        <circle className={styles['on']} cx="32" cy="32" r={radius} />
      ) : (
        parts.map((on, index) => (
          <path key={arcs[index]} className={on ? styles['on'] : styles['off']} d={arcs[index]} />
        ))
      )}
      <text className={styles['number']} x="32" y="33" textAnchor="middle" dominantBaseline="central">
        {number}
      </text>
    </svg>
  )
}

const radius = 27
/** Degrees of a part; the rest of its fifth is the gap. */
const partAngle = 54
const arcs: readonly string[] = [0, 1, 2, 3, 4].map((index) => {
  const start = index * 72 + (72 - partAngle) / 2
  return `M${at(start)}A${radius} ${radius} 0 0 1 ${at(start + partAngle)}`
})

function at(degrees: number): string {
  const angle = (degrees * Math.PI) / 180
  return `${(32 + radius * Math.sin(angle)).toFixed(2)} ${(32 - radius * Math.cos(angle)).toFixed(2)}`
}
