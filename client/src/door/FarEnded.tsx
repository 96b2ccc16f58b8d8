import { Redirect } from 'wouter'
import { useState } from 'react'
import { homeOf } from '../routes.ts'
import { PlainPage } from '../seats/PlainPage.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useSeatsForRoom } from './useSeatsForRoom.ts'
import { WhichSeat } from './WhichSeat.tsx'

/**
 * A link for somebody far away that works no more. Whose phone stands before that door already taps the message in the chat
 * again to go on: it goes there.
 */
export function FarEnded({ room, title }: { readonly room: string; readonly title: string }) {
  const seats = useSeatsForRoom(room)
  const [chosen, setChosen] = useState<string>()
  if (seats === null) return <Loading />
  const seat = chosen ?? (seats.length === 1 ? seats[0]?.seat : undefined)
  if (seat !== undefined) return <Redirect to={`${homeOf('member', seat)}/aankloppen`} replace />
  if (seats.length === 0) return <PlainPage title={title} />
  return <WhichSeat seats={seats} onChoose={(one) => setChosen(one.seat)} />
}
