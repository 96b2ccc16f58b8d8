import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { fuzz, fuzzSeed, fuzzTimeout, sayTried, spoilt } from '../fuzz.testkit.ts'
import { decodeBlob, decodeContent, encodeBlob, encodeContent, paddedSize } from './envelope.ts'
import {
  decodeClientFrame,
  decodeServerFrame,
  encodeClientFrame,
  encodeServerFrame,
  type ClientFrame,
  type ServerFrame,
} from './relayFrames.ts'

const count = fc.oneof(fc.nat(300), fc.maxSafeNat())
const blob = fc.uint8Array({ maxLength: 120 })
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

const clientFrame: fc.Arbitrary<ClientFrame> = fc.oneof(
  fc.record({ type: fc.constant('hello' as const), epoch: count, fromSeq: count, doorToken: bytes(32) }),
  fc.record({ type: fc.constant('append' as const), cid: count, blob }),
  fc.record({ type: fc.constant('snapshot' as const), baseSeq: count, coversSeq: count, blob }),
  fc.record({ type: fc.constant('ephemeral' as const), blob }),
  fc.record({
    type: fc.constant('rekey' as const),
    epoch: count,
    baseSeq: count,
    coversSeq: count,
    doorTokenHash: bytes(32),
    wraps: blob,
    blob,
  }),
  fc.record({ type: fc.constant('knock' as const), knockId: bytes(16), bytes: blob }),
  fc.record({ type: fc.constant('admit' as const), knockId: bytes(16), bytes: blob }),
)
const clientFrames = clientFrame.map(encodeClientFrame)

const serverFrame: fc.Arbitrary<ServerFrame> = fc.oneof(
  fc.record({
    type: fc.constant('welcome' as const),
    epoch: count,
    head: count,
    snapSeq: count,
    snapshotPart: fc.option(blob),
    entries: fc.array(fc.record({ seq: count, blob }), { maxLength: 3 }),
    last: fc.boolean(),
  }),
  fc.record({ type: fc.constant('entry' as const), seq: count, blob }),
  fc.record({ type: fc.constant('epoch' as const), epoch: count, wraps: blob }),
  fc.record({ type: fc.constant('reject' as const), code: fc.constant('gone' as const), cid: count }),
)
const serverFrames = serverFrame.map(encodeServerFrame)

const blobs = fc
  .tuple(fc.constantFrom('update' as const, 'control' as const), fc.integer({ min: 1, max: 9 }), fc.nat(400))
  .map(([kind, epoch, size]) =>
    encodeBlob({
      header: { kind, epoch },
      nonce: new Uint8Array(24),
      ciphertext: new Uint8Array(paddedSize(16 + size) + 16),
    }),
  )
const contents = fc
  .tuple(fc.integer({ min: 1, max: 99 }), blob)
  .map(([ctr, payload]) => encodeContent({ dev: new Uint8Array(8), ctr, payload }))

/** What is read is written again as it was: nothing that is read has a second form. */
function isOneForm(read: Uint8Array, written: Uint8Array | undefined): void {
  if (written !== undefined) expect(Array.from(written)).toEqual(Array.from(read))
}

afterAll(sayTried)

describe(`what others send, under very many inputs (seed ${fuzzSeed})`, () => {
  test(
    '[SF2] frames of a client: no throw, and only what is a frame is one',
    () => {
      fuzz('decodeClientFrame', spoilt(clientFrames), 4000, (any) => {
        const read = decodeClientFrame(any)
        if (read.ok) expect(decodeClientFrame(encodeClientFrame(read.value))).toEqual(read)
      })
    },
    fuzzTimeout,
  )

  test(
    '[SF2] frames of a relay',
    () => {
      fuzz('decodeServerFrame', spoilt(serverFrames), 4000, (any) => {
        const read = decodeServerFrame(any)
        if (read.ok) expect(decodeServerFrame(encodeServerFrame(read.value))).toEqual(read)
      })
    },
    fuzzTimeout,
  )

  test(
    '[SE2] blobs, in their one form',
    () => {
      fuzz('decodeBlob', spoilt(blobs), 2000, (any) => {
        const read = decodeBlob(any)
        isOneForm(any, read.ok ? encodeBlob(read.value) : undefined)
      })
    },
    fuzzTimeout,
  )

  test(
    '[SE4] [SE5] contents, in their one form',
    () => {
      fuzz('decodeContent', spoilt(contents), 2000, (any) => {
        const read = decodeContent(any)
        isOneForm(any, read.ok ? encodeContent(read.value) : undefined)
      })
    },
    fuzzTimeout,
  )
})
