import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import {
  type BlobContent,
  type BlobHeader,
  type BlobKind,
  buildAad,
  decodeBlob,
  decodeContent,
  encodeBlob,
  encodeContent,
  nonceBytes,
} from '@kringplan/shared/sealed/envelope'
import type { RandomBytes } from './secureRandom.ts'

/** The key of one room in one epoch. */
export type RoomSecret = { readonly room: string; readonly epoch: number; readonly key: Uint8Array }

/**
 * How opening a blob ends. `wrongEpoch` says that another key is needed; `tampered` is everything else that is not
 * exactly what an inside device sealed for this room, and never says which byte was wrong.
 */
export type OpenResult =
  | { readonly end: 'opened'; readonly kind: BlobKind; readonly content: BlobContent }
  | { readonly end: 'wrongEpoch'; readonly epoch: number }
  | { readonly end: 'tampered' }

/** Seals a content for the room: nobody without the key reads or changes it, or moves it to another room, kind or epoch. */
export function sealBlob(
  secret: RoomSecret,
  kind: BlobKind,
  content: BlobContent,
  random: RandomBytes,
): Uint8Array {
  const header: BlobHeader = { kind, epoch: secret.epoch }
  const nonce = random(nonceBytes)
  const cipher = xchacha20poly1305(secret.key, nonce, buildAad(secret.room, header))
  return encodeBlob({ header, nonce, ciphertext: cipher.encrypt(encodeContent(content)) })
}

/** Opens a blob. Never throws, on any bytes. */
export function openBlob(secret: RoomSecret, bytes: Uint8Array): OpenResult {
  const blob = decodeBlob(bytes)
  if (!blob.ok) return { end: 'tampered' }
  const { header, nonce, ciphertext } = blob.value
  if (header.epoch !== secret.epoch) return { end: 'wrongEpoch', epoch: header.epoch }
  const plaintext = decrypt(secret, header, nonce, ciphertext)
  const content = plaintext === undefined ? undefined : decodeContent(plaintext)
  if (content === undefined || !content.ok) return { end: 'tampered' }
  return { end: 'opened', kind: header.kind, content: content.value }
}

function decrypt(
  secret: RoomSecret,
  header: BlobHeader,
  nonce: Uint8Array,
  ciphertext: Uint8Array,
): Uint8Array | undefined {
  try {
    return xchacha20poly1305(secret.key, nonce, buildAad(secret.room, header)).decrypt(ciphertext)
  } catch {
    return undefined
  }
}
