import type { OpenView } from '@kringplan/shared/contract/seatView'
import { useState } from 'react'
import { Link } from 'wouter'
import { call } from '../api/call.ts'
import { sayClock, sayDay } from '../i18n/dates.ts'
import type { SeatLink } from '../live/seatConnection.ts'
import { m } from '../messages/compiled/messages.js'
import { refusalText } from '../messages/refusalText.ts'
import { circleSeats } from '../now/circleSeats.ts'
import { nowSentence } from '../now/nowSentence.ts'
import { SmallLinks } from '../now/SmallLinks.tsx'
import { mayStillSign, tableNow } from '../phone/table/tableNow.ts'
import { lookOf } from '../seats/lookOf.ts'
import { may } from '../seats/may.ts'
import { PhonePage } from '../seats/PhonePage.tsx'
import { SeatStrips } from '../seats/SeatStrips.tsx'
import { Button, buttonClass } from '../ui/Button.tsx'
import { CircleRing } from '../ui/CircleRing.tsx'
import { door } from '../ui/icons/screenIcons.ts'
import { PersonChip } from '../ui/PersonChip.tsx'
import { ConfirmSheet } from '../ui/Sheet.tsx'

/** What happens now, for somebody who gives information; and the way outside before the door closes. */
export function ProfessionalNow({ view, link, home }: { view: OpenView; link: SeatLink; home: string }) {
  const [openedAt] = useState(() => Date.now())
  // Where everybody makes the plan a professional has a picture as well.
  const me = view.people.find(({ id }) => id === view.self.personId)
  // Who takes part throughout signs, too.
  const table = !view.hasDoor && mayStillSign(view, openedAt) ? tableNow(view, openedAt) : null
  const signing = view.phase === 'signing' ? table : null
  const later = table?.more.find(({ page }) => page === 'eens')
  const elsewhere = may(view, 'plan.read')
    ? view.phase === 'deliberation'
      ? { href: `${home}/plan`, words: m.now_plan_go() }
      : { href: `${home}/tafel`, words: m.tb_read_plan() }
    : view.phase === 'followUp'
      ? { href: `${home}/mijn-deel`, words: m.tb_mine() }
      : may(view, 'points.write')
        ? { href: `${home}/informatie`, words: m.k_points() }
        : { href: `${home}/vraag`, words: m.now_question_go() }
  const main =
    signing === null ? elsewhere : { href: `${home}/${signing.main.page}`, words: signing.main.words }
  return (
    <PhonePage
      key={signing?.sentence ?? view.phase}
      centred
      title={signing?.sentence ?? (view.phase === 'information' ? m.now_tell() : nowSentence(view))}
      lead={
        view.phase === 'preparation' && view.startsAt !== null
          ? m.now_when({ dag: sayDay(view.startsAt), tijd: sayClock(view.startsAt) })
          : null
      }
      start={<PersonChip name={view.self.name} look={me === undefined ? undefined : lookOf(me)} />}
      strips={<SeatStrips link={link} practice={view.practice} demo={view.demo} />}
      picture={
        <CircleRing seats={circleSeats(view.people)}>
          <bdi>{view.circle}</bdi>
        </CircleRing>
      }
      actions={
        <>
          <Link href={main.href} className={buttonClass('primary', 'large')}>
            {main.words}
          </Link>
          {later === undefined ? null : (
            <Link href={`${home}/eens`} className={buttonClass()}>
              {later.words}
            </Link>
          )}
          {may(view, 'room.leave') ? <Leave view={view} /> : null}
          <SmallLinks view={view} home={home} question />
        </>
      }
    />
  )
}

/** "Ik ga naar buiten", asked once more: there is no way back in before the circle opens the door. */
function Leave({ view }: { readonly view: OpenView }) {
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<string>()
  const leave = async () => {
    const done = await call('leave', { params: { seat: view.self.seat } })
    if (!done.ok) setError(refusalText(done.refusal.refusal))
  }
  return (
    <>
      <Button size="large" icon={door} onClick={() => setAsking(true)}>
        {m.door_out()}
      </Button>
      {asking ? (
        <ConfirmSheet
          title={m.door_out()}
          confirm={m.door_out()}
          onConfirm={() => void leave()}
          onClose={() => setAsking(false)}
        >
          <p>{m.door_out_sure()}</p>
          {error === undefined ? null : <p role="alert">{error}</p>}
        </ConfirmSheet>
      ) : null}
    </>
  )
}
