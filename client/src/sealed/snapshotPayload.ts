import { sealedLimits } from '@kringplan/shared/sealed/limits'
import { blobSize } from '@kringplan/shared/sealed/envelope'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { DeviceCounters } from './counters.ts'
import { type RoomSecret, sealBlob } from './seal.ts'
import type { RandomBytes } from './secureRandom.ts'

/** What a snapshot holds: the document, whose entries are in it, and the schema it was written under. */
export type SnapshotPayload = {
  readonly schemaVersion: number
  readonly counters: DeviceCounters
  readonly state: Uint8Array
}

/** Bytes of a snapshot payload. */
export function encodeSnapshotPayload(payload: SnapshotPayload): Uint8Array {
  return encoding.encode((e) => {
    encoding.writeVarUint(e, payload.schemaVersion)
    payload.counters.write(e)
    encoding.writeVarUint8Array(e, payload.state)
  })
}

/** Reads a snapshot payload. Never throws. */
export function decodeSnapshotPayload(bytes: Uint8Array): SnapshotPayload | undefined {
  try {
    const d = decoding.createDecoder(bytes)
    const schemaVersion = decoding.readVarUint(d)
    const counters = DeviceCounters.read(d)
    const state = decoding.readVarUint8Array(d)
    return decoding.hasContent(d) ? undefined : { schemaVersion, counters, state }
  } catch {
    return undefined
  }
}

/**
 * The document as one state, or undefined when it is not the same text when read back.
 *
 * It goes through a document that never had an undo manager: the live one keeps deleted words for undo, and a snapshot
 * is there to forget them.
 */
function buildSnapshotState(doc: Y.Doc): Uint8Array | undefined {
  const middle = new Y.Doc({ gc: true })
  Y.applyUpdate(middle, Y.encodeStateAsUpdate(doc))
  const state = Y.encodeStateAsUpdate(middle)
  const check = new Y.Doc({ gc: true })
  Y.applyUpdate(check, state)
  const isSame = [...doc.share].every(([name, type]) => textOf(doc, name, type) === textOf(check, name, type))
  middle.destroy()
  check.destroy()
  return isSame ? state : undefined
}

/**
 * A sealed snapshot of the document, `tooLarge` when no room takes it, or undefined when it must not be stored.
 * `counters` says whose entries it replaces.
 */
export function sealSnapshot(
  secret: RoomSecret,
  doc: Y.Doc,
  from: { readonly dev: Uint8Array; readonly ctr: number },
  about: Omit<SnapshotPayload, 'state'>,
  random: RandomBytes,
): Uint8Array | 'tooLarge' | undefined {
  const state = buildSnapshotState(doc)
  if (state === undefined) return undefined
  const payload = encodeSnapshotPayload({ ...about, state })
  if (blobSize(payload.length) > sealedLimits.snapshotBytes) return 'tooLarge'
  return sealBlob(secret, 'snapshot', { ...from, payload }, random)
}

type SharedType = Parameters<Y.Doc['share']['set']>[1]

/** A shared type has its kind only once somebody asked for it by kind, so `check` is asked as `doc` was. */
function textOf(doc: Y.Doc, name: string, like: SharedType): string {
  const kind = like.constructor as new () => SharedType
  return JSON.stringify(doc.get(name, kind).toJSON(), sortKeys)
}

/** A map's keys come in the order in which they were written on this device: that is no difference. */
function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
