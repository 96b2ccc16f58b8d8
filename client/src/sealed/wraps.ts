import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { encodeUtf8 } from 'lib0/string'
import { sha256 } from '@noble/hashes/sha2.js'
import { toBase64url } from './base64url.ts'
import { type KeyPair, openFrom, publicKeyBytes, sealFrom } from './hpke.ts'
import { roomKeyBytes } from './roomKey.ts'
import type { RoomSecret } from './seal.ts'
import { deriveKey } from './secretBox.ts'
import { isSame } from './sameBytes.ts'

/*
 * The next key of a room, sealed for each device that stays: HPKE (RFC 9180) in mode Auth, from the device that takes
 * another out. The relay passes it on and can neither read it nor make one: the public key of the sender is vouched for
 * under the key of before, by which everything in the document came too, and with it what was made for whom: a wrap that
 * the relay cuts out turns nobody away. So a phone that was away, and has nothing of the document after a reload, knows it as well.
 *
 *   version u8=3 | sender[32] | vouch[32] | count varuint | count times: recipient[8] | enc[32] | ciphertext[48]
 *   vouch = HKDF-SHA256(key of before, "kringplan/rekey-wraps/v1|room|epoch|sender in base64url|SHA-256 of all wraps in base64url")
 */

const version = 3
const vouchBytes = 32
const nameBytes = 8
const ciphertextBytes = roomKeyBytes + 16
/** More devices than a room takes sockets. */
const maxWraps = 160

/**
 * The bytes for the relay: `next` for the sender and for each of these public keys. One that is no good key gets none:
 * somebody who writes such a one into the list must not keep the others from a next key.
 */
export async function makeWraps(
  sender: KeyPair,
  recipients: readonly Uint8Array[],
  before: RoomSecret,
  next: RoomSecret,
): Promise<Uint8Array> {
  const info = infoOf(next)
  const wraps: Uint8Array[] = []
  const others = recipients.filter((one) => !isSame(one, sender.publicKey))
  for (const recipient of [sender.publicKey, ...others].slice(0, maxWraps)) {
    const sealed = await sealFrom(sender, recipient, info, next.key).catch(() => undefined)
    if (sealed !== undefined) wraps.push(nameOf(recipient), sealed.enc, sealed.ciphertext)
  }
  return encoding.encode((e) => {
    encoding.writeUint8(e, version)
    encoding.writeUint8Array(e, sender.publicKey)
    encoding.writeUint8Array(e, vouchOf(before, sender.publicKey, wraps))
    encoding.writeVarUint(e, wraps.length / 3)
    for (const part of wraps) encoding.writeUint8Array(e, part)
  })
}

/**
 * The key after `before` for this device. Undefined when there is none for it, when the sender did not hold `before`, or
 * when anything was changed. Never rejects.
 */
export async function openWraps(
  device: KeyPair,
  before: RoomSecret,
  bytes: Uint8Array,
): Promise<RoomSecret | undefined> {
  const read = readWraps(bytes)
  const own = read?.wraps.find(({ name }) => isSame(name, nameOf(device.publicKey)))
  if (read === undefined || own === undefined) return undefined
  if (!isVouched(before, read)) return undefined
  const next = { room: before.room, epoch: before.epoch + 1 }
  const key = await openFrom(device, read.sender, infoOf(next), own.enc, own.ciphertext)
  return key?.length === roomKeyBytes ? { ...next, key } : undefined
}

/**
 * The same, for a device that is told of a next key. `forged` when no device of the circle can have made these bytes as they
 * are: the relay did, or it spoiled what one made. Undefined only when one did, and left this device out.
 */
export async function openNextKey(
  device: KeyPair,
  before: RoomSecret,
  bytes: Uint8Array,
): Promise<RoomSecret | 'forged' | undefined> {
  const next = await openWraps(device, before, bytes)
  if (next !== undefined) return next
  const read = readWraps(bytes)
  return read !== undefined && isVouched(before, read) && !hasWrapFor(bytes, device.publicKey)
    ? undefined
    : 'forged'
}

/** Whether these wraps hold one for the device with this public key. */
export function hasWrapFor(bytes: Uint8Array, publicKey: Uint8Array): boolean {
  return readWraps(bytes)?.wraps.some(({ name }) => isSame(name, nameOf(publicKey))) === true
}

type Wrap = { readonly name: Uint8Array; readonly enc: Uint8Array; readonly ciphertext: Uint8Array }

type Read = { readonly sender: Uint8Array; readonly vouch: Uint8Array; readonly wraps: readonly Wrap[] }

function readWraps(bytes: Uint8Array): Read | undefined {
  try {
    const d = decoding.createDecoder(bytes)
    if (decoding.readUint8(d) !== version) return undefined
    const take = (length: number) => decoding.readUint8Array(d, length).slice()
    const sender = take(publicKeyBytes)
    const vouch = take(vouchBytes)
    const wraps: Wrap[] = []
    for (let left = decoding.readVarUint(d); left > 0; left--) {
      wraps.push({ name: take(nameBytes), enc: take(publicKeyBytes), ciphertext: take(ciphertextBytes) })
    }
    return decoding.hasContent(d) ? undefined : { sender, vouch, wraps }
  } catch {
    return undefined
  }
}

function infoOf({ room, epoch }: Pick<RoomSecret, 'room' | 'epoch'>): Uint8Array {
  return encodeUtf8(`kringplan/rekey/v1|${room}|${epoch}`)
}

function vouchOf(
  { room, epoch, key }: RoomSecret,
  sender: Uint8Array,
  parts: readonly Uint8Array[],
): Uint8Array {
  const all = sha256.create()
  for (const part of parts) all.update(part)
  const [from, digest] = [sender, all.digest()].map(toBase64url)
  return deriveKey(key, `kringplan/rekey-wraps/v1|${room}|${epoch}|${from}|${digest}`)
}

function isVouched(before: RoomSecret, { vouch, sender, wraps }: Read): boolean {
  const parts = wraps.flatMap(({ name, enc, ciphertext }) => [name, enc, ciphertext])
  return isSame(vouch, vouchOf(before, sender, parts))
}

function nameOf(publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey).subarray(0, nameBytes)
}
