import { useEffect, useState } from 'react'
import { useParams } from 'wouter'
import { call } from '../api/call.ts'
import { m } from '../messages/compiled/messages.js'
import { takeFragment } from '../routes.ts'
import { PhonePage } from '../seats/PhonePage.tsx'
import { PlainPage } from '../seats/PlainPage.tsx'
import { isLocale, setLocale } from '../i18n/locale.ts'
import { readSeats, seatLocale } from '../seats/seatStore.ts'
import { parseDoorCard, type DoorCard } from '../sealed/doorCard.ts'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { AnswerBoard } from './AnswerBoard.tsx'
import { EnterByCard } from './EnterByCard.tsx'
import { seatsForRoom, type SeatInRoom } from './seatsForRoom.ts'

/**
 * What the code on the board opens on a phone: /d/:room. The secret is taken out of the address before anything is
 * drawn, and lives in this page only. Nothing happens before a tap.
 */
export function DoorCardPage() {
  const { room } = useParams<{ room: string }>()
  const [card] = useState(() => parseDoorCard(takeFragment()))
  const seats = useSeats(room)
  const [chosen, setChosen] = useState<SeatInRoom | null>(null)

  if (card === undefined) return <PlainPage title={m.gate_card_wrong()} />
  if (seats === null) return <Loading />
  const [first] = seats
  if (first === undefined) return <PlainPage title={m.gate_no_seat()}>{m.gate_no_seat_how()}</PlainPage>
  const seat = chosen ?? (seats.length === 1 ? first : null)
  if (seat === null) return <WhoAreYou seats={seats} onChoose={setChosen} />
  return <CardFor card={card} room={room} seat={seat} />
}

function CardFor({ card, room, seat }: { card: DoorCard; room: string; seat: SeatInRoom }) {
  useEffect(() => {
    const locale = seatLocale(seat.seat)
    if (isLocale(locale)) setLocale(locale)
  }, [seat.seat])
  return card.kind === 'board' ? (
    <AnswerBoard card={card} room={room} seat={seat} />
  ) : (
    <EnterByCard card={card} room={room} seat={seat} />
  )
}

/** Several people use this phone: who is coming in now? */
function WhoAreYou({
  seats,
  onChoose,
}: {
  readonly seats: readonly SeatInRoom[]
  readonly onChoose: (seat: SeatInRoom) => void
}) {
  return (
    <PhonePage
      title={m.card_choose()}
      actions={seats.map((seat) => (
        <Button key={seat.seat} size="large" onClick={() => onChoose(seat)}>
          <bdi>{seat.name}</bdi>
        </Button>
      ))}
    />
  )
}

function useSeats(room: string): readonly SeatInRoom[] | null {
  const [seats, setSeats] = useState<readonly SeatInRoom[] | null>(null)
  useEffect(() => {
    let over = false
    const ask = async (seat: string) => {
      const answer = await call('view', { params: { seat } })
      return answer.ok ? answer.value : null
    }
    const find = async () => {
      const found = await seatsForRoom(readSeats(), room, ask)
      if (!over) setSeats(found)
    }
    void find()
    return () => {
      over = true
    }
  }, [room])
  return seats
}
