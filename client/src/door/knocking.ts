import { makeKnock } from '../sealed/admission.ts'
import type { DoorCard } from '../sealed/doorCard.ts'
import { makeKeyPair } from '../sealed/hpke.ts'
import { holdKnock } from '../sealed/knockSocket.ts'
import { browserEnv } from '../sealed/sealedEnv.ts'
import { secureRandom } from '../sealed/secureRandom.ts'
import type { HeldKey } from './heldKeys.ts'
import { sealedUrl } from './openDraft.ts'
import type { SeatInRoom } from './seatsForRoom.ts'

/** How knocking ends when it is not with a key: the window of the card is closed, or there is no connection. */
export type KnockEnd = 'closed' | 'refused' | 'offline'

/** A card that is still shown answers within a second or two; bad wifi gets this long. */
const patienceMs = 20_000

/** Knocks with a card that was scanned. Resolves with the key, or with why there was none. Never rejects. */
export async function knockWithCard(
  room: string,
  card: DoorCard,
  who: SeatInRoom,
): Promise<HeldKey | KnockEnd> {
  const { seat, name, personId } = who
  let sent
  try {
    sent = await makeKnock(
      room,
      card,
      { name, participantId: personId, seatId: seat, device: 'phone' },
      secureRandom,
    )
  } catch {
    // The key on the card is none: a card that was tampered with.
    return 'closed'
  }
  const knock = sent
  return new Promise((resolve) => {
    let connected = false
    const end = (how: HeldKey | KnockEnd) => {
      clearTimeout(timer)
      held.stop()
      resolve(how)
    }
    const timer = setTimeout(() => end(connected ? 'closed' : 'offline'), patienceMs)
    const held = holdKnock(browserEnv(), sealedUrl(seat, room), knock, {
      onAnswer: (bytes) => {
        const admission = knock.openAnswer(bytes)
        if (admission === undefined) return
        const { key, epoch, floor } = admission
        // Made here, so that the first record that is kept has it: another page of this phone then has the same pair.
        end({ secret: { room, epoch, key }, floor, device: makeKeyPair(secureRandom) })
      },
      onStatus: (status) => {
        connected ||= status === 'waiting'
        if (status === 'refused') end('refused')
      },
    })
  })
}
