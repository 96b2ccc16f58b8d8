import type { OpenView } from '@kringplan/shared/contract/seatView'
import { Suspense, useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { SeatLink } from '../../live/seatConnection.ts'
import { lazyPart } from '../../live/lazyPart.ts'
import { m } from '../../messages/compiled/messages.js'
import { circleSeats } from '../../now/circleSeats.ts'
import { SmallLinks } from '../../now/SmallLinks.tsx'
import { lookOf } from '../../seats/lookOf.ts'
import { may } from '../../seats/may.ts'
import { PhonePage } from '../../seats/PhonePage.tsx'
import { SeatStrips } from '../../seats/SeatStrips.tsx'
import { WaitingDevices } from '../../seats/WaitingDevices.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { CircleRing } from '../../ui/CircleRing.tsx'
import { PersonChip } from '../../ui/PersonChip.tsx'
import { preloadSigning } from './lazyTable.ts'
import { MoveOffers } from './MoveOffers.tsx'
import styles from './TableNow.module.css'
import { tableNow } from './tableNow.ts'

const CloseDoor = lazyPart(async () => (await import('../../door/CloseDoor.tsx')).CloseDoor)

export interface TableNowPageProps {
  readonly view: OpenView
  readonly link: SeatLink
  readonly home: string
}

/** "Nu" from the open door to the copy: one sentence and one button. [TB20] */
export function TableNowPage({ view, link, home }: TableNowPageProps) {
  const [openedAt] = useState(() => Date.now())
  const now = tableNow(view, openedAt)
  const me = view.people.find((person) => person.id === view.self.personId)
  const isSigning = view.phase === 'signing'
  useEffect(() => {
    if (isSigning) preloadSigning()
  }, [isSigning])
  const closesHere = view.hasDoor && view.boards === 0 && may(view, 'phase.draft')
  return (
    <PhonePage
      key={now.sentence}
      centred
      title={<span className={styles['long']}>{now.sentence}</span>}
      start={<PersonChip name={view.self.name} look={me === undefined ? undefined : lookOf(me)} />}
      strips={<SeatStrips link={link} practice={view.practice} demo={view.demo} />}
      picture={
        <CircleRing seats={circleSeats(view.people)}>
          <bdi>{view.circle}</bdi>
        </CircleRing>
      }
      actions={
        <>
          <Link href={`${home}/${now.main.page}`} className={buttonClass('primary', 'large')}>
            {now.main.words}
          </Link>
          {now.more.length === 0 ? null : (
            <nav className={styles['links']} aria-label={m.plan_title()}>
              {now.more.map(({ page, words }) => (
                <Link key={page} href={`${home}/${page}`}>
                  {words}
                </Link>
              ))}
            </nav>
          )}
          <MoveOffers view={view} home={home} />
          {closesHere ? (
            <Suspense fallback={null}>
              <CloseDoor view={view} />
            </Suspense>
          ) : null}
          <SmallLinks view={view} home={home} question />
        </>
      }
    >
      <WaitingDevices view={view} />
    </PhonePage>
  )
}
