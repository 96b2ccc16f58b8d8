import { decodeClientFrame } from '@kringplan/shared/sealed/relayFrames'
import { sealedLimits } from '@kringplan/shared/sealed/limits'
import type { WebSocket } from 'ws'
import { isToken } from './doorToken.ts'
import { errorFacts } from '../log.ts'
import { frameBytes } from './frameBytes.ts'
import { Peer } from './peer.ts'
import { createRateLimit } from './rateLimit.ts'
import { reject, type RelayPeer, RelayRoom } from './relayRoom.ts'
import type { RoomLimits, RoomsDeps } from './roomsDeps.ts'
import { type DeviceKey, type DoorLine, openSealedStore } from './sealedStore.ts'

/** A large snapshot counts for several messages. */
const bytesPerCost = 256 * 1024
const halfBytes = 32
const wrapBytes = 1024
const deviceKeyBytes = 32
const deviceChars = 100

/** A room as its founder tells it: from then on only this door token counts. */
export type Founding = {
  readonly room: string
  readonly conferenceId: string
  readonly doorTokenHash: Uint8Array
  readonly schemaVersion: number
}

/** The draft key of this epoch, sealed under the key on paper. */
export type PaperWrap = { readonly wrap: Uint8Array; readonly epoch: number }

/** The sealed rooms of all conferences. */
export interface Relay {
  readonly accept: (ws: WebSocket, seatId: string, room: string) => void
  readonly revoke: (conferenceId: string) => void
  readonly erase: (conferenceId: string) => Promise<void>
  readonly eraseRoom: (room: string) => Promise<void>
  readonly shut: (room: string, doorToken: Uint8Array, head: number) => Promise<'shut' | 'refused' | 'stale'>
  readonly unshut: (room: string) => void
  readonly isInside: (room: string, doorToken: Uint8Array) => boolean
  readonly epochOf: (room: string) => number | undefined
  readonly found: (room: Founding) => Promise<void>
  readonly keyHalf: (room: string, seatId: string, device: string) => Promise<Uint8Array>
  readonly nameKey: (
    room: string,
    doorToken: Uint8Array,
    seatId: string,
    key: Uint8Array,
  ) => Promise<readonly DeviceKey[] | undefined>
  readonly storePaper: (
    room: string,
    doorToken: Uint8Array,
    paperTokenHash: Uint8Array,
    wrap: Uint8Array,
  ) => Promise<boolean>
  readonly fetchPaper: (room: string, paperToken: Uint8Array) => Promise<PaperWrap | undefined>
  readonly keepLine: (room: string, line: DoorLine) => Promise<void>
  readonly doorLines: (room: string) => readonly DoorLine[]
  readonly tick: () => void
  readonly close: () => void
}

