import { leaveCircle, readInside, type InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { dropOut } from '@kringplan/shared/plan/goingOut'
import { call } from '../api/call.ts'
import { toBase64url } from '../sealed/base64url.ts'
import { deriveDoorToken } from '../sealed/roomKey.ts'
import type { SealedDocument } from '../sealed/sealedDocument.ts'
import { publicKeysIn } from './deviceKeys.ts'
import { heldKey } from './heldKeys.ts'

/** How taking a device out ends. `offline`: nothing has happened, or only the server's half; press again. */
export type OutEnd = 'done' | 'offline'

/** Somebody else may give the room a next key at the same moment: then once more, from there. */
const tries = 4
const patienceMs = 4000

/**
 * Takes a device out, for good: the server ends its seat, and the room gets a next key that this device is not given. In
 * this order: its sockets are cut before anything else, so that it cannot hold up what follows. Never rejects.
 */
export async function takeOut(live: SealedDocument, seat: string, out: string): Promise<OutEnd> {
  const { room } = live.getDetail()
  const token = () => {
    const held = heldKey(seat, room)
    return held === undefined ? undefined : toBase64url(deriveDoorToken(held.secret))
  }
  const doorToken = token()
  if (doorToken === undefined) return 'offline'
  const ended = await call('takeOut', { params: { seat }, input: { room, doorToken, seat: out } })
  // No seat of this conference has that name, or has it no more: what keeps a device out is the next key.
  if (!ended.ok && ended.refusal.refusal !== 'refused') return 'offline'
  try {
    const end = await giveNextKey(live, seat, out)
    const now = token()
    // Refused with a key that was just replaced: with the one of now the seat ends.
    if (!ended.ok && end === 'done' && now !== undefined)
      await call('takeOut', { params: { seat }, input: { room, doorToken: now, seat: out } })
    return end
  } catch {
    // The key exchange could not be loaded.
    return 'offline'
  }
}

async function giveNextKey(live: SealedDocument, seat: string, out: string): Promise<OutEnd> {
  const { makeWraps } = await import('../sealed/wraps.ts')
  const { room } = live.getDetail()
  for (let left = tries; left > 0; left--) {
    const isInside = readInside(live.doc).some(({ id }) => id === out)
    const pair = heldKey(seat, room)?.device
    if (pair === undefined) return 'offline'
    if (!isInside) return 'done'
    let last: { names: string; wraps: Uint8Array } | undefined
    const end = await live.rekey(async (next) => {
      const before = heldKey(seat, room)?.secret
      if (before?.epoch !== next.epoch - 1) throw new Error('another key came')
      // Who came in between two tries stays, too. On a slow phone many wraps take long: the same are made once.
      const staying = publicKeysIn(live.doc).flatMap(({ id, key }) => (id === out ? [] : [key]))
      const names = staying.map(toBase64url).join()
      last = last?.names === names ? last : { names, wraps: await makeWraps(pair, staying, before, next) }
      return last.wraps
    })
    if (end === 'done') {
      leaveCircle(live.doc, [out])
      dropOut(live.doc, out)
      return 'done'
    }
    // The relay has to be heard again first, under the key of now.
    if (left > 1) await nextEntry(live)
  }
  return 'offline'
}

/** When the document may be up to date again, or a while later. */
function nextEntry(live: SealedDocument): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(end, patienceMs)
    const stop = live.onEntry(end)
  })
}

/** Whether somebody else has to say yes: another device is inside, of nobody who asks or goes [GO6]. */
export function needsSecond(
  inside: readonly InsideDevice[],
  me: { readonly personId: string | null },
  out: string,
): boolean {
  const going = inside.find(({ id }) => id === out)
  return inside.some(
    ({ id, personId }) => id !== out && personId !== me.personId && personId !== going?.personId,
  )
}
