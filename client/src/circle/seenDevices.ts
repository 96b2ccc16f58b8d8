import type { Awareness } from 'y-protocols/awareness'

/*
 * At the table nobody keeps a list of devices. A page remembers which ones it has seen on its document, so that it can
 * say which of them are gone without a word: something may have been typed on those since.
 */

/** What a device said of itself, as far as it has been checked. */
export interface SeenDevice {
  readonly name: string
  readonly personId: string | null
}

const seen = new WeakMap<Awareness, Map<number, SeenDevice>>()

/** The devices this page has seen on the document and that have not said goodbye, by client. */
export function seenDevices(awareness: Awareness): ReadonlyMap<number, SeenDevice> {
  return seen.get(awareness) ?? new Map<number, SeenDevice>()
}

/** Remembers who is there from now on; the returned function ends that. */
export function followSeen(awareness: Awareness): () => void {
  const devices = seen.get(awareness) ?? new Map<number, SeenDevice>()
  seen.set(awareness, devices)
  const look = () => {
    for (const [client, state] of awareness.getStates()) {
      if (client === awareness.clientID) continue
      const device = readDevice(state)
      if (device !== undefined) devices.set(client, device)
      if (state['left'] === true) devices.delete(client)
    }
  }
  look()
  awareness.on('change', look)
  return () => awareness.off('change', look)
}

/** What another device says of itself, or undefined when that is nothing to show. */
export function readDevice(state: Readonly<Record<string, unknown>>): SeenDevice | undefined {
  const { name, personId } = state
  if (typeof name !== 'string' || name === '') return undefined
  return { name: name.slice(0, 60), personId: typeof personId === 'string' ? personId : null }
}
