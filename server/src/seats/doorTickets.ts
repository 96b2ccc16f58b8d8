import type { Clock } from '../clock.ts'
import { hashOf, newToken, type Random } from '../secrets.ts'

/** As long as a card is shown; the card that is shown longer asks for another. */
const LIVES = 15 * 60 * 1000
/** Of one conference: more than the cards that can be shown in that time. No other conference's are put out. */
const MAX_TICKETS = 60

/** Whom a ticket is for. */
export interface Ticket {
  readonly conferenceId: string
  readonly room: string
}

/**
 * What a card gives to a phone that has no seat: the right to ask for one while the door is closed. Somebody inside
 * asked for it. It opens nothing: the seat that it makes waits, like every seat, for the key from inside. Hashes in memory only.
 */
export interface DoorTickets {
  make(ticket: Ticket): string
  find(text: string): Ticket | undefined
}

export function createDoorTickets(clock: Clock, random: Random): DoorTickets {
  const tickets = new Map<string, Ticket & { readonly until: number }>()
  const now = () => clock.now().getTime()
  return {
    make(ticket) {
      const text = newToken(random)
      for (const [hash, { until }] of tickets) if (until < now()) tickets.delete(hash)
      const own = [...tickets].filter(([, { conferenceId }]) => conferenceId === ticket.conferenceId)
      // The oldest first: of the card on the wall there is always a new one.
      for (const [hash] of own.slice(0, Math.max(0, own.length + 1 - MAX_TICKETS))) tickets.delete(hash)
      tickets.set(hashOf(text), { ...ticket, until: now() + LIVES })
      return text
    },
    find(text) {
      const ticket = tickets.get(hashOf(text))
      return ticket === undefined || ticket.until < now() ? undefined : ticket
    },
  }
}
