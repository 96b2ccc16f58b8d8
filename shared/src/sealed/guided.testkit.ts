import { isSame, type Guided } from '../guided.testkit.ts'
import { decodeBlob, decodeContent, encodeBlob, encodeContent, paddedSize } from './envelope.ts'
import {
  decodeClientFrame,
  decodeServerFrame,
  encodeClientFrame,
  encodeServerFrame,
  type ClientFrame,
  type ServerFrame,
} from './relayFrames.ts'

const bytes = (length: number) => new Uint8Array(length).fill(7)
const blob = bytes(20)

const fromClients: readonly ClientFrame[] = [
  { type: 'hello', epoch: 1, fromSeq: 300, doorToken: bytes(32) },
  { type: 'append', cid: 1, blob },
  { type: 'snapshot', baseSeq: 0, coversSeq: 4, blob },
  { type: 'ephemeral', blob },
  { type: 'rekey', epoch: 2, baseSeq: 1, coversSeq: 2, doorTokenHash: bytes(32), wraps: blob, blob },
  { type: 'knock', knockId: bytes(16), bytes: blob },
  { type: 'admit', knockId: bytes(16), bytes: blob },
]
const fromRelay: readonly ServerFrame[] = [
  {
    type: 'welcome',
    epoch: 1,
    head: 2,
    snapSeq: 0,
    snapshotPart: blob,
    entries: [{ seq: 1, blob }],
    last: true,
  },
  { type: 'entry', seq: 9, blob },
  { type: 'ack', cid: 1, seq: 2 },
  { type: 'snapped', seq: 2, own: true },
  { type: 'stale', epoch: 2 },
  { type: 'epoch', epoch: 2, wraps: blob },
  { type: 'reject', code: 'rate', cid: 1 },
]
const sealed = encodeBlob({
  header: { kind: 'update', epoch: 1 },
  nonce: bytes(24),
  ciphertext: bytes(paddedSize(40) + 16),
})

export const sealedReaders: Readonly<Record<string, Guided>> = {
  decodeClientFrame: {
    seeds: fromClients.map(encodeClientFrame),
    check: (any) => {
      const read = decodeClientFrame(any)
      if (read.ok) isSame(read, decodeClientFrame(encodeClientFrame(read.value)))
    },
  },
  decodeServerFrame: {
    seeds: fromRelay.map(encodeServerFrame),
    check: (any) => {
      const read = decodeServerFrame(any)
      if (read.ok) isSame(read, decodeServerFrame(encodeServerFrame(read.value)))
    },
  },
  decodeBlob: {
    seeds: [sealed],
    check: (any) => {
      const read = decodeBlob(any)
      if (read.ok) isSame(any, encodeBlob(read.value))
    },
  },
  decodeContent: {
    seeds: [encodeContent({ dev: bytes(8), ctr: 3, payload: blob })],
    check: (any) => {
      const read = decodeContent(any)
      if (read.ok) isSame(any, encodeContent(read.value))
    },
  },
}
