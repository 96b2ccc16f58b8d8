import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useEffect, useRef, useState } from 'react'
import { m } from '../messages/compiled/messages.js'
import { lookOf } from '../seats/lookOf.ts'
import { Button } from '../ui/Button.tsx'
import { CircleRing, type CircleSeat } from '../ui/CircleRing.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { BoardLanguage } from './BoardLanguage.tsx'
import styles from './Before.module.css'
import { practiceWords } from './practiceWords.ts'

export interface WelcomeScreenProps {
  readonly view: OpenView
  /** Absent while the coordinator has not begun yet. */
  readonly onGoOn: (() => void) | undefined
}

/** How long "tante Edith is er" stands there. */
const shownFor = 6000

/** B1: the question, the circle that fills, and how to come in. */
export function WelcomeScreen({ view, onGoOn }: WelcomeScreenProps) {
  const came = useArrival(view)
  const practice = practiceWords(view)
  const address = location.host
  return (
    <main className={styles['two']}>
      <div className={styles['ring']}>
        <CircleRing seats={seatsOf(view)} size="calc(880 * var(--u))" disc={0.095}>
          <span className={styles['came']}>
            {came === null ? <bdi>{view.circle}</bdi> : m.bd_here({ naam: came })}
          </span>
        </CircleRing>
      </div>
      <div className={styles['words']}>
        <h1 className={styles['question']} dir="auto">
          {view.question}
        </h1>
        <p className={styles['lead']}>{m.board_welcome_how()}</p>
        {view.joinCode === null ? null : (
          <div className={styles['join']}>
            <p className={styles['lead']}>{m.board_join_code({ adres: address })}</p>
            <p className={styles['code']} dir="ltr">
              {view.joinCode}
            </p>
          </div>
        )}
        {onGoOn === undefined ? null : (
          <p>
            <Button kind="primary" size="moment" shortcut="→" onClick={onGoOn}>
              {m.bd_welcome_go()}
            </Button>
          </p>
        )}
        {practice === '' ? null : <p className={styles['small']}>{practice}</p>}
        <BoardLanguage seat={view.self.seat} />
      </div>
    </main>
  )
}

function seatsOf(view: OpenView): readonly CircleSeat[] {
  const takesPart = (role: string) => role === 'member' || (!view.hasDoor && role === 'professional')
  return view.people
    .filter((person) => takesPart(person.role))
    .map((person) => ({
      id: person.id,
      name: person.name,
      look: lookOf(person),
      state: person.here ? 'here' : 'empty',
    }))
}

/** Who came in last, for a moment; also told to who listens. Nobody who was here when the board began. */
function useArrival(view: OpenView): string | null {
  const known = useRef<ReadonlySet<string> | null>(null)
  const [came, setCame] = useState<string | null>(null)
  const { people } = view
  useEffect(() => {
    const here = people.filter((person) => person.here)
    const last = known.current
    known.current = new Set(here.map((person) => person.id))
    const fresh = last === null ? undefined : here.find((person) => !last.has(person.id))
    if (fresh === undefined) return
    setCame(fresh.name)
    announce(m.bd_here({ naam: fresh.name }))
  }, [people])
  useEffect(() => {
    if (came === null) return
    const timer = setTimeout(() => setCame(null), shownFor)
    return () => clearTimeout(timer)
  }, [came])
  return came
}
