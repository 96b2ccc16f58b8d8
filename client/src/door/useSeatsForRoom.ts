import { useEffect, useState } from 'react'
import { call } from '../api/call.ts'
import { readSeats } from '../seats/seatStore.ts'
import { seatsForRoom, type SeatInRoom } from './seatsForRoom.ts'

/** The seats of this browser in this room, as the server says now; null until it has been asked. */
export function useSeatsForRoom(room: string): readonly SeatInRoom[] | null {
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
