import { ACK } from '@kringplan/shared/contract/openSync'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/*
 * y-websocket's frames. Sync: 0 | 0 state vector, 1 missing part, 2 update. 1 presence. 2 refusal. 3 asks for presence.
 */
const sync = 0
const presence = 1
const auth = 2
const query = 3

/** Where somebody is: JSON of an object, or 'null' for gone. */
export type PresenceEntry = { readonly client: number; readonly clock: number; readonly state: string }

/** What a client of an open document says. `write` is sync step 2 (`answer`) or an update. */
export type OpenFrame =
  | { readonly type: 'ask'; readonly stateVector: Uint8Array }
  | { readonly type: 'write'; readonly answer: boolean; readonly update: Uint8Array }
  | { readonly type: 'presence'; readonly entries: readonly PresenceEntry[] }
  | { readonly type: 'query' }

/** Reads a frame; throws on anything that is not exactly one. */
export function decodeOpenFrame(bytes: Uint8Array): OpenFrame {
  const d = decoding.createDecoder(bytes)
  const frame = readFrame(d)
  if (decoding.hasContent(d)) throw new RangeError('bytes left over')
  return frame
}

function readFrame(d: decoding.Decoder): OpenFrame {
  switch (decoding.readVarUint(d)) {
    case sync: {
      const kind = decoding.readVarUint(d)
      if (kind > 2) throw new RangeError('unknown sync message')
      // Copied: yjs keeps views on what it is given, and the socket's buffer is used again.
      const bytes = decoding.readVarUint8Array(d).slice()
      if (kind === 0) return { type: 'ask', stateVector: bytes }
      return { type: 'write', answer: kind === 1, update: bytes }
    }
    case presence:
      return { type: 'presence', entries: readPresence(decoding.readVarUint8Array(d)) }
    case query:
      return { type: 'query' }
    default:
      throw new RangeError('unknown message')
  }
}

function readPresence(bytes: Uint8Array): PresenceEntry[] {
  const d = decoding.createDecoder(bytes)
  const entries: PresenceEntry[] = []
  for (let left = decoding.readVarUint(d); left > 0; left--) {
    const client = decoding.readVarUint(d)
    const clock = decoding.readVarUint(d)
    const state: unknown = JSON.parse(decoding.readVarString(d))
    // The other clients parse this in their socket callback: what is no object would throw there.
    if (typeof state !== 'object' || Array.isArray(state)) throw new TypeError('presence must be an object')
    if (client > 0xffffffff) throw new RangeError('client id out of range')
    entries.push({ client, clock, state: JSON.stringify(state) })
  }
  return entries
}

/** "This is what I have": the server's own sync step 1. */
export function encodeAsk(stateVector: Uint8Array): Uint8Array {
  return encodeSync(0, stateVector)
}

/** The answer to a client's sync step 1. */
export function encodeAnswer(update: Uint8Array): Uint8Array {
  return encodeSync(1, update)
}

export function encodeUpdate(update: Uint8Array): Uint8Array {
  return encodeSync(2, update)
}

export function encodePresence(entries: readonly PresenceEntry[]): Uint8Array {
  return encoding.encode((e) => {
    encoding.writeVarUint(e, presence)
    encoding.writeVarUint8Array(
      e,
      encoding.encode((inner) => {
        encoding.writeVarUint(inner, entries.length)
        for (const entry of entries) {
          encoding.writeVarUint(inner, entry.client)
          encoding.writeVarUint(inner, entry.clock)
          encoding.writeVarString(inner, entry.state)
        }
      }),
    )
  })
}

/** "The first n document frames of this socket are on disk." */
export function encodeAck(n: number): Uint8Array {
  return encoding.encode((e) => {
    encoding.writeVarUint(e, ACK)
    encoding.writeVarUint(e, n)
  })
}

/** What y-websocket clients know as "permission denied". */
export function encodeDenied(reason: 'refused' | 'full'): Uint8Array {
  return encoding.encode((e) => {
    encoding.writeVarUint(e, auth)
    encoding.writeVarUint(e, 0)
    encoding.writeVarString(e, reason)
  })
}

function encodeSync(kind: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((e) => {
    encoding.writeVarUint(e, sync)
    encoding.writeVarUint(e, kind)
    encoding.writeVarUint8Array(e, bytes)
  })
}
