import type { Awareness } from 'y-protocols/awareness'

/*
 * Who is there now. A connection that is gone is noticed by the others after half a minute only; before the door
 * opens or the plan is frozen that is too late. So a device asks, and every device that hears it says again who it is.
 */

/** Answers when another device asks who is there; the returned function ends that. Who never said anything stays silent. */
export function answerRollCall(awareness: Awareness): () => void {
  const heard = new Map<number, unknown>()
  const onChange = ({ added, updated }: { added: readonly number[]; updated: readonly number[] }) => {
    let isAsked = false
    for (const client of [...added, ...updated]) {
      const asked: unknown = awareness.getStates().get(client)?.['ask']
      if (client === awareness.clientID || asked === undefined || heard.get(client) === asked) continue
      heard.set(client, asked)
      isAsked = true
    }
    const state = awareness.getLocalState()
    if (isAsked && state !== null) awareness.setLocalState(state)
  }
  awareness.on('change', onChange)
  return () => awareness.off('change', onChange)
}
