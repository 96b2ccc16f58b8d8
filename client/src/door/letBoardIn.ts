import { SCHEMA_VERSION } from '@kringplan/shared/plan/schema'
import { answerBoard } from '../sealed/admission.ts'
import type { DoorCard } from '../sealed/doorCard.ts'
import { browserEnv } from '../sealed/sealedEnv.ts'
import type { SealedDocument } from '../sealed/sealedDocument.ts'
import { connectSealed } from '../sealed/sealedProvider.ts'
import { findNextKey, keepNextKey } from './deviceKeys.ts'
import { findKey } from './enterRoom.ts'
import { heldKey } from './heldKeys.ts'
import { outboxOf } from './keyStorage.ts'
import { sealedUrl } from './openDraft.ts'

/** How giving the board the key ends. */
export type BoardEnd = 'done' | 'notInside' | 'offline' | 'wrong'

const patienceMs = 20_000

/** Gives the board whose card was scanned the key of the room, from a phone that is inside. Never rejects. */
export async function letBoardIn(room: string, card: DoorCard, seat: string): Promise<BoardEnd> {
  const found = await findKey(seat, room, 'phone')
  const key = heldKey(seat, room)
  if (key === undefined) return found === 'noHalf' ? 'offline' : 'notInside'
  const live = connectSealed({
    url: sealedUrl(seat, room),
    secret: key.secret,
    schemaVersion: SCHEMA_VERSION,
    env: browserEnv(),
    makeOutbox: (page) => outboxOf({ room, seat, page }),
    ...(key.floor === undefined ? {} : { floor: key.floor }),
    openWrap: (before, wraps, doc) => findNextKey(seat, before, wraps, doc),
    onKey: (next, before) => keepNextKey(seat, 'phone', next, before),
  })
  try {
    if (!(await becomesLive(live))) return 'offline'
    const answer = await answerBoard(room, card, live.makeAdmission())
    return live.sendAdmit(answer) ? 'done' : 'offline'
  } catch {
    // The key on the card is none.
    return 'wrong'
  } finally {
    // The answer has to leave the socket first.
    setTimeout(() => live.destroy(), 1000)
  }
}

function becomesLive(live: SealedDocument): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (ok: boolean) => {
      clearTimeout(timer)
      stop()
      resolve(ok)
    }
    const look = () => {
      const { link, loaded } = live.getStatus()
      if (link === 'refused') end(false)
      else if (link === 'live' && loaded) end(true)
    }
    const timer = setTimeout(() => end(false), patienceMs)
    const stop = live.subscribe(look)
    look()
  })
}
