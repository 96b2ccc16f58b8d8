import { FRAME_RATE, MAX_AWARENESS, MAX_OPEN_DOC, MAX_OPEN_FRAME } from '@kringplan/shared/contract/openSync'
import type { Action } from '@kringplan/shared/policy/actions'
import { sealedLimits } from '@kringplan/shared/sealed/limits'

/** The policy, asked anew for every frame in either direction. Synchronous: between asking and sending nothing changes. */
export interface Gate {
  ask(seatId: string, action: Action): boolean
}

/** Told who proves the key of a sealed room, and who is turned away from it. Must not throw, and holds nothing up. */
export interface DoorWatch {
  proved(seatId: string, room: string): void
  refused(seatId: string, room: string): void
}

/** Time as the rooms need it, so that tests can hold it still. */
export interface RoomsClock {
  now(): Date
  /** Calls `run` every `ms`, until the returned function is called. */
  every(ms: number, run: () => void): () => void
}

/** Where the rooms tell about their own health. Never about content, names or tokens. A pino logger fits. */
export interface RoomsLog {
  error(fields: object, message: string): void
}

/** What one socket, room or document may take. Tests set smaller ones. */
export interface RoomLimits {
  readonly openFrameBytes: number
  readonly openDocBytes: number
  readonly awarenessBytes: number
  readonly openRate: { readonly perSecond: number; readonly burst: number }
  readonly sealedRate: { readonly perSecond: number; readonly burst: number }
  /** Of a socket that has not proved the key: a hello and some knocks. Each knock reaches every device inside. */
  readonly outsideRate: { readonly perSecond: number; readonly burst: number }
  /** A log of this many updates or bytes is written together into one state. */
  readonly compactUpdates: number
  readonly compactBytes: number
  /** What may wait in memory for a slow socket before it is closed. */
  readonly queuedBytes: number
  readonly sealedLogBytes: number
  readonly provedSockets: number
  readonly socketsPerSeat: number
  readonly knocksPerSocket: number
  /** Days without an entry after which a sealed room is erased. */
  readonly sealedDays: number
}

export const defaultRoomLimits: RoomLimits = {
  openFrameBytes: MAX_OPEN_FRAME,
  openDocBytes: MAX_OPEN_DOC,
  awarenessBytes: MAX_AWARENESS,
  openRate: FRAME_RATE,
  sealedRate: { perSecond: sealedLimits.messagesPerSecond, burst: sealedLimits.messageBurst },
  outsideRate: { perSecond: 1, burst: 12 },
  compactUpdates: 500,
  compactBytes: 256 * 1024,
  queuedBytes: 4 * 1024 * 1024,
  sealedLogBytes: sealedLimits.logBytes,
  provedSockets: sealedLimits.socketsPerRoom,
  socketsPerSeat: 4,
  knocksPerSocket: 4,
  sealedDays: 30,
}

/** What the rooms are made with. */
export interface RoomsDeps {
  readonly dataDir: string
  readonly gate: Gate
  readonly clock: RoomsClock
  readonly random: (n: number) => Uint8Array
  readonly log: RoomsLog
  readonly door?: DoorWatch
  readonly limits?: Partial<RoomLimits>
}
