import type { InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { call } from '../api/call.ts'
import { toBase64url } from '../sealed/base64url.ts'
import type { SealedDocument } from '../sealed/sealedDocument.ts'
import { heldKey } from './heldKeys.ts'
import { insideProof, proofOf } from './insideProof.ts'
import { isLeftBehind, leftBehind } from './keysSeen.ts'
import type { WhoStays } from './nextKey.ts'
import { keepPast } from './staying.ts'

/**
 * How taking a device out ends. `offline`: nothing has happened, or only the server's half; press again. `late`: the same,
 * because these devices stay and would be left behind: they have only just come in. Press again, and they are.
 */
export type OutEnd = 'done' | 'offline' | { readonly late: readonly InsideDevice[] }

/** Somebody else may give the room a next key at the same moment: then once more, from there. */
const tries = 4
const patienceMs = 4000
/** So often who has only just come in is waited for, and so long each time. */
const lateTries = 5
const lateMs = 1000

/**
 * Takes a device out, for good: the server ends its seat, and the room gets a next key that this device is not given. In
 * this order: its sockets are cut before anything else, so that it cannot hold up what follows. Never rejects.
 * @param told ids of who was named to who presses, and has not named a public key yet: they are left behind, and scan the
 *   card once more. Nobody else is.
 */
export async function takeOut(
  live: SealedDocument,
  seat: string,
  out: string,
  told: readonly string[] = [],
  pause: (ms: number) => Promise<void> = wait,
): Promise<OutEnd> {
  const { room } = live.getDetail()
  const proof = insideProof(seat, room)
  if (proof === null) return 'offline'
  const ended = await call('takeOut', { params: { seat }, input: { ...proof, seat: out } })
  // No seat of this conference has that name, or has it no more: what keeps a device out is the next key.
  if (!ended.ok && ended.refusal.refusal !== 'refused') return 'offline'
  try {
    const end = await giveNextKey(live, seat, out, told, pause)
    const now = insideProof(seat, room)
    // Refused with a key that was just replaced: with the one of now the seat ends.
    if (!ended.ok && end === 'done' && now !== null)
      await call('takeOut', { params: { seat }, input: { ...now, seat: out } })
    return end
  } catch {
    // The key exchange could not be loaded, or the server did not say who stays.
    return 'offline'
  }
}

async function giveNextKey(
  live: SealedDocument,
  seat: string,
  out: string,
  told: readonly string[],
  pause: (ms: number) => Promise<void>,
): Promise<OutEnd> {
  const { makeWraps } = await import('../sealed/wraps.ts')
  const { room } = live.getDetail()
  const isUntold = ({ late }: WhoStays) => late.some(({ id }) => !told.includes(id))
  // Before the key of now is one of before.
  keepPast(live.doc, seat, room)
  for (let left = tries; left > 0; left--) {
    const pair = heldKey(seat, room)?.device
    if (pair === undefined) return 'offline'
    // Not: it stands in the list no more. That everybody inside can write, also who shall go.
    if (isLeftBehind(live.doc, out)) {
      // Asked by who had not heard of it.
      leftBehind(live.doc, [out])
      return 'done'
    }
    let staying = await askWhoStays(live, seat, out)
    for (let i = lateTries; i > 0 && staying !== undefined && isUntold(staying); i--) {
      await pause(lateMs)
      staying = await askWhoStays(live, seat, out)
    }
    // The room may have another key, of which this page has not heard.
    if (staying === undefined) {
      await nextEntry(live)
      continue
    }
    if (isUntold(staying)) return { late: staying.late }
    let given = staying
    let wraps: Uint8Array | undefined
    const end = await live.rekey(async (next) => {
      const before = heldKey(seat, room)?.secret
      if (before?.epoch !== next.epoch - 1) throw new Error('another key came')
      // Who came in between two tries stays, too. On a slow phone many wraps take long: the same are made once.
      const now = wraps === undefined ? given : ((await askWhoStays(live, seat, out)) ?? given)
      // Whose entry was the one between two tries is waited for, and named, like everybody.
      if (isUntold(now)) throw new Error('somebody came')
      const isSame = now.keys.map(toBase64url).join() === given.keys.map(toBase64url).join()
      if (wraps === undefined || !isSame) wraps = await makeWraps(pair, now.keys, before, next)
      given = now
      return wraps
    })
    if (end === 'done') {
      keepPast(live.doc, seat, room)
      leftBehind(live.doc, [out, ...given.late.map(({ id }) => id)])
      return 'done'
    }
    // The relay has to be heard again first, under the key of now.
    if (left > 1) await nextEntry(live)
  }
  return 'offline'
}

/** For whom the next key is. Undefined when the room does not take this page's key; rejects when there is no answer. */
async function askWhoStays(live: SealedDocument, seat: string, out: string): Promise<WhoStays | undefined> {
  const { whoStays } = await import('./nextKey.ts')
  const { room } = live.getDetail()
  const held = heldKey(seat, room)
  if (held?.device === undefined) throw new Error('no key')
  const input = { ...proofOf(held.secret), key: toBase64url(held.device.publicKey) }
  const answer = await call('deviceKeys', { params: { seat }, input })
  if (!answer.ok && answer.refusal.refusal === 'refused') return undefined
  if (!answer.ok) throw new Error('nobody says who stays')
  return whoStays(live.doc, answer.value.keys, out)
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
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

/** Who a device speaks for: a person, or the board. Null: a phone of nobody, which is no second one and says no yes. */
export function whoOf({ personId, kind }: Pick<InsideDevice, 'personId' | 'kind'>): string | null {
  return personId ?? (kind === 'board' ? 'board' : null)
}

/** Whether somebody else has to say yes: another device is inside, of nobody who asks or goes [GO6]. */
export function needsSecond(
  inside: readonly InsideDevice[],
  me: Pick<InsideDevice, 'personId' | 'kind'>,
  out: string,
): boolean {
  const going = inside.find(({ id }) => id === out)
  const alike = [whoOf(me), going === undefined ? null : whoOf(going), null]
  return inside.some((device) => device.id !== out && !alike.includes(whoOf(device)))
}
