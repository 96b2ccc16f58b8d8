import { mkdirSync } from 'node:fs'
import type { OpenDocument } from '@kringplan/shared/contract/openSync'
import type { WebSocket } from 'ws'
import { createDiskProbe } from './diskProbe.ts'
import { createOpenRooms, type OpenRooms } from './openRooms.ts'
import { createRelay, type Founding, type PaperWrap } from './relay.ts'
import type { DeviceKey, DoorLine } from './sealedStore.ts'
import { defaultRoomLimits, type RoomsDeps } from './roomsDeps.ts'

export type { DoorLine } from './sealedStore.ts'
export type { DoorWatch, Gate, RoomLimits, RoomsDeps } from './roomsDeps.ts'

/** Signs of life are asked on one clock for all sockets: its ticks tell nobody anything [NI1]. */
const tickMs = 15_000

/**
 * All live documents: open ones in y-websocket's protocol, sealed ones as a blind relay. Two kinds, chosen by what the
 * document is. Sockets come in with their upgrade already authenticated and its Origin checked.
 */
export interface Rooms {
  acceptOpen(ws: WebSocket, seatId: string, conferenceId: string, doc: OpenDocument): void
  acceptSealed(ws: WebSocket, seatId: string, room: string): void
  /** Asks the gate again for every socket of this conference and closes those that may no more. Throws without an id. */
  revoke(conferenceId: string): void
  /** Only this token counts in this room from now on. Rejects when the room was founded with another. */
  found(room: Founding): Promise<void>
  /** The open documents, between one name and the next. */
  readonly open: Pick<OpenRooms, 'stop' | 'resume' | 'content' | 'build' | 'erase' | 'sweep'>
  /**
   * Stores nothing more in a sealed room, if the token is right and `head` is the number of its last entry; a device that
   * wants to write meanwhile is told to try again. [OP1, OP2]
   */
  shut(room: string, doorToken: Uint8Array, head: number): Promise<'shut' | 'refused' | 'stale'>
  /** Goes on storing: the opening did not happen. */
  unshut(room: string): void
  /** Whether this is the door token of this room. */
  isInside(room: string, doorToken: Uint8Array): boolean
  /** The epoch of its key: one more with each next key. Undefined for a room that is not there. */
  epochOf(room: string): number | undefined
  /** Erases one sealed room with its wraps and halves. When it resolves no byte of them is left in the file. */
  eraseSealed(room: string): Promise<void>
  /** Erases every document of a conference, sealed and open. When it resolves no byte of them is left in the files. */
  erase(conferenceId: string): Promise<void>
  /** The server's half of a device's key: 32 bytes, made at the first asking. */
  keyHalf(room: string, seatId: string, device: string): Promise<Uint8Array>
  /**
   * Keeps the public key that this seat names as its own, and gives those of all seats; undefined for who is not inside.
   * So nobody inside names a key in another's name [GO9].
   */
  nameKey(
    room: string,
    doorToken: Uint8Array,
    seatId: string,
    key: Uint8Array,
  ): Promise<readonly DeviceKey[] | undefined>
  /** Keeps the key as sealed under the paper key; false for who is not inside. */
  storePaper(
    room: string,
    doorToken: Uint8Array,
    paperTokenHash: Uint8Array,
    wrap: Uint8Array,
  ): Promise<boolean>
  /** Gives it back to who knows the paper's token; no paper and a wrong token look the same. */
  fetchPaper(room: string, paperToken: Uint8Array): Promise<PaperWrap | undefined>
  /** Keeps a line of the log of the door that tells of the inside, until the door opens; it goes with the room. */
  keepLine(room: string, line: DoorLine): Promise<void>
  /** These lines, in order. */
  doorLines(room: string): readonly DoorLine[]
  /** Writes everything, closes every socket so that it comes back, closes the files. */
  close(): Promise<void>
}

/** Opens the files in `dataDir` (made if it is not there) and throws when they cannot keep what the rooms promise. */
export function createRooms(deps: RoomsDeps): Rooms {
  mkdirSync(deps.dataDir, { recursive: true, mode: 0o700 })
  const limits = { ...defaultRoomLimits, ...deps.limits }
  const open = createOpenRooms(deps, limits)
  const relay = createRelay(deps, limits)
  const disk = createDiskProbe(deps.dataDir, deps.log)
  const stop = deps.clock.every(tickMs, () => {
    void disk.tick()
    open.tick()
    relay.tick()
  })
  return {
    acceptOpen: open.accept,
    acceptSealed: relay.accept,
    revoke: (conferenceId) => {
      if (conferenceId === '') throw new Error('A revocation names its conference.')
      open.revoke(conferenceId)
      relay.revoke(conferenceId)
    },
    open,
    found: relay.found,
    shut: relay.shut,
    unshut: relay.unshut,
    isInside: relay.isInside,
    epochOf: relay.epochOf,
    eraseSealed: relay.eraseRoom,
    erase: async (conferenceId) => {
      if (conferenceId === '') throw new Error('Erasing names its conference.')
      await relay.erase(conferenceId)
      await open.erase(conferenceId)
    },
    keyHalf: relay.keyHalf,
    nameKey: relay.nameKey,
    storePaper: relay.storePaper,
    fetchPaper: relay.fetchPaper,
    keepLine: relay.keepLine,
    doorLines: relay.doorLines,
    close: async () => {
      stop()
      open.close()
      relay.close()
    },
  }
}
