import { useEffect, useState, type ReactNode } from 'react'
import { useParams } from 'wouter'
import { useCall } from '../api/useCall.ts'
import { WhoAreYou } from '../start/WhoAreYou.tsx'
import { m } from '../messages/compiled/messages.js'
import { takeFragment } from '../routes.ts'
import { PlainPage } from '../seats/PlainPage.tsx'
import { isLocale, setLocale } from '../i18n/locale.ts'
import { seatLocale } from '../seats/seatStore.ts'
import { parseDoorCard, parseFarLink, parseTicket, type DoorCard } from '../sealed/doorCard.ts'
import { Loading } from '../ui/Loading.tsx'
import { AnswerBoard } from './AnswerBoard.tsx'
import { EnterByCard } from './EnterByCard.tsx'
import { FarLinkPage } from './FarLinkPage.tsx'
import type { SeatInRoom } from './seatsForRoom.ts'
import { useSeatsForRoom } from './useSeatsForRoom.ts'
import { WhichSeat } from './WhichSeat.tsx'

/** What stands in the address, which it is taken out of. */
function readCard() {
  const fragment = takeFragment()
  return { card: parseDoorCard(fragment), ticket: parseTicket(fragment), link: parseFarLink(fragment) }
}

/**
 * What the code on the board opens on a phone, and the link for somebody far away: /d/:room. The secret is taken out of the
 * address before anything is drawn, and lives in this page only. Nothing happens before a tap.
 */
export function DoorCardPage() {
  const { room } = useParams<{ room: string }>()
  const [{ card, ticket, link }, setRead] = useState(readCard)
  // A newer link in the same tab changes the fragment only: no new page comes.
  useEffect(() => {
    const onHash = () => {
      if (location.hash !== '') setRead(readCard())
    }
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [])
  const [joined, setJoined] = useState(0)
  // In the same file as this page: a part to wait for would have it begin again, without the fragment that it took.
  if (link !== undefined) return <FarLinkPage key={link} link={link} room={room} />
  if (card === undefined) return <PlainPage title={m.gate_card_wrong()} />
  return (
    <Scanned key={joined} room={room} card={card} ticket={ticket} onJoined={() => setJoined(joined + 1)} />
  )
}

interface ScannedProps {
  readonly room: string
  readonly card: DoorCard
  readonly ticket: string | undefined
  readonly onJoined: () => void
}

function Scanned({ room, card, ticket, onJoined }: ScannedProps) {
  const seats = useSeatsForRoom(room)
  const [chosen, setChosen] = useState<SeatInRoom | null>(null)
  if (seats === null) return <Loading />
  const [first] = seats
  if (first === undefined) {
    const noSeat = <PlainPage title={m.gate_no_seat()}>{m.gate_no_seat_how()}</PlainPage>
    return ticket === undefined ? (
      noSeat
    ) : (
      <WithTicket ticket={ticket} onJoined={onJoined}>
        {noSeat}
      </WithTicket>
    )
  }
  const seat = chosen ?? (seats.length === 1 ? first : null)
  if (seat === null) return <WhichSeat seats={seats} onChoose={setChosen} />
  return <CardFor card={card} room={room} seat={seat} />
}

/** A phone without a seat here, in another browser than its link mostly: the card lets it ask for one by name. */
function WithTicket({
  ticket,
  onJoined,
  children,
}: {
  readonly ticket: string
  readonly onJoined: () => void
  readonly children: ReactNode
}) {
  const { answer } = useCall('peekCode', { input: { code: ticket } })
  if (answer === null) return <Loading />
  return answer.ok ? <WhoAreYou code={ticket} peek={answer.value} onJoined={onJoined} /> : children
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
