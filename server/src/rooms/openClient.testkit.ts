import { ACK } from '@kringplan/shared/contract/openSync'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { PresenceEntry } from './openFrames.ts'
import { RawSocket } from './rawSocket.testkit.ts'
import type { RoomsServer } from './roomsServer.testkit.ts'

/** What a server says on an open document, in words. */
export type Told =
  | { type: 'ask'; bytes: Uint8Array }
  | { type: 'answer'; bytes: Uint8Array }
  | { type: 'update'; bytes: Uint8Array }
  | { type: 'presence'; clients: number[]; states: string[] }
  | { type: 'denied'; reason: string }
  | { type: 'ack'; n: number }

export function readTold(bytes: Uint8Array): Told {
  const d = decoding.createDecoder(bytes)
  const type = decoding.readVarUint(d)
  if (type === ACK) return { type: 'ack', n: decoding.readVarUint(d) }
  if (type === 2) {
    decoding.readVarUint(d)
    return { type: 'denied', reason: decoding.readVarString(d) }
  }
  if (type === 0) {
    const kind = (['ask', 'answer', 'update'] as const)[decoding.readVarUint(d)]
    if (kind === undefined) throw new Error('unknown sync message')
    return { type: kind, bytes: decoding.readVarUint8Array(d) }
  }
  const inner = decoding.createDecoder(decoding.readVarUint8Array(d))
  const clients: number[] = []
  const states: string[] = []
  for (let left = decoding.readVarUint(inner); left > 0; left--) {
    clients.push(decoding.readVarUint(inner))
    decoding.readVarUint(inner)
    states.push(decoding.readVarString(inner))
  }
  return { type: 'presence', clients, states }
}

/** Only messages of one type. */
export function told<T extends Told['type']>(
  type: T,
): (bytes: Uint8Array) => Extract<Told, { type: T }> | null {
  return (bytes) => {
    const message = readTold(bytes)
    return message.type === type ? (message as Extract<Told, { type: T }>) : null
  }
}

export function syncFrame(kind: 0 | 1 | 2, bytes: Uint8Array): Uint8Array {
  return encoding.encode((e) => {
    encoding.writeVarUint(e, 0)
    encoding.writeVarUint(e, kind)
    encoding.writeVarUint8Array(e, bytes)
  })
}

export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  return encoding.encode((e) => {
    encoding.writeVarUint(e, 1)
    encoding.writeVarUint8Array(
      e,
      encoding.encode((inner) => {
        encoding.writeVarUint(inner, entries.length)
        for (const { client, clock, state } of entries) {
          encoding.writeVarUint(inner, client)
          encoding.writeVarUint(inner, clock)
          encoding.writeVarString(inner, state)
        }
      }),
    )
  })
}

/** An update that puts `text` into a document of its own, or after what `base` holds. */
export function updateWith(text: string, base?: Y.Doc): Uint8Array {
  const doc = base ?? new Y.Doc()
  const before = Y.encodeStateVector(doc)
  doc.getText('words').insert(doc.getText('words').length, text)
  return Y.encodeStateAsUpdate(doc, before)
}

export function wordsIn(doc: Y.Doc): string {
  return doc.getText('words').toJSON()
}

/** The words in an update, or in a document's state. */
export function wordsOf(...updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return wordsIn(doc)
}

/** The stock y-websocket client with a word of its own about what has arrived. */
export function connectProvider(url: string, doc: Y.Doc): WebsocketProvider & { ackedFrames: number } {
  const provider = new WebsocketProvider(url, 'plan-1', doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 50,
  })
  const withAck = Object.assign(provider, { ackedFrames: 0 })
  provider.messageHandlers[ACK] = (_encoder, decoder) => {
    withAck.ackedFrames = decoding.readVarUint(decoder)
  }
  return withAck
}

/** The state vector of who has nothing. */
export const nothing = new Uint8Array([0])

export function enter(server: RoomsServer, seat: string, conference = 'c1'): Promise<RawSocket> {
  return RawSocket.open(`${server.openUrl(seat, conference)}/plan`)
}

/** The words that a newcomer is answered who has nothing. */
export async function stored(server: RoomsServer): Promise<string> {
  const socket = await enter(server, 'newcomer')
  socket.send(syncFrame(0, nothing))
  const answer = await socket.find(told('answer'))
  socket.end()
  return wordsOf(answer.bytes)
}

/** How many messages of one type came. */
export function countTold(socket: RawSocket, type: Told['type']): number {
  return socket.got.filter((bytes) => readTold(bytes).type === type).length
}
