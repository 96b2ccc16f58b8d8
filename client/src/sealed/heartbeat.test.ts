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
    expect(relay.stored.head).toBeGreaterThan(head)
    // The board has another entry under that number, which was acknowledged.
    expect(doubts(board)).toBeGreaterThan(0)
    await world.run(60_000)
    expect(doubts(board) + doubts(phone)).toBeGreaterThan(0)
    const [one, other] = [read(board), read(phone)]
    expect(one).toBe(other)
    for (const word of ['board', 'phone']) expect(one).toContain(word)
  })

  test('[DT2] words that the relay acknowledged and forgot come back from the device that wrote them', async () => {
    const { world, relay, join } = makeRig(56)
    const [board, phone] = [join(), join()]
    await world.run(6000)
    write(phone, 'a')
    await world.run(8000)
    const old = relay.copy()
    relay.tamper = (frame) => (frame.type === 'entry' ? null : frame)
    write(board, 'b')
    await world.run(100)
    relay.stored = { ...old }
    relay.tamper = (frame) => frame
    expect([board.getStatus().arrived, read(phone)]).toEqual([true, 'a'])
    // Nobody connects anew: the next entry has a number that the board has given away.
    write(phone, 'c')
    await world.run(3000)
    expect(doubts(board)).toBeGreaterThan(0)
    for (const device of [board, phone, join()]) {
      await world.run(3000)
      expect([...read(device)].toSorted()).toEqual(['a', 'b', 'c'])
    }
  })

  test('[I7] [DT5] entries of one device in another order, or one twice, under numbers in a row, are said', async () => {
    for (const how of ['skipped', 'repeated'] as const) {
      const { world, relay, join } = makeRig(57)
      const [board, phone] = [join(), join()]
      await world.run(6000)
      const held: Extract<ServerFrame, { type: 'entry' }>[] = []
      relay.tamper = (frame) => {
        if (frame.type === 'entry') held.push(frame)
        return frame.type === 'entry' ? null : frame
      }
      write(board, 'a')
      await world.run(100)
      write(board, 'b')
      await world.run(100)
      const [first, second] = held
      if (first === undefined || second === undefined) throw new Error('two entries')
      const blobs = how === 'skipped' ? [second.blob, first.blob] : [first.blob, first.blob]
      relay.tamper = (frame) => frame
      blobs.forEach((blob, i) => relay.tell({ type: 'entry', seq: first.seq + i, blob }))
      await world.run(100)
      expect(phone.getDetail().warnings[how], how).toBe(1)
      expect(doubts(phone)).toBeGreaterThan(0)
      await world.run(60_000)
      expect([read(board), read(phone)]).toEqual(['ab', 'ab'])
    }
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

  test('[DT1] a second time, after it was calm for a while, is noticed as soon as the first', async () => {
    const { world, relay, join } = makeRig(58)
    const [board, phone] = [join(), join()]
    await world.run(6000)
    for (const times of [1, 2, 3]) {
      relay.tamper = (frame) => (frame.type === 'entry' || frame.type === 'snapped' ? null : frame)
      write(board, 'x')
      await world.run(13_000)
      expect(doubts(phone)).toBe(times)
      relay.tamper = (frame) => frame
      await world.run(20_000)
    }
    expect(read(phone)).toBe('xxx')
  })

  test('[DT1] also within the time in which the same difference would not be said again', async () => {
    const { world, relay, join } = makeRig(59)
    const [board, phone] = [join(), join()]
    await world.run(6000)
    for (const times of [1, 2, 3, 4]) {
      relay.tamper = (frame) => (frame.type === 'entry' || frame.type === 'snapped' ? null : frame)
      write(board, 'x')
      await world.run(15_000)
      expect(doubts(phone)).toBe(times)
      relay.tamper = (frame) => frame
      // All of it is fetched, and the two have said that they have the same.
      await world.run(7000)
      expect(read(phone)).toBe('x'.repeat(times))
    }
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
