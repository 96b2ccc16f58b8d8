import { keepForLater } from '@kringplan/shared/plan/circleWriting'
import { describe, expect, test } from 'vitest'
import { toBase64url } from './base64url.ts'
import { makeCircle } from './circleRig.testkit.ts'
import { FakeDisk } from './fakeWorld.testkit.ts'
import { deriveDoorToken, makeRoom } from './roomKey.ts'
import { keptKey } from './roomKeys.ts'
import { openBlob, sealBlob } from './seal.ts'
import { secureRandom } from './secureRandom.ts'
import { kill, read, write } from './sealedRig.testkit.ts'

describe('what devices keep for themselves, in later epochs', () => {
  test('[GO10] what was typed on a board that has lost every key is sent when it comes in by a card, under a later key', async () => {
    const { world, relay, joinRaw, join, takeOut, secret } = makeCircle(48)
    const [edith, kees, sam] = [join(), join(), join()]
    await world.run(3000)
    const disk = new FakeDisk()
    const board = joinRaw({ disk })
    await world.run(3000)
    relay.isUp = false
    relay.restart()
    await world.run(500)
    write(board, 'van het bord')
    await world.run(200)
    kill(board, disk)
    relay.isUp = true
    await world.run(60_000)
    keepForLater(edith.live.doc, 1, toBase64url(keptKey(secret)))
    for (const out of [kees, sam]) {
      const ended = takeOut(edith, out)
      await world.run(5000)
      expect(await ended).toBe('done')
    }
    expect(edith.last.secret.epoch).toBe(3)
    expect(disk.entries.size).toBe(1)
    const again = joinRaw({ disk, secret: edith.last.secret })
    await world.run(60_000)
    expect(read(edith.live)).toBe('van het bord')
    expect(again.getStatus()).toMatchObject({ link: 'live', arrived: true })
    expect(disk.entries.size).toBe(0)
  })

  test('[GO10] also where the document learns it only later; before, nothing of it is lost', async () => {
    const { world, relay, joinRaw, join, takeOut, secret } = makeCircle(49)
    const [edith, kees] = [join(), join()]
    await world.run(3000)
    const disk = new FakeDisk()
    const board = joinRaw({ disk })
    await world.run(3000)
    relay.isUp = false
    relay.restart()
    await world.run(500)
    write(board, 'van het bord')
    await world.run(200)
    kill(board, disk)
    relay.isUp = true
    await world.run(60_000)
    void takeOut(edith, kees)
    await world.run(5000)
    const again = joinRaw({ disk, secret: edith.last.secret })
    await world.run(60_000)
    expect([read(edith.live), disk.entries.size]).toEqual(['', 1])
    // What lies there is not said to have arrived [OP6].
    expect(again.getStatus()).toMatchObject({ link: 'live', arrived: false })
    keepForLater(edith.live.doc, 1, toBase64url(keptKey(secret)))
    await world.run(20_000)
    expect([read(edith.live), disk.entries.size]).toEqual(['van het bord', 0])
    expect(again.getStatus().arrived).toBe(true)
  })

  test('[OP6] what can never be opened holds up nobody', async () => {
    const { world, relay, joinRaw, secret } = makeCircle(50)
    const disk = new FakeDisk()
    const board = joinRaw({ disk })
    await world.run(3000)
    relay.isUp = false
    relay.restart()
    await world.run(500)
    write(board, 'van het bord')
    await world.run(200)
    kill(board, disk)
    const spoilt = { ...secret, key: secureRandom(32) }
    const content = { dev: new Uint8Array(8), ctr: 1, payload: new Uint8Array(9) }
    const sealed = sealBlob(spoilt, 'update', content, secureRandom)
    for (const [id, entry] of disk.entries) disk.entries.set(id, { ...entry, sealed })
    relay.isUp = true
    const again = joinRaw({ disk })
    await world.run(60_000)
    expect([disk.entries.size, again.getStatus().arrived]).toEqual([1, true])
  })

  test('[GO10] what stands in the document for that opens nothing that the relay has, of no epoch', () => {
    const secret = makeRoom(secureRandom)
    const content = { dev: new Uint8Array(8), ctr: 1, payload: new Uint8Array(9) }
    const blob = sealBlob(secret, 'update', content, secureRandom)
    const kept = keptKey(secret)
    expect(openBlob({ ...secret, key: kept }, blob).end).toBe('tampered')
    expect(openBlob(secret, blob).end).toBe('opened')
    const next = { ...secret, epoch: 2, key: kept }
    expect(keptKey(next)).not.toEqual(kept)
    expect(deriveDoorToken({ ...secret, key: kept })).not.toEqual(deriveDoorToken(secret))
  })
})
