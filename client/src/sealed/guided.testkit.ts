import type { Guided } from '@kringplan/shared/guided.testkit'
import { decodeAdmission, encodeAdmission } from './admissionPayload.ts'
import { decodeControl, encodeControl } from './controlPayload.ts'
import { DeviceCounters } from './counters.ts'
import { formatDoorCard, makeDoorCard, parseDoorCard } from './doorCard.ts'
import { formatPaperKey, makePaperKey, parsePaperKey } from './paperKey.ts'
import { decodeSnapshotPayload, encodeSnapshotPayload } from './snapshotPayload.ts'
import { hasWrapFor } from './wraps.ts'

/** The same bytes each time: what is found is found again. */
const notRandom = (length: number) => new Uint8Array(length).fill(5)
const counters = new DeviceCounters()
counters.see(new Uint8Array(8).fill(1), 1)
counters.see(new Uint8Array(8).fill(2), 4)
const asBytes = (text: string) => new TextEncoder().encode(text)
const asText = (any: Uint8Array) => new TextDecoder().decode(any)

export const insideReaders: Readonly<Record<string, Guided>> = {
  decodeSnapshotPayload: {
    seeds: [encodeSnapshotPayload({ schemaVersion: 1, counters, state: new Uint8Array(9) })],
    check: (any) => {
      const read = decodeSnapshotPayload(any)
      if (read !== undefined && read.state.length > any.length) throw new Error('more than there was')
    },
  },
  decodeAdmission: {
    seeds: [encodeAdmission({ key: new Uint8Array(32), epoch: 3, floor: counters })],
    check: (any) => {
      const read = decodeAdmission(any)
      if (read !== undefined && (read.key.length !== 32 || read.epoch < 1)) throw new Error('no key')
    },
  },
  decodeControl: {
    seeds: [encodeControl({ type: 'schema', version: 1 })],
    check: (any) => void decodeControl(any),
  },
  hasWrapFor: {
    seeds: [new Uint8Array(120)],
    check: (any) => void hasWrapFor(any, new Uint8Array(32)),
  },
  parseDoorCard: {
    seeds: [asBytes(formatDoorCard(makeDoorCard('door', 1, notRandom).card))],
    check: (any) => {
      const card = parseDoorCard(asText(any))
      if (card === undefined) return
      const again = parseDoorCard(formatDoorCard(card))
      if (again === undefined || formatDoorCard(again) !== formatDoorCard(card))
        throw new Error('another card')
    },
  },
  parsePaperKey: {
    seeds: [asBytes(formatPaperKey(makePaperKey(notRandom)))],
    check: (any) => void parsePaperKey(asText(any)),
  },
}
