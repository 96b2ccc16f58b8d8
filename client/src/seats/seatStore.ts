import type { Role } from '@kringplan/shared/policy/roles'

/**
 * A seat that this browser holds: enough to find it again, and nothing that opens anything (the secret is in an
 * HttpOnly cookie that no script can read).
 */
export interface HeldSeat {
  readonly seat: string
  readonly role: Role
  readonly circle: string
  readonly name: string
  /** The language chosen on this device for this seat. */
  readonly locale?: string
  readonly conferenceId?: string
  /** The sealed room of the conference, known from the moment the door is closed. */
  readonly room?: string
  /** When this browser got it, in milliseconds: whose phone it is was there first. */
  readonly since?: number
}

export const SEATS_KEY = 'kringplan.seats'

/** More than the links of a demo, less than a list that grows for ever on a shared laptop. */
const MOST_SEATS = 40

/** The part of `localStorage` that is used. */
export type SeatStorage = Pick<Storage, 'getItem' | 'setItem'>

/** The seats of this browser, the one used last first. Whatever cannot be read counts as none. */
export function readSeats(storage: SeatStorage | undefined = browserStorage()): readonly HeldSeat[] {
  try {
    const list: unknown = JSON.parse(storage?.getItem(SEATS_KEY) ?? '[]')
    return Array.isArray(list) ? list.filter(isHeldSeat) : []
  } catch {
    return []
  }
}

/** Adds what is known of a seat and puts it first; what was known and is not given now is kept. */
export function rememberSeat(
  seat: Pick<HeldSeat, 'seat'> & Partial<HeldSeat>,
  storage: SeatStorage | undefined = browserStorage(),
  now: () => number = Date.now,
): void {
  const all = readSeats(storage)
  const known = all.find((other) => other.seat === seat.seat)
  const fresh = { role: 'member' as const, circle: '', name: '', since: now() }
  const first = { ...(known ?? fresh), ...seat }
  if (known !== undefined && all[0] === known && JSON.stringify(known) === JSON.stringify(first)) return
  write([first, ...all.filter((other) => other.seat !== seat.seat)].slice(0, MOST_SEATS), storage)
}

/** Forgets the sealed room of a seat, unless another one is known by now. */
export function forgetSeatRoom(
  seat: string,
  room: string,
  storage: SeatStorage | undefined = browserStorage(),
): void {
  const all = readSeats(storage)
  const rest = all.map((other) => {
    if (other.seat !== seat || other.room !== room) return other
    return Object.fromEntries(Object.entries(other).filter(([key]) => key !== 'room')) as unknown as HeldSeat
  })
  if (JSON.stringify(rest) !== JSON.stringify(all)) write(rest, storage)
}

/** Forgets a seat that has ended. */
export function forgetSeat(seat: string, storage: SeatStorage | undefined = browserStorage()): void {
  const all = readSeats(storage)
  const rest = all.filter((other) => other.seat !== seat)
  if (rest.length !== all.length) write(rest, storage)
}

/** The language chosen for a seat on this device, when there is one. */
export function seatLocale(
  seat: string,
  storage: SeatStorage | undefined = browserStorage(),
): string | undefined {
  return readSeats(storage).find((other) => other.seat === seat)?.locale
}

function write(seats: readonly HeldSeat[], storage: SeatStorage | undefined): void {
  try {
    storage?.setItem(SEATS_KEY, JSON.stringify(seats))
  } catch {
    // Full, or closed to us (a private window): the page works on without it.
  }
}

function browserStorage(): SeatStorage | undefined {
  try {
    return typeof localStorage === 'undefined' ? undefined : localStorage
  } catch {
    return undefined
  }
}

function isHeldSeat(value: unknown): value is HeldSeat {
  if (typeof value !== 'object' || value === null) return false
  const { seat, role, circle, name } = value as Partial<Record<keyof HeldSeat, unknown>>
  return [seat, role, circle, name].every((part) => typeof part === 'string')
}
