import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sealedLimits } from './limits.ts'
import {
  type ClientFrame,
  decodeClientFrame,
  decodeServerFrame,
  encodeClientFrame,
  encodeServerFrame,
  type LogEntry,
  type ServerFrame,
} from './relayFrames.ts'
import { splitWelcome } from './welcome.ts'

const count = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
const bytes = (maxLength: number, minLength = 0) => fc.uint8Array({ minLength, maxLength })
const knock = { knockId: bytes(16, 16), bytes: bytes(1024) }
const blob = bytes(300)
const clientFrame: fc.Arbitrary<ClientFrame> = fc.oneof(
  fc.record({ type: fc.constant('hello' as const), epoch: count, fromSeq: count, doorToken: bytes(32, 16) }),
  fc.record({ type: fc.constant('append' as const), cid: count, blob }),
  fc.record({ type: fc.constant('snapshot' as const), baseSeq: count, coversSeq: count, blob }),
  fc.record({ type: fc.constant('ephemeral' as const), blob }),
  fc.record({
    type: fc.constant('rekey' as const),
    epoch: count,
    baseSeq: count,
    coversSeq: count,
    doorTokenHash: bytes(32, 32),
    wraps: blob,
    blob,
  }),
  fc.record({ type: fc.constant('knock' as const), ...knock }),
  fc.record({ type: fc.constant('admit' as const), ...knock }),
)
const entries = fc.array(fc.record({ seq: count, blob }), { maxLength: 5 })
const serverFrame: fc.Arbitrary<ServerFrame> = fc.oneof(
  fc.record({
    type: fc.constant('welcome' as const),
    epoch: count,
    head: count,
    snapSeq: count,
    snapshotPart: fc.option(blob),
    entries,
    last: fc.boolean(),
  }),
  fc.record({ type: fc.constant('entry' as const), seq: count, blob }),
  fc.record({ type: fc.constant('ack' as const), cid: count, seq: count }),
  fc.record({ type: fc.constant('snapped' as const), seq: count, own: fc.boolean() }),
  fc.record({ type: fc.constant('ephemeral' as const), blob }),
  fc.record({ type: fc.constant('stale' as const), epoch: count }),
  fc.record({ type: fc.constant('epoch' as const), epoch: count, wraps: blob }),
  fc.record({
    type: fc.constant('reject' as const),
    code: fc.constantFrom('badFrame' as const, 'rate' as const, 'gone' as const),
    cid: count,
  }),
  fc.record({ type: fc.constant('knock' as const), ...knock }),
  fc.record({ type: fc.constant('admit' as const), ...knock }),
)

