import type { OpenView } from '@kringplan/shared/contract/seatView'
import { Suspense, useEffect } from 'react'
import { Link } from 'wouter'
import { sayClock, sayDay } from '../i18n/dates.ts'
import type { SeatLink } from '../live/seatConnection.ts'
import { lazyPart } from '../live/lazyPart.ts'
import { m } from '../messages/compiled/messages.js'
import { lookOf } from '../seats/lookOf.ts'
import { may } from '../seats/may.ts'
import { PhonePage } from '../seats/PhonePage.tsx'
import { SeatStrips } from '../seats/SeatStrips.tsx'
import { WaitingDevices } from '../seats/WaitingDevices.tsx'
import { buttonClass } from '../ui/Button.tsx'
import { CircleRing } from '../ui/CircleRing.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import { circleSeats } from './circleSeats.ts'
import { MoveOffers } from './lazyPages.ts'
import { nowSentence } from './nowSentence.ts'
import { SmallLinks } from './SmallLinks.tsx'

/** Closing the door founds the sealed draft and carries its keys: only a phone that may do it loads that. */
const CloseDoor = lazyPart(async () => (await import('../door/CloseDoor.tsx')).CloseDoor)

/** "Nu": what happens now, in one sentence, and one button. The only home of a member. */
export function NowPage({ view, link, home }: { view: OpenView; link: SeatLink; home: string }) {
  const me = view.people.find((person) => person.id === view.self.personId)
  const drafting = may(view, 'plan.read')
  usePlanReady(drafting)
  const closesHere = view.hasDoor && view.boards === 0 && may(view, 'phase.draft')
  return (
    <PhonePage
      key={view.phase}
      centred
      title={nowSentence(view)}
      lead={view.phase === 'preparation' ? <WhenAndWhere view={view} /> : null}
      start={<PersonChip name={view.self.name} look={me === undefined ? undefined : lookOf(me)} />}
      strips={<SeatStrips link={link} practice={view.practice} demo={view.demo} />}
      picture={
        <CircleRing seats={circleSeats(view.people)}>
          <bdi>{view.circle}</bdi>
        </CircleRing>
      }
      actions={
        <>
          <Link
            href={drafting ? `${home}/plan` : `${home}/vraag`}
            className={buttonClass('primary', 'large')}
          >
            {drafting ? m.now_plan_go() : m.now_question_go()}
          </Link>
          {drafting && view.phase === 'deliberation' ? (
            <Link href={`${home}/ideeen`} className={buttonClass()}>
              {m.now_ideas()}
            </Link>
          ) : null}
          {drafting && !view.hasDoor ? (
            <Suspense fallback={null}>
              <MoveOffers view={view} home={home} />
            </Suspense>
          ) : null}
          <SmallLinks view={view} home={home} question={drafting} />
        </>
      }
    >
      <WaitingDevices view={view} />
      {closesHere ? (
        <Suspense fallback={null}>
          <CloseDoor view={view} />
        </Suspense>
      ) : null}
    </PhonePage>
  )
}

/** Fetches the plan's part of the client while there is network: pressing the button must work without. */
function usePlanReady(drafting: boolean): void {
  useEffect(() => {
    if (drafting) void import('../seats/OpenPlan.tsx').catch(() => undefined)
  }, [drafting])
}

function WhenAndWhere({ view }: { readonly view: OpenView }) {
  return (
    <>
      {view.startsAt === null
        ? null
        : m.now_when({ dag: sayDay(view.startsAt), tijd: sayClock(view.startsAt) })}
      {view.place === '' ? null : <> {m.now_where({ plek: view.place })}</>}
    </>
  )
}
