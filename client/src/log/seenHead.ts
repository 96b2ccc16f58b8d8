import type { LogHead } from '@kringplan/shared/log/doorLog'
import { readSeats, rememberSeat, type SeatStorage } from '../seats/seatStore.ts'

/*
 * The last head of the log that this device saw, kept with the seat: it goes when the seat goes [CP8].
 */

/** What this device saw last, or null. */
export function seenHead(seat: string, storage?: SeatStorage): LogHead | null {
  const log: unknown = readSeats(storage).find((held) => held.seat === seat)?.log
  return isHead(log) ? log : null
}

/** Keeps a later head. What is kept has been found whole, and a continuation of the one before. */
export function keepHead(seat: string, head: LogHead, storage?: SeatStorage): void {
  if ((seenHead(seat, storage)?.seq ?? -1) >= head.seq) return
  // A seat that has ended in this browser is not begun anew.
  if (readSeats(storage).some((held) => held.seat === seat)) rememberSeat({ seat, log: head }, storage)
}

function isHead(value: unknown): value is LogHead {
  if (typeof value !== 'object' || value === null) return false
  const { seq, head } = value as Partial<Record<keyof LogHead, unknown>>
  return Number.isSafeInteger(seq) && typeof head === 'string'
}
