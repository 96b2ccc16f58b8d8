import { describe, expect, test } from 'vitest'
import { FakeDisk } from './fakeWorld.testkit.ts'
import { MemoryRelay } from './memoryRelay.testkit.ts'
import { deriveDoorToken } from './roomKey.ts'
import { connectSealed } from './sealedProvider.ts'
import { open, makeRig, write, read, leave } from './sealedRig.testkit.ts'

describe('one device', () => {
  test('[SY1] says connecting, then live and loaded, and arrived only once the relay has stored it', async () => {
    const { world, relay, join } = makeRig()
    const board = join()
    expect(board.getStatus()).toEqual({ link: 'connecting', loaded: false, arrived: false })
    await world.run(1000)
    expect(board.getStatus()).toEqual({ link: 'live', loaded: true, arrived: true })
    relay.tamper = (frame) => (frame.type === 'ack' ? null : frame)
    write(board, 'soep op zondag')
    await world.run(200)
    expect(board.getStatus().arrived).toBe(false)
    relay.tamper = (frame) => frame
    await world.run(30_000)
    expect(board.getStatus()).toEqual({ link: 'live', loaded: true, arrived: true })
    expect(relay.stored.head).toBeGreaterThan(0)
  })

  test('[SY2] what was typed before the first connection comes after the schema and arrives', async () => {
    const { world, relay, join } = makeRig()
    const board = join()
    write(board, 'vroeg')
    await world.run(1000)
    const phone = join()
    await world.run(1000)
    expect(read(phone)).toBe('vroeg')
    expect(board.getStatus().arrived).toBe(true)
    expect(relay.rejected).toEqual([])
  })

  test('[SY3] tells the same status object until something changes', async () => {
    const { world, join } = makeRig()
    const board = join()
    await world.run(1000)
    const seen: unknown[] = []
    board.subscribe(() => seen.push(board.getStatus()))
    const before = board.getStatus()
    await world.run(1000)
    expect(board.getStatus()).toBe(before)
    write(board, 'a')
    await world.run(1000)
    expect(seen.length).toBe(2)
  })
})

describe('connection', () => {
  test('[SY4] words typed without a connection arrive after it comes back, each once', async () => {
    const { world, relay, join } = makeRig()
    const [board, phone] = [join(), join()]
    await world.run(1000)
    relay.isUp = false
    relay.restart()
    await world.run(100)
    for (const letter of 'zonder netwerk') write(phone, letter)
    expect(phone.getStatus()).toMatchObject({ link: 'offline', loaded: true, arrived: false })
    const before = relay.received.filter((frame) => frame.type === 'append').length
    relay.isUp = true
    await world.run(20_000)
    expect(read(board)).toBe('zonder netwerk')
    expect(phone.getStatus()).toMatchObject({ link: 'live', arrived: true })
    // Fourteen keys went out as one entry.
    expect(relay.received.filter((frame) => frame.type === 'append').length - before).toBe(1)
    expect(board.getDetail().warnings).toMatchObject({ missing: 0, repeated: 0, unreadable: 0 })
  })

  test('[SY5] an entry whose acknowledgement was lost is not stored twice', async () => {
    const { world, relay, join } = makeRig()
    const [board, phone] = [join(), join()]
    await world.run(1000)
    relay.tamper = (frame) => (frame.type === 'ack' ? null : frame)
    write(phone, 'een keer')
    await world.run(500)
    const head = relay.stored.head
    relay.tamper = (frame) => frame
    relay.restart()
    await world.run(5000)
    expect(relay.stored.head).toBe(head)
    expect(phone.getStatus().arrived).toBe(true)
    expect(board.getDetail().warnings.repeated).toBe(0)
  })

  test('[SY6] a dead connection that never closes is noticed by an answer that stays away', async () => {
    const { world, relay, join } = makeRig()
    const board = join()
    await world.run(1000)
    relay.tamper = () => null
    write(board, 'hallo?')
    await world.run(9000)
    relay.tamper = (frame) => frame
    expect(board.getStatus().arrived).toBe(false)
    await world.run(15_000)
    expect(board.getStatus()).toMatchObject({ link: 'live', arrived: true })
  })

  test('[SY7] a close code that forbids is final, any other is not', async () => {
    const { world, relay, join } = makeRig()
    const [board, phone] = [join(), join()]
    await world.run(1000)
    relay.restart(4205)
    await world.run(5000)
    expect(board.getStatus().link).toBe('live')
    relay.restart(4403)
    await world.run(60_000)
    expect(board.getStatus().link).toBe('refused')
    expect(phone.getStatus().link).toBe('refused')
  })
})

