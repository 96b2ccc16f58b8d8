import type { ClientFrame } from '@kringplan/shared/sealed/relayFrames'
import { describe, expect, test } from 'vitest'
import { Rekeying } from './rekeying.ts'
import { makeRoom } from './roomKey.ts'
import { RoomKeys } from './roomKeys.ts'
import { secureRandom } from './secureRandom.ts'
import type { SendQueue } from './sendQueue.ts'

describe('giving a room its next key', () => {
  test('[GO1] a device that came in between two tries is given it too', async () => {
    const sent: ClientFrame[] = []
    const rekeying = new Rekeying({
      keys: new RoomKeys(makeRoom(secureRandom)),
      queue: { reseal: () => {} } as unknown as SendQueue,
      random: secureRandom,
      setTimer: () => () => {},
      seal: () => new Uint8Array(1),
      held: () => ({ baseSeq: 0, coversSeq: sent.length }),
      send: (frame) => sent.push(frame) > 0,
      onForged: () => {},
    })
    const devices = [1]
    const ended = rekeying.start(async () => Uint8Array.from(devices))
    await new Promise((resolve) => setImmediate(resolve))
    // The entry of which the relay speaks is that of a device that comes in.
    devices.push(2)
    rekeying.raced()
    await new Promise((resolve) => setImmediate(resolve))
    const wraps = sent.map((frame) => (frame.type === 'rekey' ? [...frame.wraps] : []))
    expect(wraps).toEqual([[1], [1, 2]])
    rekeying.lost()
    expect(await ended).toBe('offline')
  })

  test('[GO2] without an answer of the relay it ends, and can be tried again', async () => {
    let late = () => {}
    const rekeying = new Rekeying({
      keys: new RoomKeys(makeRoom(secureRandom)),
      queue: { reseal: () => {} } as unknown as SendQueue,
      random: secureRandom,
      setTimer: (fn) => {
        late = fn
        return () => {}
      },
      seal: () => new Uint8Array(1),
      held: () => ({ baseSeq: 0, coversSeq: 0 }),
      send: () => true,
      onForged: () => {},
    })
    for (let i = 0; i < 2; i++) {
      const ended = rekeying.start(async () => new Uint8Array(1))
      await new Promise((resolve) => setImmediate(resolve))
      late()
      expect(await ended).toBe('offline')
    }
  })
})
