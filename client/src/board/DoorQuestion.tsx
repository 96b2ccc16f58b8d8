import type { ReactNode } from 'react'
import { m } from '../messages/compiled/messages.js'
import { everybodyHere, type Named } from '../now/circleSeats.ts'
import { CircleRing } from '../ui/CircleRing.tsx'
import styles from './Before.module.css'

export interface DoorQuestionProps {
  readonly door: 'open' | 'closed'
  readonly people: readonly Named[]
  /** Below the ring. */
  readonly below?: ReactNode
  readonly ask: string
  /** What it means, and the buttons. */
  readonly children: ReactNode
}

/** A question of the door at the board: the ring of the circle as it is now, and beside it what is asked. */
export function DoorQuestion({ door, people, below, ask, children }: DoorQuestionProps) {
  const seats = everybodyHere(people)
  return (
    <main className={styles['two']}>
      <div className={styles['ring']}>
        <CircleRing door={door} size="calc(880 * var(--u))" disc={0.096} seats={seats}>
          {m.door_circle({ n: seats.length })}
        </CircleRing>
        {below}
      </div>
      <div className={styles['words']}>
        <h1 className={styles['ask']}>{ask}</h1>
        {children}
      </div>
    </main>
  )
}
