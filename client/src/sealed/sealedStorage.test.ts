import { sealedLimits } from '@kringplan/shared/sealed/limits'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openBlob } from './seal.ts'
import { FakeDisk } from './fakeWorld.testkit.ts'
import { makeRig, write, read, leave, kill } from './sealedRig.testkit.ts'

describe('this device only', () => {
  test('[SY9] words typed without a connection survive a killed page and a reload, as ciphertext', async () => {
    const { world, relay, join } = makeRig()
    const disk = new FakeDisk()
    const phone = join({ disk })
    await world.run(1000)
    relay.isUp = false
    relay.restart()
    await world.run(100)
    write(phone, 'KANARIE op dit toestel')
    await world.run(100)
    const raw = [...disk.entries.values()].map((entry) => Buffer.from(entry.sealed).toString('latin1')).join()
    expect(raw.length).toBeGreaterThan(50)
    expect(raw).not.toContain('KANARIE')
    kill(phone, disk)
    relay.isUp = true
    const again = join({ disk })
    const other = join()
    await world.run(5000)
    // The killed page may still live as far as anybody knows, so its words wait, and the status says so.
    expect(again.getStatus()).toMatchObject({ link: 'live', arrived: false })
    await world.run(30_000)
    expect(read(other)).toBe('KANARIE op dit toestel')
    expect(again.getStatus().arrived).toBe(true)
    expect(disk.entries.size).toBe(0)
  })

  test('[SY9] a page that said goodbye is taken over from at once', async () => {
    const { world, relay, join } = makeRig()
    const disk = new FakeDisk()
    const phone = join({ disk })
    await world.run(1000)
    relay.isUp = false
    relay.restart()
    write(phone, 'tot zo')
    await world.run(100)
    leave(phone)
    relay.isUp = true
    const again = join({ disk })
    await world.run(2000)
    expect(read(again)).toBe('tot zo')
    expect(again.getStatus().arrived).toBe(true)
  })

  test('[SY15] two live pages of one seat send every word once and lose none', async () => {
    const { world, relay, join } = makeRig()
    const disk = new FakeDisk()
    const [first, second, witness] = [join({ disk }), join({ disk }), join()]
    await world.run(1000)
    relay.isUp = false
    relay.restart()
    await world.run(100)
    write(first, 'een ')
    write(second, 'twee ')
    await world.run(8000)
    const third = join({ disk })
    await world.run(100)
    const before = relay.stored.head
    relay.isUp = true
    await world.run(60_000)
    for (const page of [first, second, third, witness]) {
      expect(read(page)).toContain('een ')
      expect(read(page)).toContain('twee ')
      expect(page.getStatus().arrived).toBe(true)
      expect(page.getDetail().warnings).toMatchObject({ missing: 0, repeated: 0 })
    }
    expect(relay.stored.head - before).toBe(2)
    expect(disk.entries.size).toBe(0)
  })

  test('[SY16] a page that slept while another took its words over does not send them again', async () => {
    const { world, relay, join } = makeRig()
    const disk = new FakeDisk()
    const sleeper = join({ disk })
    await world.run(1000)
    relay.isUp = false
    relay.restart()
    await world.run(100)
    write(sleeper, 'slaap')
    await world.run(100)
    // Asleep: no sign of life although it is there.
    disk.pages.clear()
    const awake = join({ disk })
    await world.run(100)
    const before = relay.stored.head
    relay.isUp = true
    await world.run(60_000)
    expect(read(awake)).toBe('slaap')
    expect(relay.stored.head - before).toBe(1)
    expect(sleeper.getStatus().arrived).toBe(true)
    expect(awake.getStatus().arrived).toBe(true)
  })
})

