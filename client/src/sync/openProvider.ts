import { shouldRetry } from '@kringplan/shared/contract/closeCodes'
import { ACK, type OpenDocument } from '@kringplan/shared/contract/openSync'
import { sockets } from '@kringplan/shared/contract/routes'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness } from 'y-protocols/awareness'
import { writeUpdate } from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { newId } from '../plan/newId.ts'
import { createArrivals } from './arrivals.ts'
import { countingSocket } from './countingSocket.ts'
import type { DocStatus, LiveDocument } from './liveDocument.ts'
import { tellOwnPresenceOnly } from './ownPresence.ts'
import { createReconnect } from './reconnect.ts'
import { openUpdateOutbox, type UpdateOutbox } from './updateOutbox.ts'

export interface OpenPlanOptions {
  readonly seat: string
  /** Which document: only the newest of a conference answers. */
  readonly document: OpenDocument
  /** Where the server is; the page's own origin unless a test says otherwise. */
  readonly origin?: string
  readonly Socket?: typeof WebSocket
  readonly outbox?: UpdateOutbox
  readonly random?: () => number
}

/** The origin of what comes back from the outbox: own words of an earlier page, no step to undo. */
const FROM_OUTBOX = Symbol('kringplan outbox')
const SYNC = 0
const AUTH = 2
/** How often a page looks for words that another, closed page of the same seat left behind. */
const COLLECT_MS = 10_000
/** Younger than this, the page that typed it is likely to be sending it. */
const STILL_TYPED_MS = 5_000

/**
 * Opens the plan of an open conference over the y-websocket protocol. `arrived` is true only when the server has
 * said that every change made on this device is on disk; what has not arrived stays in the outbox, over reloads
 * and hours without network. Never uses a BroadcastChannel: another tab of the same browser may be another seat.
 */
export function openPlan(options: OpenPlanOptions): LiveDocument {
  const { seat, document, Socket = WebSocket, random = Math.random } = options
  const origin = options.origin ?? location.origin
  const outbox = options.outbox ?? openUpdateOutbox(seat, document)
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  // Nowhere until somebody writes: a reader has no presence to tell, and the server takes none from one.
  awareness.setLocalState(null)
  const arrivals = createArrivals()
  const unsent = new Map<string, Uint8Array>()
  const listeners = new Set<() => void>()

  let read = false
  let loaded = false
  let refused = false
  let lost = false
  let full = false
  let destroyed = false
  let status: DocStatus = { link: 'connecting', loaded: false, arrived: false }

  const report = () => {
    const arrived = read && arrivals.waiting.size === 0
    // What waited has found room: it is full no more.
    if (arrived) full = false
    const link = linkNow()
    const isSame = status.link === link && status.loaded === loaded && status.arrived === arrived
    if (isSame && (status.full ?? false) === full) return
    status = { link, loaded, arrived, ...(full ? { full } : {}) }
    for (const fn of listeners) fn()
  }
  const linkNow = (): DocStatus['link'] => {
    if (refused) return 'refused'
    if (provider.synced) return 'live'
    if (provider.wsconnected) return 'connecting'
    return lost ? 'offline' : 'connecting'
  }

  // Before the provider's own handler, which sends: the frame then is known to be about this change.
  doc.on('update', (update: Uint8Array, from: unknown) => {
    if (from === provider || from === FROM_OUTBOX) return
    const id = newId()
    arrivals.made(id)
    unsent.set(id, update)
    outbox.put(id, update)
    report()
  })
  const provider = new WebsocketProvider(
    `${origin.replace(/^http/, 'ws')}${sockets.docs(seat)}`,
    document,
    doc,
    {
      connect: false,
      awareness,
      disableBc: true,
      WebSocketPolyfill: countingSocket(Socket, arrivals),
      // Coming back is ours to do, with chance in it: after a restart all phones of a room are lost at once.
      shouldReconnect: () => false,
    },
  )
  tellOwnPresenceOnly(provider)
  doc.on('update', () => arrivals.done())

  const reconnect = createReconnect({ random, connect: () => provider.connect() })
  provider.messageHandlers[ACK] = (_encoder: encoding.Encoder, decoder: decoding.Decoder) => {
    const arrived = arrivals.acknowledged(decoding.readVarUint(decoder))
    for (const id of arrived) unsent.delete(id)
    outbox.remove(arrived)
    report()
  }
  provider.messageHandlers[AUTH] = (_encoder: encoding.Encoder, decoder: decoding.Decoder) => {
    decoding.readVarUint(decoder)
    // A document that is full takes no more words and stays readable: they wait on this device.
    if (decoding.readVarString(decoder) === 'full') {
      full = true
      report()
      return
    }
    refused = true
    reconnect.stop()
    provider.disconnect()
    report()
  }
  provider.on('status', report)
  provider.on('sync', (synced: boolean) => {
    if (synced) {
      loaded = true
      lost = false
      reconnect.succeeded()
    }
    report()
  })
  provider.on('connection-close', () => {
    lost = true
  })
  provider.on('closed', ({ code }: { code: number }) => {
    if (destroyed) return
    if (shouldRetry(code)) reconnect.later()
    else refused = true
    report()
  })

  /** Takes in what pages of this seat left in the outbox, and makes sure that it is sent. */
  const collect = async (olderThan: number) => {
    const waiting = await outbox.read(olderThan)
    const left = waiting.filter((entry) => !arrivals.waiting.has(entry.id))
    if (destroyed || left.length === 0) return
    for (const { id, update } of left) {
      arrivals.found(id)
      unsent.set(id, update)
    }
    doc.transact(() => left.forEach(({ update }) => applyQuietly(doc, update)), FROM_OUTBOX)
    const { ws } = provider
    // What was left may be known here already, and then changes nothing and sends nothing by itself.
    if (arrivals.based && ws !== null) arrivals.sendingAll(() => ws.send(wholeState(doc)))
    report()
  }
  const timer = setInterval(() => void collect(STILL_TYPED_MS), COLLECT_MS)
  const stopWatching = onOffline(() => {
    // The system knows sooner than the socket does.
    provider.disconnect()
    lost = true
    reconnect.later()
    report()
  })
  const start = async () => {
    // First what an earlier page left: it is then part of what the server is told.
    await collect(0)
    read = true
    if (!destroyed) provider.connect()
    report()
  }
  void start()

  return {
    doc,
    awareness,
    getStatus: () => status,
    unsent: () => [...unsent.values()],
    subscribe(fn) {
      listeners.add(fn)
      return () => listeners.delete(fn)
    },
    destroy() {
      if (destroyed) return
      destroyed = true
      clearInterval(timer)
      stopWatching()
      reconnect.stop()
      provider.destroy()
      awareness.destroy()
      outbox.close()
      doc.destroy()
      listeners.clear()
    },
  }
}

function applyQuietly(doc: Y.Doc, update: Uint8Array): void {
  try {
    Y.applyUpdate(doc, update, FROM_OUTBOX)
  } catch {
    // A broken entry must not keep the others from the board.
  }
}

function onOffline(fn: () => void): () => void {
  if (typeof window === 'undefined') return () => {}
  window.addEventListener('offline', fn)
  return () => window.removeEventListener('offline', fn)
}

/** All of the document as one update frame, what still waits for its beginning included. */
function wholeState(doc: Y.Doc): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SYNC)
  writeUpdate(encoder, Y.encodeStateAsUpdate(doc))
  return new Uint8Array(encoding.toUint8Array(encoder))
}
