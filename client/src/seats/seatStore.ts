import type { LogHead } from '@kringplan/shared/log/doorLog'
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
  /** The last head of the log of the door that was seen with this seat: the server's log has to go on from it [LG2]. */
  readonly log?: LogHead
  /** When this browser got it, in milliseconds: whose phone it is was there first. */
  readonly since?: number
  /** Where it stands in the order of use, higher is later: about the milliseconds of its last use. */
  readonly used?: number
}

/**
 * Each seat has an entry of its own. Tabs of one browser write at the same moment, and one list would lose what the
 * other tab had just added.
 */
const PREFIX = 'kringplan.seat.'

/** More than the links of a demo, less than a list that grows for ever on a shared laptop. */
const MOST_SEATS = 40

/** The part of `localStorage` that is used. */
export type SeatStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>

/** The seats of this browser, the one used last first. Whatever cannot be read counts as none. */
export function readSeats(storage: SeatStorage | undefined = browserStorage()): readonly HeldSeat[] {
  try {
    const all = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '')
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => parseSeat(storage?.getItem(key)))
    return all.filter((held) => held !== null).toSorted((one, other) => usedOf(other) - usedOf(one))
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
  const used = Math.max(now(), 1 + Math.max(0, ...all.map(usedOf)))
  write({ ...first, used }, storage)
  const others = all.filter((other) => other.seat !== seat.seat)
  for (const old of others.slice(MOST_SEATS - 1)) forgetSeat(old.seat, storage)
}

/** Forgets the sealed room of a seat, unless another one is known by now. */
export function forgetSeatRoom(
  seat: string,
  room: string,
  storage: SeatStorage | undefined = browserStorage(),
): void {
  const held = readSeats(storage).find((other) => other.seat === seat)
  if (held?.room !== room) return
  write(
    Object.fromEntries(Object.entries(held).filter(([key]) => key !== 'room')) as unknown as HeldSeat,
    storage,
  )
}

/** Forgets a seat that has ended. */
export function forgetSeat(seat: string, storage: SeatStorage | undefined = browserStorage()): void {
  try {
    storage?.removeItem(PREFIX + seat)
  } catch {
    // Closed to us: nothing was kept there either.
  }
}

/** The language chosen for a seat on this device, when there is one. */
export function seatLocale(
  seat: string,
  storage: SeatStorage | undefined = browserStorage(),
): string | undefined {
  return readSeats(storage).find((other) => other.seat === seat)?.locale
}

function write(held: HeldSeat, storage: SeatStorage | undefined): void {
  try {
    storage?.setItem(PREFIX + held.seat, JSON.stringify(held))
  } catch {
    // Full, or closed to us (a private window): the page works on without it.
  }
}

function usedOf({ used }: HeldSeat): number {
  return used ?? 0
}

function parseSeat(text: string | null | undefined): HeldSeat | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return isHeldSeat(value) ? value : null
  } catch {
    return null
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
