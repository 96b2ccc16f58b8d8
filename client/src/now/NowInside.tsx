import type { ClosedView } from '@kringplan/shared/contract/seatView'
import { Link } from 'wouter'
import { useCircle } from '../circle/circle.ts'
import { sayTime } from '../i18n/dates.ts'
import type { SeatLink } from '../live/seatConnection.ts'
import { m } from '../messages/compiled/messages.js'
import { lookOf } from '../seats/lookOf.ts'
import { PhonePage } from '../seats/PhonePage.tsx'
import { SeatStrips } from '../seats/SeatStrips.tsx'
import { buttonClass } from '../ui/Button.tsx'
import { CircleRing } from '../ui/CircleRing.tsx'
import { DoorRing } from '../ui/DoorRing.tsx'
import { circleSeats } from './circleSeats.ts'
import { nowSentence } from './nowSentence.ts'
import { SmallLinks } from './SmallLinks.tsx'

/** Nu behind the closed door. People come from the sealed document, never from the server. */
export function NowInside({ view, home, link }: { view: ClosedView; home: string; link: SeatLink }) {
  const circle = useCircle()
  const people = circle.people
    .filter((person) => person.role === 'member')
    .map((person) => ({ ...person, here: lookOf(person) !== undefined }))
  return (
    <PhonePage
      centred
      title={nowSentence(view)}
      lead={m.door_us()}
      start={<DoorRing closed>{m.door_since({ tijd: sayTime(view.since) })}</DoorRing>}
      strips={<SeatStrips link={link} practice={view.practice} demo={view.demo} />}
      picture={
        <CircleRing seats={circleSeats(people)} door="closed">
          <bdi>{circle.circleName}</bdi>
        </CircleRing>
      }
      actions={
        <>
          <Link href={`${home}/plan`} className={buttonClass('primary', 'large')}>
            {m.now_plan_go()}
          </Link>
          <Link href={`${home}/ideeen`} className={buttonClass()}>
            {m.now_ideas()}
          </Link>
          {circle.inside.some((device) => device.kind === 'board') ? null : (
            <Link href={`${home}/open`} className={buttonClass()}>
              {m.door_openask()}
            </Link>
          )}
          <SmallLinks view={view} home={home} question />
        </>
      }
    />
  )
}
