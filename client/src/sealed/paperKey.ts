import { sha256 } from '@noble/hashes/sha2.js'
import { encodeUtf8 } from 'lib0/string'
import { roomKeyBytes } from './roomKey.ts'
import type { RoomSecret } from './seal.ts'
import { deriveKey, openBox, sealBox } from './secretBox.ts'
import type { RandomBytes } from './secureRandom.ts'

/*
 * The paper key: 24 letters on paper, for one person whom all trust. The room key is sealed under it, and the server keeps
 * that wrap for the seats of the circle, so that a board that has forgotten can come back without any phone.
 *
 * 22 random letters out of 23 are 99.5 bits; two more letters find a slip of the pen. The server, which has the wrap, could
 * try keys without asking anybody: 2^99 tries are out of reach, so no slow hash is needed, which an old
 * phone could not afford either. A short code that people choose would not do here.
 */

/** Capitals that stay apart in anybody's handwriting: no I, O or L. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ'
const randomLetters = 22
const checkLetters = 2
const groupSize = 4

/** The letters of a paper key, without spaces. */
export type PaperKey = string & { readonly brand: 'PaperKey' }

/** A new paper key. Each letter is equally likely. */
export function makePaperKey(random: RandomBytes): PaperKey {
  const even = 256 - (256 % letters.length)
  let text = ''
  while (text.length < randomLetters) {
    for (const byte of random(randomLetters)) {
      if (byte < even && text.length < randomLetters) text += letters.charAt(byte % letters.length)
    }
  }
  return (text + checkOf(text)) as PaperKey
}

/** The letters in six groups of four, as they are written down. */
export function formatPaperKey(key: PaperKey): string {
  return key.match(new RegExp(`.{${groupSize}}`, 'g'))?.join(' ') ?? key
}

/** How typing over ends: a key, or what a person can do about it. */
export type PaperKeyResult =
  | { readonly ok: true; readonly key: PaperKey }
  | { readonly ok: false; readonly reason: 'length' | 'letters' | 'slip' }

/**
 * Reads what a person typed over, in small or capital letters, with spaces or dashes anywhere. `slip`: one letter differs
 * or two have changed places (found in all but 1 of 529 cases).
 */
export function parsePaperKey(typed: unknown): PaperKeyResult {
  const text = typeof typed === 'string' ? typed.replaceAll(/[\s.\-–—]/gu, '').toUpperCase() : ''
  if ([...text].some((letter) => !letters.includes(letter))) return { ok: false, reason: 'letters' }
  if (text.length !== randomLetters + checkLetters) return { ok: false, reason: 'length' }
  const isWhole = text.slice(randomLetters) === checkOf(text.slice(0, randomLetters))
  return isWhole ? { ok: true, key: text as PaperKey } : { ok: false, reason: 'slip' }
}

/** The room key sealed under the paper key: 24 nonce, 32 key, 16 tag. Opens in its own room and epoch only. */
export function wrapWithPaper(secret: RoomSecret, paper: PaperKey, random: RandomBytes): Uint8Array {
  const key = deriveKey(encodeUtf8(paper), `kringplan/paper-wrap/v1|${secret.room}`)
  return sealBox(key, wrapContext(secret.room, secret.epoch), secret.key, random)
}

/** The room key out of a wrap, or undefined when paper, room or epoch is another. */
export function unwrapWithPaper(
  wrap: Uint8Array,
  room: string,
  epoch: number,
  paper: PaperKey,
): RoomSecret | undefined {
  const wrapKey = deriveKey(encodeUtf8(paper), `kringplan/paper-wrap/v1|${room}`)
  const key = openBox(wrapKey, wrapContext(room, epoch), wrap)
  return key?.length === roomKeyBytes ? { room, epoch, key } : undefined
}

/**
 * What a board shows the server to get the wrap: it comes from the paper and says nothing about the key in the wrap. The
 * server keeps the SHA-256 of it (`hashPaperToken`), so the wrap is not handed to every seat that asks.
 */
export function derivePaperToken(room: string, paper: PaperKey): Uint8Array {
  return deriveKey(encodeUtf8(paper), `kringplan/paper-token/v1|${room}`)
}

/** What the server stores of a paper token. */
export function hashPaperToken(token: Uint8Array): Uint8Array {
  return sha256(token)
}

function wrapContext(room: string, epoch: number): string {
  return `kringplan/paper-wrap/v1|${room}|${epoch}`
}

function checkOf(text: string): string {
  const sum = sha256(encodeUtf8(`kringplan/paper-check/v1|${text}`))
  const number = (sum[0] ?? 0) * 256 + (sum[1] ?? 0)
  return letters.charAt(number % letters.length) + letters.charAt(Math.floor(number / 64) % letters.length)
}
