import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededBytes, seededChance } from './fakeWorld.testkit.ts'
import { deriveDoorToken, hashDoorToken, makeRoom } from './roomKey.ts'
import { openBlob, sealBlob } from './seal.ts'

const random = seededBytes(seededChance(1))
const secret = makeRoom(random)
const content = { dev: random(8), ctr: 5, payload: random(30) }
const blob = sealBlob(secret, 'update', content, random)

describe('sealing', () => {
  test('[I3] opens with the same key, room, kind and epoch, as it was', () => {
    expect(openBlob(secret, blob)).toEqual({ end: 'opened', kind: 'update', content })
  })

  test('[I3] a flipped bit anywhere, and any cut, does not open', () => {
    for (let at = 0; at < blob.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const bad = blob.slice()
        bad[at] = (bad[at] ?? 0) ^ (1 << bit)
        expect(openBlob(secret, bad).end).not.toBe('opened')
      }
      expect(openBlob(secret, blob.subarray(0, at)).end).toBe('tampered')
    }
  })

  test('[I3] another room, kind, epoch or key does not open', () => {
    expect(openBlob({ ...secret, room: 'elsewhere' }, blob).end).toBe('tampered')
    expect(openBlob({ ...secret, key: random(32) }, blob).end).toBe('tampered')
    expect(openBlob({ ...secret, epoch: 2 }, blob)).toEqual({ end: 'wrongEpoch', epoch: 1 })
    const moved = blob.slice()
    moved[1] = 3
    expect(openBlob(secret, moved).end).toBe('tampered')
    const later = blob.slice()
    later[5] = 2
    expect(openBlob({ ...secret, epoch: 2 }, later).end).toBe('tampered')
  })

  test('[I3] no bytes make opening throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (any) => openBlob(secret, any).end !== 'opened'))
    expect(openBlob(secret, blob).end).toBe('opened')
  })

  test('[I16] a key pressed and a word deleted are the same number of bytes', () => {
    const sizes = [1, 9, 30, 48].map(
      (n) => sealBlob(secret, 'update', { ...content, payload: random(n) }, random).length,
    )
    expect(new Set(sizes).size).toBe(1)
    expect(sealBlob(secret, 'update', { ...content, payload: random(49) }, random).length).not.toBe(sizes[0])
  })
})

describe('door token', () => {
  test('[SK1] is another for another key, room and epoch, and its hash is not it', () => {
    const token = deriveDoorToken(secret)
    expect(token.length).toBe(32)
    expect(deriveDoorToken({ ...secret })).toEqual(token)
    const others = [
      deriveDoorToken({ ...secret, epoch: 2 }),
      deriveDoorToken({ ...secret, room: 'x' }),
      deriveDoorToken({ ...secret, key: random(32) }),
      hashDoorToken(token),
      secret.key,
    ]
    expect(new Set([token, ...others].map((one) => one.join())).size).toBe(6)
  })

  test('[SK2] a room is named by 22 characters that the address and the contract take', () => {
    expect(makeRoom(random).room).toMatch(/^[A-Za-z0-9_-]{22}$/)
  })
})