describe('compaction', () => {
  test('[I4] two devices that compact at once leave one snapshot, and both are whole', async () => {
    const { world, relay, join } = makeRig()
    const [board, phone] = [join(), join()]
    await world.run(1000)
    write(board, 'samen')
    await world.run(500)
    board.compact()
    phone.compact()
    await world.run(1000)
    expect(relay.rejected).toEqual(['snapshotRace'])
    expect(relay.stored.entries).toEqual([])
    write(phone, ' verder')
    await world.run(500)
    const late = join()
    await world.run(1000)
    expect(read(late)).toBe('samen verder')
    expect(read(board)).toBe('samen verder')
  })

  test('[I11] a pause in the writing replaces the log, and deleted words are in the snapshot no more', async () => {
    const { world, relay, secret, join } = makeRig()
    const board = join()
    const undo = new Y.UndoManager(board.doc.getText('plan'))
    await world.run(1000)
    write(board, 'KANARIE')
    board.doc.getText('plan').delete(0, 7)
    write(board, 'plan')
    await world.run(500)
    expect(relay.stored.snapSeq).toBe(0)
    expect(Buffer.from(Y.encodeStateAsUpdate(board.doc)).includes('KANARIE')).toBe(true)
    await world.run(10_000)
    expect(relay.stored.snapSeq).toBe(relay.stored.head)
    const late = join()
    await world.run(1000)
    const opened = openBlob(secret, relay.stored.snapshot ?? new Uint8Array())
    expect(opened.end).toBe('opened')
    if (opened.end !== 'opened') return
    expect(Buffer.from(opened.content.payload).includes('plan')).toBe(true)
    expect(Buffer.from(opened.content.payload).includes('KANARIE')).toBe(false)
    expect(read(late)).toBe('plan')
    undo.destroy()
  })

  test('[SY10] a change too large for an entry travels in a snapshot, also when another wins the race', async () => {
    let races = 0
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const { world, relay, join } = makeRig(seed)
      const [board, phone] = [join(), join()]
      await world.run(1000)
      write(phone, 'klein')
      await world.run(200)
      phone.compact()
      write(board, 'x'.repeat(100_000))
      expect(board.getStatus().arrived).toBe(false)
      await world.run(20_000)
      expect(board.getStatus().arrived).toBe(true)
      const late = join()
      await world.run(1000)
      expect(read(late).length).toBe(100_005)
      races += relay.rejected.filter((code) => code === 'snapshotRace').length
    }
    expect(races).toBeGreaterThan(0)
  })

  test('[SY11] a full log makes room by a snapshot and loses nothing', async () => {
    const { world, relay, join } = makeRig()
    relay.logBytesLimit = 6000
    const [board, phone] = [join(), join()]
    await world.run(1000)
    for (let i = 0; i < 200; i++) {
      write(board, String(i % 10))
      await world.run(40)
    }
    await world.run(20_000)
    expect(relay.rejected).toContain('logFull')
    expect(read(phone)).toBe(read(board))
    expect(read(board).length).toBe(200)
    expect(board.getStatus().arrived).toBe(true)
    expect(phone.getDetail().warnings).toMatchObject({ unreadable: 0 })
  })

  test('[SY11] a plan that no room takes says that it is full, keeps the words, and goes on when some are gone', async () => {
    const { world, join } = makeRig()
    const [board, phone] = [join(), join()]
    await world.run(1000)
    write(phone, 'past wel')
    await world.run(1000)
    write(board, 'x'.repeat(sealedLimits.snapshotBytes))
    await world.run(20_000)
    expect(board.getStatus()).toMatchObject({ link: 'live', arrived: false, full: true })
    // The device whose words have all arrived has nothing to be told.
    expect(phone.getStatus().full ?? false).toBe(false)
    expect(read(board).length).toBeGreaterThan(sealedLimits.snapshotBytes)
    board.doc.getText('plan').delete(10, sealedLimits.snapshotBytes - 100)
    await world.run(30_000)
    expect(board.getStatus()).toMatchObject({ arrived: true, full: false })
    expect(read(phone)).toBe(read(board))
  })

  test('[SY12] typing faster than the relay allows never gets a refusal', async () => {
    const { world, relay, join } = makeRig()
    const [board, phone] = [join(), join()]
    await world.run(1000)
    for (let i = 0; i < 900; i++) {
      write(board, 'a')
      await world.run(5)
    }
    await world.run(10_000)
    expect(relay.rejected.filter((code) => code === 'rate')).toEqual([])
    expect(read(phone).length).toBe(900)
    expect(relay.received.filter((frame) => frame.type === 'append').length).toBeGreaterThan(100)
  })
})

describe('who is there', () => {
  test('[SY13] devices see each other, not after one has gone, and the relay stores nothing of it', async () => {
    const { world, relay, join } = makeRig()
    const [board, phone] = [join(), join()]
    await world.run(1000)
    const head = relay.stored.head
    phone.awareness.setLocalState({ name: 'Oma', at: 'a1' })
    await world.run(1000)
    expect(board.awareness.getStates().get(phone.awareness.clientID)).toEqual({ name: 'Oma', at: 'a1' })
    const late = join()
    await world.run(1000)
    expect(late.awareness.getStates().get(phone.awareness.clientID)).toEqual({ name: 'Oma', at: 'a1' })
    const bytes = relay.sent.map((one) => Buffer.from(one.bytes).toString('latin1')).join()
    expect(bytes).not.toContain('Oma')
    expect(relay.stored.head).toBe(head)
    leave(phone)
    await world.run(1000)
    expect(board.awareness.getStates().has(phone.awareness.clientID)).toBe(false)
  })

  test('[SY14] a replayed state changes nothing', async () => {
    const { world, relay, join } = makeRig()
    const [board, phone] = [join(), join()]
    await world.run(1000)
    let recorded: Uint8Array | undefined
    relay.tamper = (frame) => {
      if (frame.type === 'ephemeral') recorded ??= frame.blob
      return frame
    }
    phone.awareness.setLocalState({ at: 'a1' })
    await world.run(1000)
    phone.awareness.setLocalState({ at: 'a2' })
    await world.run(1000)
    const old = recorded
    expect(old).toBeDefined()
    relay.tamper = (frame) =>
      frame.type === 'ephemeral' && old !== undefined ? { type: 'ephemeral', blob: old } : frame
    phone.awareness.setLocalState({ at: 'a3' })
    await world.run(1000)
    expect(board.awareness.getStates().get(phone.awareness.clientID)).toEqual({ at: 'a2' })
  })
})
