import { decodeBlob } from '@kringplan/shared/sealed/envelope'
import { describe, expect, test } from 'vitest'
import { makeCircle } from './circleRig.testkit.ts'
import { FakeDisk } from './fakeWorld.testkit.ts'
import { makeKeyPair } from './hpke.ts'
import { makeRoom } from './roomKey.ts'
import { secureRandom } from './secureRandom.ts'
import { kill, read, write } from './sealedRig.testkit.ts'
import { makeWraps, openNextKey, openWraps } from './wraps.ts'

describe('the next key', () => {
  test('[I8] [GO1] who stays goes on with every word, also those under way; who was taken out gets and gives nothing more', async () => {
    const { world, relay, join, takeOut } = makeCircle(41)
    const [edith, herman, kees] = [join(), join(), join()]
    await world.run(3000)
    write(edith.live, 'voor. ')
    write(kees.live, 'van Kees. ')
    await world.run(1000)
    const before = read(herman.live)
    const ended = takeOut(edith, kees)
    // At the very moment: under way to the relay, and sealed with the key of before.
    let isWritten = false
    relay.tamper = (frame) => {
      if (frame.type === 'epoch' && !isWritten) {
        isWritten = true
        write(herman.live, 'onderweg ')
        write(kees.live, 'te laat ')
      }
      return frame
    }
    await world.run(5000)
    expect(await ended).toBe('done')
    write(edith.live, 'na. ')
    write(kees.live, 'stil. ')
    await world.run(8000)
    expect(read(herman.live)).toBe(read(edith.live))
    expect(read(edith.live)).toContain('onderweg ')
    expect(read(edith.live)).not.toContain('te laat')
    expect(read(herman.live)).toContain('na. ')
    expect(read(herman.live)).not.toContain('stil')
    expect(before).toContain('van Kees')
    expect(herman.live.getStatus()).toMatchObject({ link: 'live', arrived: true })
    expect(herman.live.getDetail()).toMatchObject({ epoch: 2 })
    expect(kees.live.getStatus().link).toBe('refused')
    expect(read(kees.live)).not.toContain('na. ')
    const blobs = [relay.stored.snapshot, ...relay.stored.entries.map(({ blob }) => blob)]
    const epochs = blobs.map((blob) => decodeBlob(blob ?? new Uint8Array()))
    expect(epochs.every((blob) => blob.ok && blob.value.header.epoch === 2)).toBe(true)
    // Positive control: with the key of now it is all there.
    const late = join(edith.last.secret)
    await world.run(3000)
    expect(read(late.live)).toBe(read(edith.live))
    // And the key of before opens nothing: not even a byte of the draft comes.
    const old = join(kees.last.secret)
    await world.run(3000)
    expect(read(old.live)).toBe('')
    expect(old.live.getStatus()).toMatchObject({ link: 'refused', loaded: false })
  })

  test('[I8] [GO2] of two removals at the same moment one wins, and the other can be done after it', async () => {
    const { world, join, takeOut } = makeCircle(42)
    const [edith, herman, kees, sam] = [join(), join(), join(), join()]
    await world.run(3000)
    const both = [takeOut(edith, kees), takeOut(herman, sam)]
    await world.run(3000)
    expect((await Promise.all(both)).toSorted()).toEqual(['done', 'raced'])
    const [winner, loser] = (await both[0]) === 'done' ? [kees, sam] : [sam, kees]
    expect(winner.live.getStatus().link).toBe('refused')
    expect(loser.live.getDetail().epoch).toBe(2)
    const again = takeOut(edith, kees, sam)
    await world.run(3000)
    expect(await again).toBe('done')
    expect(loser.live.getStatus().link).toBe('refused')
    write(herman.live, 'samen')
    await world.run(2000)
    expect(read(edith.live)).toBe('samen')
    expect(edith.live.getDetail().epoch).toBe(3)
  })

  test('[I8] [GO3] a phone that was away for two removals comes back with its words, also after its page was killed', async () => {
    const { world, relay, join, takeOut, secret } = makeCircle(43)
    const [edith, kees, sam] = [join(), join(), join()]
    const omar = join()
    await world.run(3000)
    relay.isUp = false
    relay.restart()
    await world.run(500)
    write(omar.live, 'van Omar')
    await world.run(200)
    kill(omar.live, omar.disk)
    relay.isUp = true
    await world.run(60_000)
    for (const out of [kees, sam]) {
      const ended = takeOut(edith, out)
      await world.run(5000)
      expect(await ended).toBe('done')
    }
    expect(read(edith.live)).toBe('')
    const back = join(secret, omar.keys, omar.disk)
    await world.run(60_000)
    expect(back.live.getDetail().epoch).toBe(3)
    expect(read(edith.live)).toBe('van Omar')
    expect(back.live.getStatus()).toMatchObject({ link: 'live', arrived: true })
    expect(omar.disk.entries.size).toBe(0)
  })

  test('[I8] [GO3] a page that went after it had kept its words under the next key, and not that key, sends them all the same', async () => {
    const { world, relay, join, takeOut, secret } = makeCircle(45)
    const [edith, kees, omar] = [join(), join(), join()]
    await world.run(3000)
    const ended = takeOut(edith, kees)
    await world.run(5000)
    expect(await ended).toBe('done')
    relay.isUp = false
    relay.restart()
    await world.run(500)
    write(omar.live, 'van Omar')
    await world.run(200)
    kill(omar.live, omar.disk)
    expect(omar.disk.entries.size).toBe(1)
    relay.isUp = true
    await world.run(60_000)
    const back = join(secret, omar.keys, omar.disk)
    await world.run(60_000)
    expect(back.live.getDetail().epoch).toBe(2)
    expect(read(edith.live)).toBe('van Omar')
    expect(omar.disk.entries.size).toBe(0)
  })

  test('[I8] [GO1] who was away and comes in by a card sends what it had typed under the key of before', async () => {
    const { world, relay, joinRaw, join, takeOut, secret } = makeCircle(47)
    const [edith, kees] = [join(), join()]
    const disk = new FakeDisk()
    // No wrap for it: its public key was not in the list.
    const away = joinRaw({ disk })
    await world.run(3000)
    relay.isUp = false
    relay.restart()
    await world.run(500)
    write(away, 'van Omar')
    await world.run(200)
    kill(away, disk)
    relay.isUp = true
    await world.run(60_000)
    const ended = takeOut(edith, kees)
    await world.run(5000)
    expect(await ended).toBe('done')
    joinRaw({ disk, secret: edith.last.secret, before: [secret] })
    await world.run(60_000)
    expect(read(edith.live)).toBe('van Omar')
    expect(disk.entries.size).toBe(0)
  })

  test('[I8] [GO1] a device that cannot load the key exchange at that moment comes along a little later', async () => {
    const { world, joinRaw, roster, join, takeOut } = makeCircle(46)
    const [edith, kees] = [join(), join()]
    const keys = makeKeyPair(world.random)
    let fails = 2
    const slow = joinRaw({
      openWrap: (before, wraps) =>
        fails-- > 0 ? Promise.reject(new Error('no network')) : openNextKey(keys, before, wraps),
    })
    roster.push(keys.publicKey)
    await world.run(3000)
    void takeOut(edith, kees)
    await world.run(20_000)
    expect(slow.getDetail().epoch).toBe(2)
    expect(slow.getStatus().link).toBe('live')
    expect(kees.live.getStatus().link).toBe('refused')
  })

  test('[GO1] a public key in the list that is none keeps nobody from a next key', async () => {
    const [edith, herman] = [makeKeyPair(secureRandom), makeKeyPair(secureRandom)]
    const before = makeRoom(secureRandom)
    const next = { ...before, epoch: 2, key: secureRandom(32) }
    const wraps = await makeWraps(edith, [new Uint8Array(32), herman.publicKey], before, next)
    expect(await openWraps(herman, before, wraps)).toEqual(next)
    // Who gives it has it too, whatever stands in the list.
    expect(await openWraps(edith, before, wraps)).toEqual(next)
  })

  test('[GO4] a wrap that the relay cuts out turns its device away no more than a forged one', async () => {
    const [edith, herman] = [makeKeyPair(secureRandom), makeKeyPair(secureRandom)]
    const before = makeRoom(secureRandom)
    const next = { ...before, epoch: 2, key: secureRandom(32) }
    const wraps = await makeWraps(edith, [herman.publicKey], before, next)
    const [head, wrap] = [1 + 32 + 32, 8 + 32 + 48]
    expect([wraps.length, wraps[head]]).toEqual([head + 1 + 2 * wrap, 2])
    const cut = wraps.slice(0, head + 1 + wrap)
    cut[head] = 1
    expect(await openNextKey(herman, before, cut)).toBe('forged')
    expect(await openNextKey(edith, before, cut)).toBe('forged')
    // The control: what a device of the circle made without one is no forgery.
    expect(await openNextKey(herman, before, await makeWraps(edith, [], before, next))).toBeUndefined()
    expect(await openNextKey(herman, before, wraps)).toEqual(next)
  })

  test('[I9] [GO4] a next key that the relay made, or that is no wrap at all, is not taken', async () => {
    const { world, relay, join, takeOut } = makeCircle(44)
    const [edith, herman] = [join(), join()]
    await world.run(3000)
    const forger = makeKeyPair(world.random)
    const known = { ...makeRoom(world.random), room: edith.last.secret.room, epoch: 2 }
    const forged = await makeWraps(forger, [herman.keys.publicKey], known, known)
    // The very bytes, but in the name of a device that is known.
    const posing = forged.slice()
    posing.set(edith.keys.publicKey, 1)
    for (const bytes of [forged, posing, new Uint8Array(0), forged.slice(0, -1), new Uint8Array(200)]) {
      const before = edith.last.secret
      expect(await openWraps(herman.keys, before, bytes)).toBeUndefined()
    }
    const first = edith.last.secret
    relay.tamper = (frame) => (frame.type === 'epoch' ? { ...frame, wraps: forged } : frame)
    void takeOut(edith)
    await world.run(3000)
    expect([first.epoch, herman.last.secret.epoch]).toEqual([1, 1])
    // It is no reason to go: the device says so, and asks again.
    expect(herman.live.getStatus().link).toBe('offline')
    expect(herman.live.getStatus().doubts).toBeGreaterThan(0)
    relay.tamper = (frame) => frame
    await world.run(16_000)
    expect(herman.live.getStatus().link).toBe('live')
    expect(herman.last.secret.epoch).toBe(2)
    // Positive control: the wrap of a device that is known opens.
    const good = await makeWraps(edith.keys, [herman.keys.publicKey], first, known)
    const opened = await openWraps(herman.keys, first, good)
    expect(opened?.key).toEqual(known.key)
  })
})
