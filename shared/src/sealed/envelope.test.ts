import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BlobHeader,
  blobSize,
  buildAad,
  concatBytes,
  decodeBlob,
  decodeContent,
  encodeBlob,
  encodeContent,
  paddedSize,
} from './envelope.ts'
import { sealedLimits } from './limits.ts'

const bytes = (maxLength: number) => fc.uint8Array({ maxLength })
const header: fc.Arbitrary<BlobHeader> = fc.record({
  kind: fc.constantFrom('update', 'snapshot', 'awareness', 'control'),
  epoch: fc.integer({ min: 1, max: 0xffffffff }),
})

describe('blob', () => {
  test('[SE1] is read back as it was written', () => {
    fc.assert(
      fc.property(header, fc.integer({ min: 0, max: 20 }), (head, steps) => {
        const blob = {
          header: head,
          nonce: new Uint8Array(24).fill(7),
          ciphertext: new Uint8Array(paddedSize(16 + steps * 400) + 16).fill(9),
        }
        expect(decodeBlob(encodeBlob(blob))).toEqual({ ok: true, value: blob })
      }),
    )
  })

  test('[SE2] no bytes make reading throw, and another version, kind or epoch 0 is refused', () => {
    fc.assert(fc.property(bytes(300), (any) => typeof decodeBlob(any).ok === 'boolean'))
    const good = encodeBlob({
      header: { kind: 'update', epoch: 1 },
      nonce: new Uint8Array(24),
      ciphertext: new Uint8Array(80),
    })
    expect(decodeBlob(good).ok).toBe(true)
    const changed = [
      [0, 2],
      [1, 4],
      [5, 0],
    ] as const
    for (const [at, value] of changed) {
      const bad = good.slice()
      bad[at] = value
      expect(decodeBlob(bad)).toEqual({ ok: false, reason: 'malformed' })
    }
    for (let length = 0; length < good.length; length++)
      expect(decodeBlob(good.subarray(0, length)).ok).toBe(false)
  })

  test('[SE3] the additional data differs for another room, kind and epoch', () => {
    const names = [
      buildAad('room', { kind: 'update', epoch: 1 }),
      buildAad('room2', { kind: 'update', epoch: 1 }),
      buildAad('room', { kind: 'control', epoch: 1 }),
      buildAad('room', { kind: 'update', epoch: 2 }),
    ].map((aad) => aad.join())
    expect(new Set(names).size).toBe(4)
  })
})

describe('content', () => {
  test('[SE4] is read back as it was written, and no bytes make reading throw', () => {
    fc.assert(
      fc.property(bytes(9000), fc.integer({ min: 1, max: 0xffffffff }), (payload, ctr) => {
        const content = { dev: new Uint8Array(8).fill(3), ctr, payload }
        expect(decodeContent(encodeContent(content))).toEqual({ ok: true, value: content })
      }),
    )
    fc.assert(fc.property(bytes(200), (any) => typeof decodeContent(any).ok === 'boolean'))
  })

  test('[SE5] one content has one encoding: anything in the padding is refused', () => {
    const good = encodeContent({ dev: new Uint8Array(8), ctr: 1, payload: new Uint8Array(5) })
    expect(decodeContent(good).ok).toBe(true)
    for (let at = 21; at < good.length; at++) {
      const bad = good.slice()
      bad[at] = 1
      expect(decodeContent(bad).ok).toBe(false)
    }
    expect(decodeContent(concatBytes(good, new Uint8Array(64))).ok).toBe(false)
  })

  test('[I16] everything up to 48 bytes is the same number of bytes, and sizes come in few steps', () => {
    const sizes = Array.from({ length: 49 }, (_, i) => blobSize(i))
    expect(new Set(sizes)).toEqual(new Set([110]))
    const all = new Set(Array.from({ length: 20_000 }, (_, i) => paddedSize(i)))
    expect([...all]).toEqual([64, 128, 256, 512, 1024, 2048, 4096, 8192, 12288, 16384, 20480])
  })

  test('[SE6] a payload of 60 kB fits an entry, and the largest state a snapshot', () => {
    expect(blobSize(60 * 1024 - 16)).toBeLessThanOrEqual(sealedLimits.blobBytes)
    expect(blobSize(60 * 1024)).toBeGreaterThan(sealedLimits.blobBytes)
    expect(blobSize(2_093_000)).toBeLessThanOrEqual(sealedLimits.snapshotBytes)
  })
})