describe('frames', () => {
  test('[SF1] are read back as they were written, also out of a larger buffer', () => {
    const inside = (frame: Uint8Array) => {
      const large = new Uint8Array(frame.length + 20).fill(255)
      large.set(frame, 10)
      return large.subarray(10, 10 + frame.length)
    }
    fc.assert(
      fc.property(clientFrame, (frame) => {
        expect(decodeClientFrame(inside(encodeClientFrame(frame)))).toEqual({ ok: true, value: frame })
      }),
    )
    fc.assert(
      fc.property(serverFrame, (frame) => {
        expect(decodeServerFrame(inside(encodeServerFrame(frame)))).toEqual({ ok: true, value: frame })
      }),
    )
  })

  test('[SF2] no bytes make reading throw, and a frame cut short or with more behind it is refused', () => {
    fc.assert(
      fc.property(bytes(200), (any) => {
        expect(typeof decodeClientFrame(any).ok).toBe('boolean')
        expect(typeof decodeServerFrame(any).ok).toBe('boolean')
      }),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(clientFrame, fc.nat(), (frame, cut) => {
        const good = encodeClientFrame(frame)
        expect(decodeClientFrame(good.subarray(0, cut % good.length)).ok).toBe(false)
        expect(decodeClientFrame(Uint8Array.of(...good, 0)).ok).toBe(false)
      }),
    )
    for (const reserved of [7, 255]) expect(decodeClientFrame(Uint8Array.of(reserved, 0, 0)).ok).toBe(false)
  })

  test('[SF3] sizes past the limits are refused, the limits themselves are not', () => {
    const fits = (frame: ClientFrame) => decodeClientFrame(encodeClientFrame(frame)).ok
    const cases = [
      [sealedLimits.blobBytes, (n: number) => fits({ type: 'append', cid: 1, blob: new Uint8Array(n) })],
      [sealedLimits.ephemeralBytes, (n: number) => fits({ type: 'ephemeral', blob: new Uint8Array(n) })],
      [
        sealedLimits.snapshotBytes,
        (n: number) => fits({ type: 'snapshot', baseSeq: 0, coversSeq: 1, blob: new Uint8Array(n) }),
      ],
      [
        sealedLimits.wrapsBytes,
        (n: number) =>
          fits({
            type: 'rekey',
            epoch: 2,
            baseSeq: 0,
            coversSeq: 1,
            doorTokenHash: new Uint8Array(32),
            wraps: new Uint8Array(n),
            blob: new Uint8Array(9),
          }),
      ],
      [
        sealedLimits.knockBytes,
        (n: number) => fits({ type: 'knock', knockId: new Uint8Array(16), bytes: new Uint8Array(n) }),
      ],
      [
        sealedLimits.doorTokenMaxBytes,
        (n: number) => fits({ type: 'hello', epoch: 1, fromSeq: 0, doorToken: new Uint8Array(n) }),
      ],
    ] as const
    for (const [limit, fitsSize] of cases) {
      expect(fitsSize(limit)).toBe(true)
      expect(fitsSize(limit + 1)).toBe(false)
    }
    expect(fits({ type: 'hello', epoch: 1, fromSeq: 0, doorToken: new Uint8Array(15) })).toBe(false)
  })
})

describe('welcome', () => {
  const entry = (seq: number, size: number): LogEntry => ({ seq, blob: new Uint8Array(size).fill(seq) })
  const join = (state: Parameters<typeof splitWelcome>[0], fromSeq: number) => {
    const frames = [...splitWelcome(state, fromSeq)]
    for (const frame of frames) {
      expect(encodeServerFrame(frame).length).toBeLessThanOrEqual(sealedLimits.welcomeFrameBytes)
    }
    expect(frames.map((frame) => frame.last)).toEqual(frames.map((_, i) => i === frames.length - 1))
    return {
      count: frames.length,
      snapshot: frames.reduce((sum, frame) => sum + (frame.snapshotPart?.length ?? 0), 0),
      seqs: frames.flatMap((frame) => frame.entries.map((one) => one.seq)),
    }
  }

  test('[SF4] carries everything in frames under the limit: a snapshot of 2 MB, a log of 8 MB, and nothing at all', () => {
    const empty = { epoch: 1, head: 0, snapSeq: 0, snapshot: null, entries: [] }
    expect(join(empty, 0)).toEqual({ count: 1, snapshot: 0, seqs: [] })
    const many = Array.from({ length: 128 }, (_, i) => entry(11 + i, sealedLimits.blobBytes))
    const full = {
      epoch: 1,
      head: 138,
      snapSeq: 10,
      snapshot: new Uint8Array(sealedLimits.snapshotBytes),
      entries: many,
    }
    expect(join(full, 0)).toMatchObject({
      snapshot: sealedLimits.snapshotBytes,
      seqs: many.map((one) => one.seq),
    })
  })

  test('[SF5] leaves out what the client has, and starts anew for one that is past the head', () => {
    const state = {
      epoch: 1,
      head: 13,
      snapSeq: 10,
      snapshot: new Uint8Array(5),
      entries: [11, 12, 13].map((seq) => entry(seq, 70)),
    }
    expect(join(state, 12)).toMatchObject({ snapshot: 0, seqs: [13] })
    expect(join(state, 10)).toMatchObject({ snapshot: 0, seqs: [11, 12, 13] })
    expect(join(state, 9)).toMatchObject({ snapshot: 5, seqs: [11, 12, 13] })
    expect(join(state, 14)).toMatchObject({ snapshot: 5, seqs: [11, 12, 13] })
  })
})
