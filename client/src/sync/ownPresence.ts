import * as encoding from 'lib0/encoding'
import { encodeAwarenessUpdate } from 'y-protocols/awareness'
import type { WebsocketProvider } from 'y-websocket'

const AWARENESS = 1
/** The provider's own listener: nothing else of it decides what presence is sent. */
const handler = '_awarenessUpdateHandler'

interface Changed {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}

/**
 * Makes a provider tell only where this device is. By itself it also sends back what it heard of others: the server
 * throws that away, thirteen phones would send it thirteen times, and a reader has no presence to tell at all.
 */
export function tellOwnPresenceOnly(provider: WebsocketProvider): void {
  const { awareness } = provider
  awareness.off('update', provider[handler])
  provider[handler] = ({ added, updated, removed }: Changed) => {
    const own = awareness.clientID
    if (![...added, ...updated, ...removed].includes(own)) return
    const { ws } = provider
    if (!provider.wsconnected || ws === null || ws.readyState !== ws.OPEN) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, AWARENESS)
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [own]))
    ws.send(encoding.toUint8Array(encoder))
  }
  awareness.on('update', provider[handler])
}
