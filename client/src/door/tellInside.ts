import { call } from '../api/call.ts'
import type { HeldKey } from './heldKeys.ts'
import { proofOf } from './insideProof.ts'

/** Between two tries. */
const againMs = 2000

/** Tells the server that this seat, which may still wait for a yes of the room, has the key: that is the yes. */
export async function tellInside(seat: string, { secret }: Pick<HeldKey, 'secret'>): Promise<void> {
  for (let left = 5; left > 0; left--) {
    const told = await call('enterDoor', { params: { seat }, input: proofOf(secret) })
    if (told.ok || told.refusal.refusal !== 'offline') return
    await new Promise((resolve) => setTimeout(resolve, againMs))
  }
}
