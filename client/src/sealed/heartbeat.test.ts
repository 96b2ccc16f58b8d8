import { decodeBlob } from '@kringplan/shared/sealed/envelope'
import type { ServerFrame } from '@kringplan/shared/sealed/relayFrames'
import { describe, expect, test } from 'vitest'
import { seededChance } from './fakeWorld.testkit.ts'
import { makeRig, read, write } from './sealedRig.testkit.ts'

const doubts = (device: { getStatus(): { doubts?: number } }) => device.getStatus().doubts ?? 0

describe('what the others say that they have', () => {
  test('[I7] [DT1] the newest words of a device, kept back without a gap, are noticed within fifteen seconds and fetched', async () => {
    const { world, relay, join } = makeRig(51)
    const [board, phone] = [join(), join()]
    await world.run(6000)
    write(board, 'a')
    await world.run(6000)
    relay.tamper = (frame) => (frame.type === 'entry' || frame.type === 'snapped' ? null : frame)
    write(board, 'b')
    await world.run(5000)
    expect(doubts(phone)).toBe(0)
    await world.run(8000)
    expect([doubts(board), doubts(phone)]).toEqual([0, 1])
    // All of it is asked for again: what the relay gives then is there.
    expect(read(phone)).toBe('ab')
  })

  test('[I7] [DT2] two different entries under one number are noticed, and neither device loses a word', async () => {
    const { world, relay, join } = makeRig(52)
    const [board, phone] = [join(), join()]
    await world.run(6000)
    // The relay loses the last entry, and the phone is first to write in its place.
    const old = relay.copy()
    write(board, 'board ')
    await world.run(8000)
    relay.stored = { ...old }
    const head = old.head
    write(phone, 'phone ')
    await world.run(500)
    expect(relay.stored.head).toBe(head + 1)
    await world.run(60_000)
    expect(doubts(board) + doubts(phone)).toBeGreaterThan(0)
    const [one, other] = [read(board), read(phone)]
    expect(one).toBe(other)
    for (const word of ['board', 'phone']) expect(one).toContain(word)
  })

  test('[DT3] an honest relay raises no doubt: much writing, lost connections, snapshots, a relay that starts anew', async () => {
    const seed = 53
    const { world, relay, join } = makeRig(seed)
    const devices = [join(), join(), join(), join()]
    const chance = seededChance(seed)
    await world.run(3000)
    for (let i = 0; i < 120; i++) {
      for (const device of devices) if (chance() < 0.4) write(device, 'w ')
      if (chance() < 0.05) relay.dropSome(chance)
      if (chance() < 0.02) relay.restart()
      await world.run(chance() * 2000)
    }
    await world.run(60_000)
    expect(devices.map(doubts), `seed ${seed}`).toEqual([0, 0, 0, 0])
    expect(new Set(devices.map(read)).size).toBe(1)
  })

  test('[DT4] what devices say of the log is sealed, and padded to the size of any other presence', async () => {
    const { world, relay, join } = makeRig(54)
    const sizes = new Set<number>()
    relay.tamper = (frame: ServerFrame) => {
      if (frame.type === 'ephemeral') {
        expect(decodeBlob(frame.blob).ok).toBe(true)
        sizes.add(frame.blob.length)
      }
      return frame
    }
    const [board] = [join(), join()]
    for (let i = 0; i < 10; i++) {
      write(board, 'a')
      await world.run(5000)
    }
    expect([...sizes].toSorted((a, b) => a - b)).toEqual([110, 174])
  })

  test('[DT2] a device that says what is not so for ever does not have the others fetch the log without end', async () => {
    const { world, relay, join } = makeRig(55)
    const [liar, phone] = [join(), join()]
    await world.run(6000)
    relay.received.length = 0
    // Its own beat puts the true one back with each look.
    for (let i = 0; i < 600; i++) {
      liar.awareness.setLocalStateField('beat', { dev: 'ff'.repeat(8), ctr: 9, head: 1e9, sum: 'no' })
      await world.run(1000)
    }
    expect(doubts(phone)).toBeGreaterThan(0)
    expect(relay.received.filter(({ type }) => type === 'hello').length).toBeLessThan(8)
  })
})
