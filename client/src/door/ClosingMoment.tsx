import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import { useEffect, useRef, useState } from 'react'
import { m } from '../messages/compiled/messages.js'
import { everybodyHere } from '../now/circleSeats.ts'
import { CircleRing } from '../ui/CircleRing.tsx'
import styles from './Door.module.css'

export interface ClosingMomentProps {
  readonly people: readonly CirclePerson[]
  readonly onDone: () => void
}

/** The ring takes 1.6 s; the sentence stays a little longer, so that it can be read aloud. */
const shownFor = 4200
/** The open ring has to stand there first, or it has nothing to close from. */
const before = 120

/** The gap closes once, slowly: the door is closed. With reduced motion it simply is. */
export function ClosingMoment({ people, onDone }: ClosingMomentProps) {
  const [closed, setClosed] = useState(false)
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })
  useEffect(() => {
    const start = setTimeout(() => setClosed(true), before)
    const end = setTimeout(() => done.current(), shownFor)
    return () => {
      clearTimeout(start)
      clearTimeout(end)
    }
  }, [])
  return (
    <main className={styles['cardMoment']}>
      <CircleRing
        door={closed ? 'closed' : 'open'}
        size="min(86vw, max(22rem, calc(880 * var(--u))))"
        disc={0.096}
        seats={everybodyHere(people)}
      />
      <h1 className={styles['title']}>
        <output>{m.door_closed_us()}</output>
      </h1>
    </main>
  )
}
