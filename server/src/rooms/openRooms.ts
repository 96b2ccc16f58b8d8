import type { OpenDocument } from '@kringplan/shared/contract/openSync'
import { writeContent, type PlanContent } from '@kringplan/shared/plan/content'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { type DocumentStore, openDocumentStore } from './documentStore.ts'
import { errorFacts } from '../log.ts'
import { frameBytes } from './frameBytes.ts'
import { decodeOpenFrame, type OpenFrame } from './openFrames.ts'
import type { OpenPeer } from './openPeer.ts'
import { OpenRoom } from './openRoom.ts'
import { Peer } from './peer.ts'
import { createRateLimit } from './rateLimit.ts'
import type { RoomLimits, RoomsDeps } from './roomsDeps.ts'
import { within } from './within.ts'

/** A frame costs one, and one more for each of these bytes: a flood of pastes is a flood too. */
const bytesPerCost = 16 * 1024

/** Longer nobody waits for a disk that refuses: words that cannot be written are no reason to keep a circle waiting. */
const stopPatienceMs = 4_000

/** The open documents of all conferences. */
export interface OpenRooms {
  readonly accept: (ws: WebSocket, seatId: string, conferenceId: string, doc: OpenDocument) => void
  revoke(conferenceId: string): void
  /**
   * Closes a document for writing and gives its committed content; undefined when the disk does not take its last words
   * in a few seconds. `resume` takes the closing back, also then.
   */
  stop(conferenceId: string, doc: OpenDocument): Promise<PlanContent | undefined>
  resume(conferenceId: string, doc: OpenDocument): void
  /** What a document shows now, on disk or on its way there. */
  content(conferenceId: string, doc: OpenDocument): PlanContent
  /** Puts a document of this content on disk. Nobody can be in it yet. */
  build(conferenceId: string, doc: OpenDocument, content: PlanContent): Promise<void>
  /** Erases every document of a conference but `keep`, and closes their sockets. */
  erase(conferenceId: string, keep?: OpenDocument): Promise<void>
  /** Erases the documents that are not wanted; for the start of a server, when nobody is in one. */
  sweep(isWanted: (conferenceId: string, doc: string) => boolean): Promise<void>
  tick(): void
  close(): void
}

/** A y-websocket server with a gate, acknowledgements and a disk. */
export function createOpenRooms(deps: RoomsDeps, limits: RoomLimits): OpenRooms {
  const store: DocumentStore = openDocumentStore(deps.dataDir)
  const rooms = new Map<string, OpenRoom>()

  const enter = (conferenceId: string, doc: OpenDocument): OpenRoom => {
    const key = `${doc} ${conferenceId}`
    const known = rooms.get(key)
    if (known !== undefined) return known
    const room = new OpenRoom(conferenceId, doc, store, deps, limits)
    rooms.set(key, room)
    return room
  }
  const of = (conferenceId: string): OpenRoom[] =>
    [...rooms.values()].filter((room) => room.conference === conferenceId)

  return {
    accept: (ws, seatId, conferenceId, doc) => {
      const mayRead = (): boolean => deps.gate.ask(seatId, 'plan.read')
      const peer = new Peer(ws, seatId, mayRead, limits.queuedBytes)
      if (!mayRead()) return peer.close('refused')
      const rate = createRateLimit(limits.openRate)
      let room: OpenRoom
      let member: OpenPeer
      try {
        room = enter(conferenceId, doc)
        member = room.join(peer)
      } catch (error) {
        deps.log.error(errorFacts(error), 'An open document could not be read.')
        return peer.close('restarting')
      }
      ws.on('close', () => room.leave(member))
      ws.on('message', (data, isBinary) => {
        if (!peer.open) return
        peer.heard()
        const bytes = isBinary ? frameBytes(data) : null
        // In this order: size, rate, decode, gate, room.
        if (bytes === null || bytes.length > limits.openFrameBytes) return peer.drop('nonsense')
        if (!rate(deps.clock.now().getTime(), 1 + Math.floor(bytes.length / bytesPerCost)))
          return peer.drop('tooMany')
        const frame = decode(bytes, limits)
        if (frame === null) return peer.drop('nonsense')
        if (!mayRead()) return peer.drop('changed')
        try {
          if (!room.handle(member, frame, deps.gate.ask(seatId, 'plan.write'))) peer.drop('nonsense')
        } catch (error) {
          deps.log.error(errorFacts(error), 'A frame could not be handled.')
          peer.drop('nonsense')
        }
      })
    },
    revoke: (conferenceId) => {
      for (const room of of(conferenceId)) room.revoke()
    },
    stop: (conferenceId, doc) => within(deps.clock, stopPatienceMs, enter(conferenceId, doc).stop()),
    content: (conferenceId, doc) => enter(conferenceId, doc).content(),
    resume: (conferenceId, doc) => rooms.get(`${doc} ${conferenceId}`)?.resume(),
    build: (conferenceId, doc, content) => {
      const fresh = new Y.Doc()
      writeContent(fresh, content)
      const state = Y.encodeStateAsUpdate(fresh)
      fresh.destroy()
      return store.log.write(() => store.compact(conferenceId, doc, 0, state))
    },
    erase: async (conferenceId, keep) => {
      for (const [key, room] of rooms) {
        if (room.conference !== conferenceId || key === `${keep} ${conferenceId}`) continue
        rooms.delete(key)
        room.erase()
      }
      await store.log.erase(() => store.erase(conferenceId, keep))
    },
    sweep: async (isWanted) => {
      const stray = store.list().filter(({ conference, name }) => !isWanted(conference, name))
      if (stray.length === 0) return
      await store.log.erase(() => {
        for (const { conference } of stray) {
          const wanted = store
            .list()
            .find((one) => one.conference === conference && isWanted(conference, one.name))
          store.erase(conference, wanted?.name)
        }
      })
    },
    tick: () => {
      for (const [key, room] of rooms) {
        room.tick()
        if (!room.idle) continue
        rooms.delete(key)
        room.unload()
      }
    },
    close: () => {
      for (const room of rooms.values()) room.close()
      store.log.close()
      rooms.clear()
    },
  }
}

function decode(bytes: Uint8Array, limits: RoomLimits): OpenFrame | null {
  try {
    const frame = decodeOpenFrame(bytes)
    return frame.type === 'presence' && bytes.length > limits.awarenessBytes ? null : frame
  } catch {
    return null
  }
}
