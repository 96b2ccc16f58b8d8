import { useState } from 'react'
import { useLocation } from 'wouter'
import { m } from '../messages/compiled/messages.js'
import { homeOf } from '../routes.ts'
import { PhonePage } from '../seats/PhonePage.tsx'
import { rememberSeat } from '../seats/seatStore.ts'
import type { DoorCard } from '../sealed/doorCard.ts'
import { Button } from '../ui/Button.tsx'
import { DoorRing } from '../ui/DoorRing.tsx'
import { Notice } from '../ui/Notice.tsx'
import { enterRoom, findKey } from './enterRoom.ts'
import { tellInside } from './tellInside.ts'
import { knockWithCard, type KnockEnd } from './knocking.ts'
import type { SeatInRoom } from './seatsForRoom.ts'

export interface EnterByCardProps {
  readonly card: DoorCard
  readonly room: string
  readonly seat: SeatInRoom
}

type Step =
  | { readonly at: 'ask' }
  | { readonly at: 'knocking' }
  | { readonly at: 'ended'; readonly how: KnockEnd }

const sentences: Readonly<Record<KnockEnd, () => string>> = {
  closed: m.card_old,
  refused: m.err_refused,
  offline: m.err_offline,
}

/** "Ben jij tante Edith? Kom binnen." A tap knocks with the card; the key comes back, and the phone is inside. */
export function EnterByCard({ card, room, seat }: EnterByCardProps) {
  const [step, setStep] = useState<Step>({ at: 'ask' })
  const [, go] = useLocation()
  const enter = async () => {
    setStep({ at: 'knocking' })
    const end = await knockWithCard(room, card, seat)
    if (typeof end === 'string') {
      setStep({ at: 'ended', how: end })
      return
    }
    // It may have been inside before, with a key that was replaced: its words of then are opened with that.
    await findKey(seat.seat, room, 'phone')
    await enterRoom(seat.seat, end, 'phone')
    void tellInside(seat.seat, end)
    rememberSeat({ seat: seat.seat, room })
    go(homeOf('member', seat.seat), { replace: true })
  }
  return (
    <PhonePage
      key={step.at}
      centred
      title={step.at === 'knocking' ? m.card_entering() : m.card_enter({ naam: seat.name })}
      lead={<bdi>{seat.circle}</bdi>}
      start={<DoorRing closed />}
      actions={
        <Button kind="primary" size="large" disabled={step.at === 'knocking'} onClick={() => void enter()}>
          {step.at === 'ended' ? m.st_again() : m.card_enter_btn()}
        </Button>
      }
    >
      {step.at === 'ended' ? <Notice kind="error">{sentences[step.how]()}</Notice> : null}
    </PhonePage>
  )
}
