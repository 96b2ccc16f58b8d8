import { openDoorWindow } from '../sealed/admission.ts'
import { formatDoorUrl } from '../sealed/doorCard.ts'
import type { SealedDocument } from '../sealed/sealedDocument.ts'
import { secureRandom } from '../sealed/secureRandom.ts'

/** The time in which the card is shown. Whoever scans it comes in, and their name appears to all. */
export interface CardWindow {
  /** What the camera reads. Holds a secret: for the drawing only. */
  readonly url: () => string
  /** The names that came in with this card, first one first. */
  readonly arrived: () => readonly string[]
  readonly subscribe: (fn: () => void) => () => void
  /** Wipes the secret of the card: nobody comes in with it any more. */
  readonly close: () => void
}

/** A ticket lives a little longer: on a card that is shown for an hour there is always one that works. */
const freshTicketMs = 10 * 60_000

/**
 * Opens a window on the draft. One at a time is enough; each has a card of its own.
 * @param fetchTicket asks the server for what a phone without a seat needs; without it such a phone cannot come in
 */
export function openCardWindow(
  live: SealedDocument,
  origin: string,
  fetchTicket: () => Promise<string | undefined> = async () => undefined,
): CardWindow {
  const { room, epoch } = live.getDetail()
  const window = openDoorWindow({ room, epoch }, secureRandom)
  const listeners = new Set<() => void>()
  const seats = new Set<string>()
  let names: readonly string[] = []
  let ticket: string | undefined
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const ask = async () => {
    ticket = (await fetchTicket()) ?? ticket
    if (ticket !== undefined) tell()
  }
  void ask()
  const asking = setInterval(() => void ask(), freshTicketMs)

  const answer = async (knockId: Uint8Array, bytes: Uint8Array) => {
    const read = await window.read(bytes)
    if (read === undefined || read.knock.device !== 'phone') return
    const sealed = read.admit(live.makeAdmission())
    if (sealed === undefined || !live.sendAdmit({ knockId, bytes: sealed })) return
    if (seats.has(read.knock.seatId)) return
    seats.add(read.knock.seatId)
    names = [...names, read.knock.name]
    tell()
  }
  const stop = live.onKnock(({ knockId, bytes }) => void answer(knockId, bytes))
  return {
    url: () => formatDoorUrl(origin, room, window.card, ticket),
    arrived: () => names,
    subscribe(fn) {
      listeners.add(fn)
      return () => listeners.delete(fn)
    },
    close() {
      clearInterval(asking)
      stop()
      window.close()
    },
  }
}