/** The blind relay: it holds ciphertext and nothing that opens it, and parses no document. */
export function createRelay(deps: RoomsDeps, limits: RoomLimits): Relay {
  const store = openSealedStore(deps.dataDir)
  const rooms = new Map<string, RelayRoom>()
  // In memory only: after a crash the opening did not happen, and the room goes on.
  const shut = new Map<string, symbol>()
  let sweptOn = ''

  const enter = (room: string): RelayRoom => {
    const known = rooms.get(room) ?? new RelayRoom(room, store, deps, limits, shut)
    rooms.set(room, known)
    return known
  }
  const today = (): string => deps.clock.now().toISOString().slice(0, 10)

  const eraseRooms = async (find: () => readonly string[]): Promise<void> => {
    const erased = await store.log.erase(() => {
      const found = find()
      for (const room of found) store.erase(room)
      return found
    })
    for (const room of erased) {
      shut.delete(room)
      for (const { peer } of rooms.get(room)?.peers ?? []) peer.drop('changed')
    }
  }
  const isInside = (room: string, doorToken: Uint8Array): boolean =>
    isToken(doorToken, store.find(room)?.tokenHash)

  return {
    accept: (ws, seatId, room) => {
      const may = (): boolean => deps.gate.ask(seatId, 'draft.connect')
      const peer = new Peer(ws, seatId, may, limits.queuedBytes)
      if (!may()) return peer.close('refused')
      const place = enter(room)
      makeSpace(place, seatId, limits)
      const member: RelayPeer = { peer, proved: false, behind: false }
      place.peers.add(member)
      const rate = createRateLimit(limits.sealedRate)
      const outsideRate = createRateLimit(limits.outsideRate)
      const patience = createRateLimit(limits.sealedRate)
      ws.on('close', () => {
        place.leave(member)
        if (place.peers.size === 0 && rooms.get(room) === place) rooms.delete(room)
      })
      ws.on('message', (data, isBinary) => {
        if (!peer.open) return
        peer.heard()
        const bytes = isBinary ? frameBytes(data) : null
        if (bytes === null || bytes.length > sealedLimits.clientFrameBytes) return peer.drop('nonsense')
        const now = deps.clock.now().getTime()
        const cost = 1 + Math.floor(bytes.length / bytesPerCost)
        const inTime = member.proved || member.behind ? rate(now, cost) : outsideRate(now, cost)
        if (!inTime && !patience(now, 1)) return peer.drop('tooMany')
        const frame = decodeClientFrame(bytes)
        if (!may()) return peer.drop('changed')
        if (!frame.ok) {
          reject(member, 'badFrame', 0)
          return peer.close('nonsense')
        }
        if (!inTime) return reject(member, 'rate', frame.value.type === 'append' ? frame.value.cid : 0)
        try {
          place.handle(member, frame.value)
        } catch (error) {
          // Of who is inside there is no line: it would tell that somebody did something [NI1].
          if (!member.proved && !member.behind)
            deps.log.error(errorFacts(error), 'A frame of somebody outside could not be handled.')
          peer.drop('nonsense')
        }
      })
    },
    revoke: (conferenceId) => {
      for (const [room, { peers }] of rooms) {
        const conference = store.find(room)?.conference
        // Sockets on a room that is nobody's are asked too: whose they are is not known here.
        if (conference !== undefined && conference !== conferenceId) continue
        for (const { peer } of peers) if (!deps.gate.ask(peer.seatId, 'draft.connect')) peer.drop('changed')
      }
    },
    erase: (conferenceId) => eraseRooms(() => store.roomsOf(conferenceId)),
    eraseRoom: (room) => eraseRooms(() => [room]),
    // In line with the writes: what is stored before is counted, what comes after is not stored.
    shut: async (room, doorToken, head) => {
      const mine = Symbol(room)
      const release = (): boolean => shut.get(room) === mine && shut.delete(room)
      try {
        return await store.log.write(() => {
          // Run again when something else in this turn could not be written.
          release()
          if (!isInside(room, doorToken)) return 'refused'
          if (store.find(room)?.head !== head || shut.has(room)) return 'stale'
          shut.set(room, mine)
          return 'shut'
        })
      } catch (error) {
        // Nobody would let the room go on.
        release()
        throw error
      }
    },
    unshut: (room) => void shut.delete(room),
    isInside,
    epochOf: (room) => store.find(room)?.epoch,
    found: ({ room, conferenceId, doorTokenHash, schemaVersion }) =>
      store.log.write(() => {
        const known = store.find(room)
        if (known === undefined) {
          if (doorTokenHash.length !== 32) throw new Error('A door token hash has 32 bytes.')
          store.found({
            room,
            conference: conferenceId,
            tokenHash: doorTokenHash,
            schemaVersion,
            day: today(),
          })
        } else if (known.conference !== conferenceId || !Buffer.from(known.tokenHash).equals(doorTokenHash)) {
          throw new Error('This sealed room has been founded already.')
        }
      }),
    keyHalf: (room, seatId, device) =>
      store.log.write(() => {
        const half = deps.random(halfBytes)
        // A room that is not there gives a half that is kept nowhere: the answer tells nothing, and opens nothing.
        if (device.length > deviceChars || store.find(room) === undefined) return half
        const kept = store.half(room, seatId, device)
        if (kept === undefined) store.keepHalf(room, seatId, device, half)
        return kept ?? half
      }),
    nameKey: async (room, doorToken, seatId, key) => {
      if (!isInside(room, doorToken) || key.length !== deviceKeyBytes) return undefined
      const named = store.deviceKeys(room)
      if (named.some((one) => one.seat === seatId && Buffer.from(one.key).equals(key))) return named
      return store.log.write(() => {
        if (!isInside(room, doorToken)) return undefined
        store.nameKey(room, seatId, key)
        return store.deviceKeys(room)
      })
    },
    // Who is not inside is answered at once: when the next commit comes depends on who writes inside [NI1].
    storePaper: async (room, doorToken, paperTokenHash, wrap) => {
      if (!isInside(room, doorToken) || paperTokenHash.length !== 32 || wrap.length > wrapBytes) return false
      return store.log.write(() => {
        if (!isInside(room, doorToken)) return false
        store.keepPaper(room, paperTokenHash, wrap)
        return true
      })
    },
    fetchPaper: async (room, paperToken) => {
      const kept = store.paper(room)
      const epoch = store.find(room)?.epoch
      const isPaper = isToken(paperToken, kept?.tokenHash)
      return isPaper && kept !== undefined && epoch !== undefined ? { wrap: kept.wrap, epoch } : undefined
    },
    keepLine: (room, line) =>
      store.log.write(() => {
        if (store.find(room) !== undefined) store.keepLine(room, line)
      }),
    doorLines: (room) => store.lines(room),
    tick: () => {
      for (const { peers } of rooms.values()) for (const { peer } of peers) peer.tick()
      if (sweptOn === today()) return
      const day = (sweptOn = today())
      store.log.wipeMarked()
      const limit = new Date(deps.clock.now().getTime() - limits.sealedDays * 86_400_000)
        .toISOString()
        .slice(0, 10)
      const findIdle = (): readonly string[] => store.idleRooms(day, limit)
      store.log
        .write(findIdle)
        .then((found) => (found.length === 0 ? undefined : eraseRooms(findIdle)))
        .catch((error: unknown) => {
          deps.log.error(errorFacts(error), 'Old sealed rooms could not be erased.')
        })
    },
    close: () => {
      for (const { peers } of rooms.values()) for (const { peer } of peers) peer.close('restarting')
      store.log.close()
    },
  }
}

/**
 * A seat that comes again drops its own oldest socket. The only limit on who has not proved the key: one for the whole
 * room would let outsiders keep the circle out, and tell them when somebody went inside [NI1].
 */
function makeSpace(place: RelayRoom, seatId: string, limits: RoomLimits): void {
  const own = [...place.peers].filter(({ peer }) => peer.seatId === seatId)
  const oldest = own[0]
  if (own.length < limits.socketsPerSeat || oldest === undefined) return
  oldest.peer.drop('tooMany')
  place.leave(oldest)
}
