import { readContent, type PlanContent } from '@kringplan/shared/plan/content'
import { useContext, useEffect, useState } from 'react'
import { CircleContext, type Circle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { newId } from '../plan/newId.ts'
import { useEnding } from '../plan/useEnding.ts'
import { useAgreements, useDocStatus } from '../plan/usePlan.ts'
import { Button } from '../ui/Button.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { settleOffer } from './keepLate.ts'
import { LateCard } from './LateCard.tsx'
import type { Offer } from './lateStore.ts'
import styles from './LateOffers.module.css'
import { putLate, stillLate, type LateWords } from './lateWords.ts'

export interface LateOffersProps {
  readonly seat: string
  readonly offers: readonly Offer[]
  readonly isBoard: boolean
}

/** What had not arrived, each with what its person can do about it. */
export function LateOffers(props: LateOffersProps) {
  const circle = useContext(CircleContext)
  // Where there is no document any more there is nothing to compare with, and nothing to put it in.
  if (circle === null) return <Shown {...props} circle={null} plan={null} />
  return <Compared {...props} circle={circle} />
}

/** Leaves out what is in the plan after all: an answer may have been lost, and not the words. */
function Compared(props: LateOffersProps & { readonly circle: Circle }) {
  const { seat, offers, circle } = props
  const { live } = circle
  const { loaded, arrived } = useDocStatus(live)
  // Both tell that the plan is another by now.
  useAgreements(live.doc)
  useEnding(live.doc)
  const plan = loaded ? readContent(live.doc) : null
  const done =
    plan === null
      ? []
      : offers.filter(({ words }) => stillLate([words], plan).length === 0).map(({ key }) => key)
  const settled = arrived ? done.join(' ') : ''
  useEffect(() => {
    for (const key of settled.split(' ')) if (key !== '') void settleOffer(seat, key)
  }, [seat, settled])
  if (plan === null) return null
  return <Shown {...props} plan={plan} />
}

interface ShownProps extends LateOffersProps {
  readonly circle: Circle | null
  readonly plan: PlanContent | null
}

function Shown({ seat, offers, isBoard, circle, plan }: ShownProps) {
  const [isOpen, setOpen] = useState(false)
  useNoKeysBehind(isOpen)
  const late = offers.flatMap((offer) =>
    (plan === null ? [offer.words] : stillLate([offer.words], plan)).map((words) => ({ offer, words })),
  )
  if (late.length === 0) return null
  const put = (words: LateWords) => {
    if (circle === null) return
    putLate(circle.live.doc, words, newId)
    announce(m.rest_done())
  }
  const cards = (
    <ul className={styles['cards']}>
      {late.map(({ offer, words }, index) => (
        <LateCard
          key={`${offer.key} ${index}`}
          {...(isBoard ? {} : { title: m.rest_title() })}
          words={words}
          people={circle?.people ?? []}
          onPut={circle?.canWrite === true ? () => put(words) : undefined}
          onDrop={() => void settleOffer(seat, offer.key)}
        />
      ))}
    </ul>
  )
  if (!isBoard)
    return (
      <aside className={styles['phone']} aria-label={m.rest_title()}>
        {cards}
      </aside>
    )
  // What somebody typed behind the door is not for the whole room, until somebody here says so.
  return (
    <aside className={styles['board']}>
      <output>{m.rest_board()}</output>
      <Button onClick={() => setOpen(true)}>{m.rest_show()}</Button>
      {isOpen ? (
        <Sheet title={m.rest_title()} onClose={() => setOpen(false)}>
          {cards}
        </Sheet>
      ) : null}
    </aside>
  )
}

/** The keys of the board do nothing while something lies over it. */
function useNoKeysBehind(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return
    const keep = (event: KeyboardEvent) => event.stopPropagation()
    addEventListener('keydown', keep, true)
    return () => removeEventListener('keydown', keep, true)
  }, [isOpen])
}
