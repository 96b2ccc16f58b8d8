import { LONGEST_NAME, NOT_IN_NAMES } from '@kringplan/shared/contract/nameSigns'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { publicKeyBytes } from './hpke.ts'

/*
 * What a phone at the door and a device inside say to each other, through the relay, when somebody comes in by words. Plain
 * bytes: nothing of it is secret, and whoever changes any of it changes the words.
 */

/** Bytes of a commitment, and of the number that is committed to. */
export const commitBytes = 32

/** Who stands at the door: a claim, as in every knock. */
export type AtDoor = {
  readonly name: string
  readonly participantId: string | null
  readonly seatId: string
}

/**
 * Of the phone outside: `ask`; then `key`, once it has a commitment; then `wait`, when it has seen what was committed to.
 * `commit` names the answer that it goes on with, when several devices inside answered.
 */
export type FromDoor =
  | { readonly type: 'ask'; readonly who: AtDoor }
  | { readonly type: 'key'; readonly commit: Uint8Array; readonly publicKey: Uint8Array }
  | { readonly type: 'wait'; readonly commit: Uint8Array }

/** Of a device inside. */
export type FromInside =
  | { readonly type: 'commit'; readonly commit: Uint8Array }
  | {
      readonly type: 'reveal'
      readonly publicKey: Uint8Array
      readonly number: Uint8Array
      /** In which language the words are, so that both read the same. */
      readonly locale: string
    }
  | { readonly type: 'admit'; readonly enc: Uint8Array; readonly ciphertext: Uint8Array }

/** No knock by a card begins so: those are as long as their sealed text. */
const mark = 'woorden'
const maxText = 64

export function encodeFromDoor(message: FromDoor): Uint8Array {
  return encoding.encode((e) => {
    encoding.writeVarString(e, mark)
    switch (message.type) {
      case 'ask':
        encoding.writeUint8(e, 0)
        encoding.writeVarString(e, message.who.name)
        encoding.writeVarString(e, message.who.participantId ?? '')
        return encoding.writeVarString(e, message.who.seatId)
      case 'key':
        encoding.writeUint8(e, 1)
        encoding.writeUint8Array(e, message.commit)
        return encoding.writeUint8Array(e, message.publicKey)
      case 'wait':
        encoding.writeUint8(e, 2)
        return encoding.writeUint8Array(e, message.commit)
    }
  })
}

/** Reads it. Never throws; undefined for everything else, knocks by a card too. */
export function decodeFromDoor(bytes: Uint8Array): FromDoor | undefined {
  return readWhole(bytes, (d): FromDoor | undefined => {
    switch (decoding.readUint8(d)) {
      case 0: {
        const name = decoding.readVarString(d)
        const participantId = decoding.readVarString(d)
        const seatId = decoding.readVarString(d)
        // A claim on everybody's screen: no longer and no stranger than a name in the list can be.
        if (name.trim() === '' || [...name].length > LONGEST_NAME || NOT_IN_NAMES.test(name)) return undefined
        if (seatId.length > maxText) return undefined
        if (participantId.length > maxText) return undefined
        return { type: 'ask', who: { name, participantId: participantId || null, seatId } }
      }
      case 1:
        return { type: 'key', commit: take(d, commitBytes), publicKey: take(d, publicKeyBytes) }
      case 2:
        return { type: 'wait', commit: take(d, commitBytes) }
      default:
        return undefined
    }
  })
}

export function encodeFromInside(message: FromInside): Uint8Array {
  return encoding.encode((e) => {
    encoding.writeVarString(e, mark)
    switch (message.type) {
      case 'commit':
        encoding.writeUint8(e, 0)
        return encoding.writeUint8Array(e, message.commit)
      case 'reveal':
        encoding.writeUint8(e, 1)
        encoding.writeUint8Array(e, message.publicKey)
        encoding.writeUint8Array(e, message.number)
        return encoding.writeVarString(e, message.locale)
      case 'admit':
        encoding.writeUint8(e, 2)
        encoding.writeUint8Array(e, message.enc)
        return encoding.writeVarUint8Array(e, message.ciphertext)
    }
  })
}

/** Reads it. Never throws. */
export function decodeFromInside(bytes: Uint8Array): FromInside | undefined {
  return readWhole(bytes, (d): FromInside | undefined => {
    switch (decoding.readUint8(d)) {
      case 0:
        return { type: 'commit', commit: take(d, commitBytes) }
      case 1: {
        const publicKey = take(d, publicKeyBytes)
        const number = take(d, commitBytes)
        const locale = decoding.readVarString(d)
        return locale.length > maxText ? undefined : { type: 'reveal', publicKey, number, locale }
      }
      case 2:
        return {
          type: 'admit',
          enc: take(d, publicKeyBytes),
          ciphertext: decoding.readVarUint8Array(d).slice(),
        }
      default:
        return undefined
    }
  })
}

function take(d: decoding.Decoder, length: number): Uint8Array {
  return decoding.readUint8Array(d, length).slice()
}

function readWhole<T>(bytes: Uint8Array, read: (d: decoding.Decoder) => T | undefined): T | undefined {
  try {
    const d = decoding.createDecoder(bytes)
    if (decoding.readVarString(d) !== mark) return undefined
    const value = read(d)
    return decoding.hasContent(d) ? undefined : value
  } catch {
    return undefined
  }
}
