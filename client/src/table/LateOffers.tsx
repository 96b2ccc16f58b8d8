import type { ClosedView, OpenView } from '@kringplan/shared/contract/seatView'
import { readContent, type PlanContent } from '@kringplan/shared/plan/content'
import { useContext, useEffect, useMemo, useState } from 'react'
import { CircleContext, type Circle } from '../circle/circle.ts'
import { m } from '../messages/compiled/messages.js'
import { newId } from '../plan/newId.ts'
import { useEnding } from '../plan/useEnding.ts'
import { useAgreements, useDocStatus } from '../plan/usePlan.ts'
import { Button } from '../ui/Button.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { contentOf, readVersion, useVersion } from './frozenVersion.ts'
import { settleOffer } from './keepLate.ts'
import { LateCard } from './LateCard.tsx'
import type { Offer } from './lateStore.ts'
import styles from './LateOffers.module.css'
import { putLate, stillLate, type LateWords } from './lateWords.ts'

export interface LateOffersProps {
  readonly view: OpenView | ClosedView
  readonly offers: readonly Offer[]
  readonly isBoard: boolean
}

/**
 * What had not arrived, each with what its person can do about it. Left out is what is in the plan after all: an answer
 * may have been lost and not the words, and a page that goes may have had no time to forget what had arrived.
 */
export function LateOffers(props: LateOffersProps) {
  const circle = useContext(CircleContext)
  const { view } = props
  if (circle !== null) return <BesideDocument {...props} circle={circle} />
  if (view.kind === 'open' && view.plan?.version) return <BesideVersion {...props} view={view} />
  // There is nothing to compare with, and nothing to put it in.
  return <Shown {...props} circle={null} plan={null} />
}

function BesideDocument(props: LateOffersProps & { readonly circle: Circle }) {
  const { live } = props.circle
  const { loaded, arrived } = useDocStatus(live)
  // Both tell that the plan is another by now.
  useAgreements(live.doc)
  useEnding(live.doc)
  const plan = loaded ? readContent(live.doc) : null
  useSettled(props, arrived ? plan : null)
  return plan === null ? null : <Shown {...props} plan={plan} />
}

function BesideVersion(props: LateOffersProps & { readonly view: OpenView }) {
  const version = useVersion(props.view, true)
  const isWaiting = version === 'wait'
  const text = version === null || isWaiting ? null : version.text
  const plan = useMemo(() => {
    const frozen = text === null ? null : readVersion(text)
    return frozen === null ? null : contentOf(frozen)
  }, [text])
  useSettled(props, plan)
  return isWaiting ? null : <Shown {...props} circle={null} plan={plan} />
}

/** What is in this plan is offered no more, also not by a later page. */
function useSettled({ view, offers }: LateOffersProps, plan: PlanContent | null): void {
  const { seat } = view.self
  const done =
    plan === null
      ? []
      : offers.filter(({ words }) => stillLate([words], plan).length === 0).map(({ key }) => key)
  const settled = done.join(' ')
  useEffect(() => {
    for (const key of settled.split(' ')) if (key !== '') void settleOffer(seat, key)
  }, [seat, settled])
}

/** More cards than these would push the page of a phone away. */
const mostOnPage = 3

interface ShownProps extends LateOffersProps {
  readonly circle: Circle | null
  readonly plan: PlanContent | null
}

function Shown({ view, offers, isBoard, circle, plan }: ShownProps) {
  const { seat } = view.self
  const [isOpen, setOpen] = useState(false)
  useNoKeysBehind(isOpen)
  const late = offers.flatMap((offer) =>
    (plan === null ? [offer.words] : stillLate([offer.words], plan)).map((words) => ({ offer, words })),
  )
  if (late.length === 0) return null
  const put =
    circle?.canWrite === true
      ? (some: readonly LateWords[]) => {
          for (const words of some) putLate(circle.live.doc, words, newId)
          announce(m.rest_done())
        }
      : undefined
  // What somebody typed behind the door is not for the whole room, until somebody here says so.
  const isSheet = isBoard || isOpen || late.length > mostOnPage
  const cards = (
    <ul className={styles['cards']}>
      {late.map(({ offer, words }, index) => (
        <LateCard
          key={`${offer.key} ${index}`}
          {...(isSheet ? {} : { title: m.rest_title() })}
          words={words}
          people={circle?.people ?? []}
          onPut={put === undefined ? undefined : () => put([words])}
          onDrop={() => void settleOffer(seat, offer.key)}
        />
      ))}
    </ul>
  )
  if (!isSheet)
    return (
      <aside className={styles['phone']} aria-label={m.rest_title()}>
        {cards}
      </aside>
    )
  return (
    <aside className={styles[isBoard ? 'board' : 'many']}>
      <output>{isBoard ? m.rest_board() : m.rest_phone()}</output>
      <Button onClick={() => setOpen(true)}>{m.rest_show()}</Button>
      {isOpen ? (
        <Sheet title={m.rest_title()} onClose={() => setOpen(false)}>
          {put === undefined || late.length === 1 ? null : (
            <Button kind="primary" onClick={() => put(late.map(({ words }) => words))}>
              {m.rest_put_all()}
            </Button>
          )}
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
