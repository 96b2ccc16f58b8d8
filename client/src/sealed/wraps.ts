import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { encodeUtf8 } from 'lib0/string'
import { sha256 } from '@noble/hashes/sha2.js'
import { type KeyPair, openFrom, publicKeyBytes, sealFrom } from './hpke.ts'
import { roomKeyBytes } from './roomKey.ts'
import type { RoomSecret } from './seal.ts'

/*
 * The next key of a room, sealed for each device that stays: HPKE (RFC 9180) in mode Auth, from the device that takes
 * another out. The relay passes it on and can neither read it nor make one: a wrap opens only as one of a device
 * whose public key stood in the sealed document before.
 *
 *   version u8=1 | sender[32] | count varuint | count times: recipient[8] | enc[32] | ciphertext[48]
 */

const version = 1
const nameBytes = 8
const ciphertextBytes = roomKeyBytes + 16
/** More devices than a room takes sockets. */
const maxWraps = 160

/** The bytes for the relay: `next` for each of these public keys, the sender's own among them. Rejects on a key that is none. */
export async function makeWraps(
  sender: KeyPair,
  recipients: readonly Uint8Array[],
  next: RoomSecret,
): Promise<Uint8Array> {
  const info = infoOf(next)
  const wraps: Uint8Array[] = []
  for (const recipient of recipients.slice(0, maxWraps)) {
    const { enc, ciphertext } = await sealFrom(sender, recipient, info, next.key)
    wraps.push(nameOf(recipient), enc, ciphertext)
  }
  return encoding.encode((e) => {
    encoding.writeUint8(e, version)
    encoding.writeUint8Array(e, sender.publicKey)
    encoding.writeVarUint(e, wraps.length / 3)
    for (const part of wraps) encoding.writeUint8Array(e, part)
  })
}

/**
 * The key after `before` for this device. Undefined when there is none for it, when the sender is not one of `senders`
 * (the devices that this one knows of), or when anything was changed. Never rejects.
 */
export async function openWraps(
  device: KeyPair,
  senders: readonly Uint8Array[],
  before: RoomSecret,
  bytes: Uint8Array,
): Promise<RoomSecret | undefined> {
  const read = readWraps(bytes)
  const sender = senders.find((one) => read !== undefined && isSame(one, read.sender))
  const own = read?.wraps.find(({ name }) => isSame(name, nameOf(device.publicKey)))
  if (sender === undefined || own === undefined) return undefined
  const next = { room: before.room, epoch: before.epoch + 1 }
  const key = await openFrom(device, sender, infoOf(next), own.enc, own.ciphertext)
  return key?.length === roomKeyBytes ? { ...next, key } : undefined
}

/** Whether these wraps hold one for the device with this public key. */
export function hasWrapFor(bytes: Uint8Array, publicKey: Uint8Array): boolean {
  return readWraps(bytes)?.wraps.some(({ name }) => isSame(name, nameOf(publicKey))) === true
}

type Wrap = { readonly name: Uint8Array; readonly enc: Uint8Array; readonly ciphertext: Uint8Array }

function readWraps(bytes: Uint8Array): { sender: Uint8Array; wraps: readonly Wrap[] } | undefined {
  try {
    const d = decoding.createDecoder(bytes)
    if (decoding.readUint8(d) !== version) return undefined
    const take = (length: number) => decoding.readUint8Array(d, length).slice()
    const sender = take(publicKeyBytes)
    const wraps: Wrap[] = []
    for (let left = decoding.readVarUint(d); left > 0; left--) {
      wraps.push({ name: take(nameBytes), enc: take(publicKeyBytes), ciphertext: take(ciphertextBytes) })
    }
    return decoding.hasContent(d) ? undefined : { sender, wraps }
  } catch {
    return undefined
  }
}

function infoOf({ room, epoch }: Pick<RoomSecret, 'room' | 'epoch'>): Uint8Array {
  return encodeUtf8(`kringplan/rekey/v1|${room}|${epoch}`)
}

function nameOf(publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey).subarray(0, nameBytes)
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
