import { afterEach } from 'vitest'
import { FakeDisk, FakeWorld } from './fakeWorld.testkit.ts'
import { MemoryRelay } from './memoryRelay.testkit.ts'
import { deriveDoorToken, makeRoom } from './roomKey.ts'
import type { RoomSecret } from './seal.ts'
import type { SealedDocument, SealedProviderOptions } from './sealedDocument.ts'
import { connectSealed } from './sealedProvider.ts'

/** Pages that are closed when the test ends. */
export const open = new Set<SealedDocument>()
afterEach(() => {
  for (const one of open) one.destroy()
  open.clear()
})

/** A room with its relay. Each `device` has a disk of its own, or shares one. */
export function makeRig(seed = 1) {
  const world = new FakeWorld(seed)
  const secret = makeRoom(world.random)
  const relay = new MemoryRelay(secret.epoch, deriveDoorToken(secret), () => world.now)
  const join = (
    options: { disk?: FakeDisk; secret?: RoomSecret; schemaVersion?: number; relay?: MemoryRelay } & Pick<
      SealedProviderOptions,
      'openWrap' | 'onKey' | 'before'
    > = {},
  ) => {
    const disk = options.disk ?? new FakeDisk()
    const used = options.secret ?? secret
    const device = connectSealed({
      url: 'wss://relay.test/sealed',
      secret: used,
      before: options.before,
      schemaVersion: options.schemaVersion ?? 1,
      env: world.env(options.relay ?? relay),
      makeOutbox: (page) => disk.outbox(used.room, 'seat', page, () => world.now),
      ...(options.openWrap === undefined ? {} : { openWrap: options.openWrap }),
      ...(options.onKey === undefined ? {} : { onKey: options.onKey }),
    })
    open.add(device)
    return device
  }
  return { world, secret, relay, join }
}

/** Types at the end. */
export const write = (device: SealedDocument, text: string) => {
  const target = device.doc.getText('plan')
  target.insert(target.length, text)
}
/** The text. */
export const read = (device: SealedDocument) => device.doc.getText('plan').toJSON()
/** Closes a page as it should. */
export const leave = (device: SealedDocument) => {
  open.delete(device)
  device.destroy()
}
/** As a killed tab: nothing more comes from it, and it said no goodbye. */
export const kill = (device: SealedDocument, disk: FakeDisk) => {
  const { entries, pages } = disk
  const before = { entries: new Map(entries), pages: new Map(pages) }
  leave(device)
  entries.clear()
  for (const [id, entry] of before.entries) entries.set(id, entry)
  pages.clear()
  for (const [page, until] of before.pages) pages.set(page, until)
}