describe('key and schema', () => {
  test('[I5] a wrong key gets no byte of the draft and changes nothing; the right one does', async () => {
    const { world, secret, relay, join } = makeRig()
    const board = join()
    write(board, 'geheim')
    await world.run(1000)
    const stored = relay.copy()
    const before = relay.sent.length
    const stranger = join({ secret: { ...secret, key: world.random(32) } })
    write(stranger, 'vandaal')
    await world.run(10_000)
    expect(stranger.getStatus()).toEqual({ link: 'refused', loaded: false, arrived: false })
    expect(read(stranger)).toBe('vandaal')
    expect(relay.stored).toMatchObject({ head: stored.head })
    const toStranger = relay.sent.slice(before).filter((one) => !one.inside)
    expect(toStranger.reduce((sum, one) => sum + one.bytes.length, 0)).toBeLessThan(8)
    const phone = join()
    await world.run(1000)
    expect(read(phone)).toBe('geheim')
  })

  test('[I15] another schema is refused before anything is applied, from the log and from a snapshot', async () => {
    const { world, relay, join } = makeRig()
    const board = join()
    write(board, 'versie een')
    await world.run(1000)
    const newer = join({ schemaVersion: 2 })
    await world.run(1000)
    expect(newer.getStatus()).toMatchObject({ link: 'refused', loaded: false })
    expect(read(newer)).toBe('')
    board.compact()
    await world.run(1000)
    expect(relay.stored.snapshot).not.toBeNull()
    const newest = join({ schemaVersion: 2 })
    await world.run(1000)
    expect(newest.getStatus()).toMatchObject({ link: 'refused', loaded: false })
    expect(read(newest)).toBe('')
    const same = join()
    await world.run(1000)
    expect(read(same)).toBe('versie een')
  })

  test('[SY8] another epoch is refused', async () => {
    const { world, secret, join } = makeRig()
    const relay = new MemoryRelay(2, deriveDoorToken(secret), () => world.now)
    const board = join({ relay })
    await world.run(1000)
    expect(board.getStatus().link).toBe('refused')
    expect(board.getDetail().warnings.foreignEpoch).toBe(1)
  })
})

describe('a server that is not honest', () => {
  test('[I7] an entry kept back, an entry changed and a log rolled back each show', async () => {
    const { world, relay, join } = makeRig()
    const [board, phone] = [join(), join()]
    await world.run(1000)
    write(board, 'a')
    await world.run(500)
    expect(phone.getDetail().warnings).toMatchObject({ missing: 0, unreadable: 0, rolledBack: 0 })

    let kept = 0
    relay.tamper = (frame) => (frame.type === 'entry' && kept++ === 0 ? null : frame)
    write(board, 'b')
    await world.run(200)
    write(board, 'c')
    await world.run(5000)
    expect(phone.getDetail().warnings).toMatchObject({ holes: 1, missing: 0 })
    expect(read(phone)).toBe('abc')

    // One that also numbers the rest anew, so that the row has no hole.
    let hidden = false
    relay.tamper = (frame) => {
      if (frame.type !== 'entry') return frame
      if (!hidden) {
        hidden = true
        return null
      }
      return { ...frame, seq: frame.seq - 1 }
    }
    const withheld = relay.copy()
    write(board, '1')
    await world.run(200)
    write(board, '2')
    await world.run(1000)
    // It was asked for again at once.
    expect(phone.getDetail().warnings).toMatchObject({ holes: 1, missing: 0, skipped: 1 })
    expect(read(phone)).toBe('abc12')
    relay.tamper = (frame) => frame
    expect(relay.stored.head).toBe(withheld.head + 2)
    relay.restart()
    await world.run(5000)
    board.doc.getText('plan').delete(3, 2)
    await world.run(500)
    expect(read(phone)).toBe('abc')

    relay.tamper = (frame) => {
      if (frame.type !== 'entry') return frame
      const blob = frame.blob.slice()
      blob[60] = (blob[60] ?? 0) ^ 1
      return { ...frame, blob }
    }
    write(board, 'd')
    await world.run(500)
    expect(phone.getDetail().warnings.unreadable).toBe(1)
    expect(read(phone)).toBe('abc')

    relay.tamper = (frame) => frame
    const old = relay.copy()
    write(board, 'e')
    await world.run(500)
    relay.stored = old
    relay.restart()
    await world.run(30_000)
    // By who comes back first: the other finds a log that is as long as its own again.
    expect(board.getDetail().warnings.rolledBack + phone.getDetail().warnings.rolledBack).toBe(1)
    // What the server lost is stored again by who still has it.
    const late = join()
    await world.run(2000)
    expect(read(late)).toBe('abcde')
  })

  test('[I7] [SR5] a snapshot with a changed byte turns nobody away: it is said, and asked for again', async () => {
    const { world, relay, join } = makeRig()
    const board = join()
    write(board, 'heel het plan')
    await world.run(20_000)
    expect(relay.stored.snapshot).not.toBeNull()
    relay.tamper = (frame) => {
      if (frame.type !== 'welcome' || frame.snapshotPart === null) return frame
      const snapshotPart = frame.snapshotPart.slice()
      snapshotPart[60] = (snapshotPart[60] ?? 0) ^ 1
      return { ...frame, snapshotPart }
    }
    const phone = join()
    await world.run(5000)
    expect(phone.getStatus()).toMatchObject({ link: 'offline', loaded: false })
    expect(phone.getStatus().doubts).toBeGreaterThan(0)
    expect(read(phone)).toBe('')
    relay.tamper = (frame) => frame
    await world.run(16_000)
    expect(phone.getStatus()).toMatchObject({ link: 'live', loaded: true })
    expect(read(phone)).toBe('heel het plan')
  })

  test('[I7] a newcomer notices that the log is older than at the moment of being let in', async () => {
    const { world, relay, secret, join } = makeRig()
    const board = join()
    write(board, 'a')
    await world.run(1000)
    const old = relay.copy()
    write(board, 'b')
    await world.run(1000)
    const { floor } = board.makeAdmission()
    const enter = () =>
      connectSealed({
        url: 'wss://relay.test/sealed',
        secret,
        schemaVersion: 1,
        env: world.env(relay),
        makeOutbox: (page) => new FakeDisk().outbox(secret.room, 'other', page, () => world.now),
        floor,
      })
    const honest = enter()
    open.add(honest)
    await world.run(1000)
    expect(honest.getDetail().warnings.rolledBack).toBe(0)
    leave(board)
    leave(honest)
    relay.stored = old
    const cheated = enter()
    open.add(cheated)
    await world.run(1000)
    expect(cheated.getDetail().warnings.rolledBack).toBe(1)
  })
})
