import { expect, test } from 'vitest'
import { FakeDisk, FakeWorld, seededChance } from './fakeWorld.testkit.ts'
import { MemoryRelay } from './memoryRelay.testkit.ts'
import { deriveDoorToken, makeRoom } from './roomKey.ts'
import type { SealedDocument } from './sealedDocument.ts'
import { connectSealed } from './sealedProvider.ts'

const runs = Number(process.env['KRINGPLAN_FUZZ_RUNS'] ?? 12)
const firstSeed = Number(process.env['KRINGPLAN_FUZZ_SEED'] ?? 1)
const people = 5
const steps = 120

/** Everything in a document as one short text. */
function contentOf(page: SealedDocument): string {
  const entries = [...page.doc.getMap<string>('agreements').entries()].map(
    ([key, value]) => `${key}:${value.length}`,
  )
  return [page.doc.getText('plan').toJSON(), ...entries.sort()].join(' ')
}

/** One person's phone: a disk that stays, and a page that comes and goes. */
type Phone = { readonly disk: FakeDisk; page: SealedDocument }

test.each(Array.from({ length: runs }, (_, i) => firstSeed + i))(
  '[I4] seed %i: everybody ends with the same words, and no typed word is lost',
  async (seed) => {
    const world = new FakeWorld(seed)
    const chance = seededChance(seed + 1000)
    const pick = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)] as T
    const secret = makeRoom(world.random)
    const relay = new MemoryRelay(secret.epoch, deriveDoorToken(secret), () => world.now)
    const open = (disk: FakeDisk) =>
      connectSealed({
        url: 'wss://relay.test/sealed',
        secret,
        schemaVersion: 1,
        env: world.env(relay),
        makeOutbox: (page) => disk.outbox(secret.room, 'seat', page, () => world.now),
      })
    const phones: Phone[] = Array.from({ length: people }, () => {
      const disk = new FakeDisk()
      return { disk, page: open(disk) }
    })
    const typed: string[] = []
    for (let step = 0; step < steps; step++) {
      const phone = pick(phones)
      const dice = chance()
      if (dice < 0.6) {
        const word = `<${step}>`
        const text = phone.page.doc.getText('plan')
        // At the end, so that no word is split by another.
        text.insert(text.length, word)
        typed.push(word)
      } else if (dice < 0.66) {
        phone.page.doc.getMap('agreements').set(`a${step}`, 'x'.repeat(chance() < 0.3 ? 70_000 : 500))
        typed.push(`a${step}:`)
      } else if (dice < 0.72) relay.dropSome(chance)
      else if (dice < 0.76) {
        relay.isUp = false
        relay.restart()
      } else if (dice < 0.86) relay.isUp = true
      else if (dice < 0.92) phone.page.compact()
      else {
        // A reload: half the pages say goodbye, half are killed.
        const lease = new Map(phone.disk.pages)
        phone.page.destroy()
        if (chance() < 0.5) for (const [page, until] of lease) phone.disk.pages.set(page, until)
        phone.page = open(phone.disk)
      }
      await world.run(chance() < 0.7 ? chance() * 60 : chance() * 3000)
    }
    relay.isUp = true
    await world.run(180_000)
    const late = open(new FakeDisk())
    await world.run(5000)
    const all = [...phones.map((phone) => phone.page), late]
    const first = contentOf(late)
    for (const page of all) {
      expect(contentOf(page)).toBe(first)
      expect(page.getStatus()).toEqual({ link: 'live', loaded: true, arrived: true })
      expect(page.getDetail().warnings).toMatchObject({ unreadable: 0, rolledBack: 0, foreignEpoch: 0 })
    }
    expect(typed.length).toBeGreaterThan(40)
    for (const word of typed) expect(first).toContain(word)
    expect(relay.stored.snapSeq).toBeGreaterThan(0)
    for (const page of all) page.destroy()
  },
)
