import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, nonceBytes } from '@kringplan/shared/sealed/envelope'
import { encodeUtf8 } from 'lib0/string'
import type { RandomBytes } from './secureRandom.ts'

/** A key of 32 bytes (or `length`) out of a secret, for one purpose: another `info` is another key. */
export function deriveKey(secret: Uint8Array, info: string, length = 32): Uint8Array {
  return hkdf(sha256, secret, undefined, encodeUtf8(info), length)
}

/** Seals a small secret under a key, tied to what `context` says. The nonce goes in front. */
export function sealBox(
  key: Uint8Array,
  context: string,
  plain: Uint8Array,
  random: RandomBytes,
): Uint8Array {
  const nonce = random(nonceBytes)
  return concatBytes(nonce, xchacha20poly1305(key, nonce, encodeUtf8(context)).encrypt(plain))
}

/** Opens what `sealBox` made with the same key and context, or gives undefined. Never throws. */
export function openBox(key: Uint8Array, context: string, box: Uint8Array): Uint8Array | undefined {
  try {
    const nonce = box.subarray(0, nonceBytes)
    return xchacha20poly1305(key, nonce, encodeUtf8(context)).decrypt(box.subarray(nonceBytes))
  } catch {
    return undefined
  }
}
