import type { OpenDocument } from '@kringplan/shared/contract/openSync'
import type { WebSocket } from 'ws'
import { type DocumentStore, openDocumentStore } from './documentStore.ts'
import { errorFacts } from '../log.ts'
import { frameBytes } from './frameBytes.ts'
import { decodeOpenFrame, type OpenFrame } from './openFrames.ts'
import type { OpenPeer } from './openPeer.ts'
import { OpenRoom } from './openRoom.ts'
import { Peer } from './peer.ts'
import { createRateLimit } from './rateLimit.ts'
import type { RoomLimits, RoomsDeps } from './roomsDeps.ts'

/** A frame costs one, and one more for each of these bytes: a flood of pastes is a flood too. */
const bytesPerCost = 16 * 1024

/** The open documents of all conferences. */
export interface OpenRooms {
  readonly accept: (ws: WebSocket, seatId: string, conferenceId: string, doc: OpenDocument) => void
  revoke(conferenceId: string): void
  erase(conferenceId: string): Promise<void>
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
    erase: async (conferenceId) => {
      for (const [key, room] of rooms) {
        if (room.conference !== conferenceId) continue
        rooms.delete(key)
        room.erase()
      }
      await store.log.erase(() => store.erase(conferenceId))
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
