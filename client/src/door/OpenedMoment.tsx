import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { everybodyHere } from '../now/circleSeats.ts'
import { CircleRing } from '../ui/CircleRing.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import styles from './Door.module.css'
import { forgetNotFirst, subscribeNotFirst, whoWasNotFirst } from './openedByOther.ts'

export interface OpenedMomentProps {
  readonly view: OpenView
  readonly onDone: () => void
}

/** The ring takes 1.6 s; the sentences stay a little longer, so that they can be read aloud. */
const shownFor = 4200
/** The closed ring has to stand there first, or it has nothing to open from. */
const before = 120

/** The gap opens once, slowly: the door is open, and who is in again sees the plan. With reduced motion it simply is. */
export function OpenedMoment({ view, onDone }: OpenedMomentProps) {
  const { seat } = view.self
  const [isOpen, setOpen] = useState(false)
  const done = useRef(onDone)
  const isSecond = useSyncExternalStore(subscribeNotFirst, whoWasNotFirst).has(seat)
  useEffect(() => {
    done.current = onDone
  })
  useEffect(() => {
    announce(m.open_done())
    const start = setTimeout(() => setOpen(true), before)
    const end = setTimeout(() => done.current(), shownFor)
    return () => {
      clearTimeout(start)
      clearTimeout(end)
      forgetNotFirst(seat)
    }
  }, [seat])
  const outside = [...view.coordinators, ...view.professionals]
  return (
    <main className={styles['cardMoment']}>
      <CircleRing
        door={isOpen ? 'open' : 'closed'}
        size="min(86vw, max(22rem, calc(880 * var(--u))))"
        disc={0.096}
        seats={everybodyHere(view.people)}
      />
      <div className={`${styles['words']} ${styles['told']}`}>
        <h1 className={styles['title']}>{m.open_done()}</h1>
        {isSecond ? <p className={styles['lead']}>{m.open_another()}</p> : null}
        {outside.length === 0 ? null : (
          <p className={styles['lead']}>{m.open_sees({ n: outside.length, namen: sayNames(outside) })}</p>
        )}
      </div>
    </main>
  )
}
