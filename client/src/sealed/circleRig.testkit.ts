import { FakeDisk } from './fakeWorld.testkit.ts'
import { makeKeyPair, type KeyPair } from './hpke.ts'
import type { RoomSecret } from './seal.ts'
import type { SealedDocument } from './sealedDocument.ts'
import { makeRig } from './sealedRig.testkit.ts'
// Loaded when a next key is given; the clock of these tests does not wait for that.
import './givingKey.ts'
import { makeWraps, openNextKey } from './wraps.ts'

export type Device = { live: SealedDocument; keys: KeyPair; disk: FakeDisk; last: { secret: RoomSecret } }

/** A room whose devices know each other's public keys; `roster` is what all of them see. */
export function makeCircle(seed: number) {
  const rig = makeRig(seed)
  // The key exchange takes more turns of the event loop than the rest.
  rig.world.settle = async () => {
    for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve))
  }
  const roster: Uint8Array[] = []
  const join = (secret = rig.secret, keys = makeKeyPair(rig.world.random), disk = new FakeDisk()): Device => {
    const last = { secret }
    const live = rig.join({
      secret,
      disk,
      openWrap: (before, wraps) => openNextKey(keys, before, wraps),
      onKey: (next) => {
        last.secret = next
      },
    })
    if (!roster.some((one) => one === keys.publicKey)) roster.push(keys.publicKey)
    return { live, keys, disk, last }
  }
  const takeOut = (by: Device, ...out: Device[]) => {
    const staying = roster.filter((one) => !out.some((device) => device.keys.publicKey === one))
    return by.live.rekey((next) => makeWraps(by.keys, staying, by.last.secret, next))
  }
  return { ...rig, joinRaw: rig.join, roster, join, takeOut }
}
