import type { CircleFacts } from '@kringplan/shared/plan/circleDoc'
import type * as Y from 'yjs'
import type { DeviceCounters } from '../sealed/counters.ts'
import type { KeyPair } from '../sealed/hpke.ts'
import type { RoomSecret } from '../sealed/seal.ts'

/*
 * The keys that this page holds, in memory only. A board never has them anywhere else; a phone has its own sealed
 * record beside it. They go with the page.
 */

/** What a seat holds of a room. */
export interface HeldKey {
  readonly secret: RoomSecret
  /** Keys that the room had before, latest first: what was typed on this device under them is not lost with them. */
  readonly before?: readonly RoomSecret[]
  /** By which the others know this device, for a next key. Made when it first opens the draft. */
  readonly device?: KeyPair
  /** How far the log was when this device was let in. */
  readonly floor?: DeviceCounters
  /** On the device that closed the door: what the circle knew. */
  readonly facts?: CircleFacts
  /**
   * On the same device, once it is known what the closing came to: carries inside what the circle knew, and the plan
   * when there was one on the table. In one transaction, with nothing to undo.
   */
  readonly carry?: (doc: Y.Doc) => void
  /** The answer to the closing was lost: the server may have had more words than `carry` brings, and is asked first. */
  readonly isOwnCopy?: boolean
  /** This page closed the door, and the room has not yet gone through what follows. */
  readonly justClosed?: boolean
  /** Of a room that would come: asked for, to start anew behind the closed door. */
  readonly coming?: boolean
  /** What this page had of the draft when the room turned its key away. */
  readonly last?: Y.Doc
  /** Not yet stored for the next load of a phone: the answer to the closing was lost. */
  readonly unkept?: boolean
}

const held = new Map<string, HeldKey>()
const listeners = new Set<() => void>()

const nameOf = (seat: string, room: string) => `${seat} ${room}`

/** Keeps a key for this seat for as long as the page lives. Where a next key takes its place it is not forgotten. */
export function holdKey(seat: string, key: HeldKey): void {
  const name = nameOf(seat, key.secret.room)
  const had = held.get(name)
  const isNext = had !== undefined && had.secret.epoch < key.secret.epoch
  const before = isNext ? [had.secret, ...(had.before ?? [])] : (key.before ?? had?.before)
  held.set(name, before === undefined ? key : { ...key, before })
  for (const listener of listeners) listener()
}

/** The key of this seat for this room, if the page holds it. */
export function heldKey(seat: string, room: string): HeldKey | undefined {
  return held.get(nameOf(seat, room))
}

/** The room has come from the closing to the plan: a page that comes back later does not show it again. */
export function endCeremony(seat: string, room: string): void {
  const key = held.get(nameOf(seat, room))
  if (key?.justClosed === true) held.set(nameOf(seat, room), { ...key, justClosed: false })
}

/** Lets go of what this seat holds of every other room, but of one that would come: those never came to be, or are over. */
export function dropOtherKeys(seat: string, room: string): void {
  const rooms = [...held]
    .filter(([name, { coming }]) => name.startsWith(`${seat} `) && coming !== true)
    .map(([, key]) => key.secret.room)
  for (const other of rooms) if (other !== room) dropKey(seat, other)
}

/** Lets go of the key and overwrites it: the room is no longer this seat's, or never came to be. */
export function dropKey(seat: string, room: string): void {
  const key = held.get(nameOf(seat, room))
  held.delete(nameOf(seat, room))
  const shared = [...held.values()].some((other) => other.secret.key === key?.secret.key)
  if (!shared) for (const one of [key?.secret, ...(key?.before ?? [])]) one?.key.fill(0)
}

/** Calls `fn` whenever a key is added; the returned function ends that. */
export function onKeyHeld(fn: () => void): () => void {
  listeners.add(fn)
  return () => listeners.delete(fn)
}
