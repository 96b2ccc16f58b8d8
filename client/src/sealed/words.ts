import { concatBytes } from '@kringplan/shared/sealed/envelope'
import { sealedLimits } from '@kringplan/shared/sealed/limits'
import { sha256 } from '@noble/hashes/sha2.js'
import { encodeUtf8 } from 'lib0/string'
import { type Admission, decodeAdmission, encodeAdmission } from './admissionPayload.ts'
import { makeKeyPair, openFrom, sealFrom } from './hpke.ts'
import type { RandomBytes } from './secureRandom.ts'
import {
  type AtDoor,
  commitBytes,
  decodeFromDoor,
  decodeFromInside,
  encodeFromDoor,
  encodeFromInside,
} from './wordsMessages.ts'
import { isSame } from './sameBytes.ts'

/*
 * Coming in by words, without a card: two people hear each other, in the room or on the telephone, and compare four
 * words. Commit, then reveal:
 *
 *   1. inside -> door   commit = SHA-256(tag | room | publicKey of the inside | number)
 *   2. door -> inside   its public key
 *   3. inside -> door   publicKey and number, which must fit the commitment
 *      both             words = SHA-256(tag | room | commit | publicKey and number of the inside | publicKey of the door)
 *   4. inside -> door   the key of the room: HPKE Auth from the one public key to the other, after both people said yes
 *
 * A relay in the middle has to choose what it puts in for one side before it sees what that side's words are made of, so
 * each try comes off once in 2^32, and shows as other words when it does not.
 */

const wordCount = 4
const tags = {
  commit: 'kringplan/words-commit/v1',
  words: 'kringplan/words/v1',
  admit: 'kringplan/words-admit/v1',
}

/** Four numbers from 0 to 255, which both screens show as words of one list. */
export type WordNumbers = readonly number[]

/** Where the phone outside stands. */
export type DoorStep =
  | { readonly at: 'asking' }
  | { readonly at: 'words'; readonly numbers: WordNumbers; readonly locale: string }
  | { readonly at: 'admitted'; readonly admission: Admission }

/** A phone at the door that comes in by words. */
export type WordsKnock = {
  readonly knockId: Uint8Array
  /** What it says now: sent again on every connection. */
  readonly bytes: () => Uint8Array
  readonly step: () => DoorStep
  /** Takes an answer. True when there is something else to say or to show. */
  receive(bytes: Uint8Array): Promise<boolean>
}

/** Starts to ask. */
export function makeWordsKnock(room: string, who: AtDoor, random: RandomBytes): WordsKnock {
  const pair = makeKeyPair(random)
  let bytes = encodeFromDoor({ type: 'ask', who })
  let step: DoorStep = { at: 'asking' }
  let commit: Uint8Array | undefined
  let inside: Uint8Array | undefined
  return {
    knockId: random(sealedLimits.knockIdBytes),
    bytes: () => bytes,
    step: () => step,
    async receive(answer) {
      const message = decodeFromInside(answer)
      if (message === undefined) return false
      switch (message.type) {
        case 'commit':
          // The first answer counts: a second commitment after the key is known would be none.
          if (commit !== undefined) return false
          commit = message.commit
          bytes = encodeFromDoor({ type: 'key', commit, publicKey: pair.publicKey })
          return true
        case 'reveal': {
          const { publicKey, number, locale } = message
          if (commit === undefined || inside !== undefined) return false
          if (!isSame(commit, commitOf(room, publicKey, number))) return false
          inside = publicKey
          bytes = encodeFromDoor({ type: 'wait', commit })
          const numbers = numbersOf(room, commit, publicKey, number, pair.publicKey)
          step = { at: 'words', numbers, locale }
          return true
        }
        case 'admit': {
          if (commit === undefined || inside === undefined || step.at !== 'words') return false
          const { enc, ciphertext } = message
          const plain = await openFrom(pair, inside, infoOf(room, commit), enc, ciphertext)
          const admission = plain === undefined ? undefined : decodeAdmission(plain)
          if (admission === undefined) return false
          step = { at: 'admitted', admission }
          return true
        }
      }
    },
  }
}

/** Somebody at the door, as a device inside that opens to them sees it. */
export type Welcome = {
  /** The first answer. */
  readonly commit: () => Uint8Array
  /** Takes what the door says. The next answer, or undefined when there is none. */
  receive(bytes: Uint8Array): Uint8Array | undefined
  /** The words to compare, once both have what they are made of. */
  readonly numbers: () => WordNumbers | undefined
  /** The door goes on with another device inside. */
  readonly isElsewhere: () => boolean
  /** The answer that lets them in. Undefined before the words. */
  admit(admission: Admission): Promise<Uint8Array | undefined>
}

/** Opens to somebody at the door. @param locale the language of the words */
export function makeWelcome(room: string, locale: string, random: RandomBytes): Welcome {
  const pair = makeKeyPair(random)
  const number = random(commitBytes)
  const commit = commitOf(room, pair.publicKey, number)
  let door: Uint8Array | undefined
  let elsewhere = false
  const reveal = () => encodeFromInside({ type: 'reveal', publicKey: pair.publicKey, number, locale })
  return {
    commit: () => encodeFromInside({ type: 'commit', commit }),
    receive(bytes) {
      const message = decodeFromDoor(bytes)
      if (message === undefined) return undefined
      if (message.type === 'ask') {
        // Asked anew after a lost connection, before it heard of the commitment.
        return door === undefined ? encodeFromInside({ type: 'commit', commit }) : undefined
      }
      if (!isSame(message.commit, commit)) {
        elsewhere = true
        return undefined
      }
      if (message.type === 'wait') return undefined
      // One key for one commitment: another would let somebody try again for the same number.
      door ??= message.publicKey
      return isSame(door, message.publicKey) ? reveal() : undefined
    },
    numbers: () => (door === undefined ? undefined : numbersOf(room, commit, pair.publicKey, number, door)),
    isElsewhere: () => elsewhere,
    async admit(admission) {
      if (door === undefined) return undefined
      const sealed = await sealFrom(pair, door, infoOf(room, commit), encodeAdmission(admission))
      return encodeFromInside({ type: 'admit', ...sealed })
    },
  }
}

function commitOf(room: string, publicKey: Uint8Array, number: Uint8Array): Uint8Array {
  return sha256(concatBytes(encodeUtf8(`${tags.commit}|${room}|`), publicKey, number))
}

function numbersOf(
  room: string,
  commit: Uint8Array,
  inside: Uint8Array,
  number: Uint8Array,
  door: Uint8Array,
): WordNumbers {
  const sum = sha256(concatBytes(encodeUtf8(`${tags.words}|${room}|`), commit, inside, number, door))
  return [...sum.subarray(0, wordCount)]
}

function infoOf(room: string, commit: Uint8Array): Uint8Array {
  return concatBytes(encodeUtf8(`${tags.admit}|${room}|`), commit)
}
