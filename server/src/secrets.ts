import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keepPrivate } from './store/privateFile.ts'

/** Gives `n` random bytes. Injected, so that a test can repeat a run. */
export type Random = (n: number) => Uint8Array

export const systemRandom: Random = (n) => randomBytes(n)

/** Bytes as base64url without padding. */
export const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

/** Base64url as bytes, or undefined when it is not exactly `length` bytes. */
export function toBytes(text: string, length: number): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.length === length ? new Uint8Array(bytes) : undefined
}

/** A random id of 16 characters. */
export const newId = (random: Random): string => toText(random(12))

/** A random secret of 43 characters for a cookie. */
export const newSecret = (random: Random): string => toText(random(32))

/** A random token of 22 characters for a link: short enough for a QR code on a small card. */
export const newToken = (random: Random): string => toText(random(16))

/** A uniform random whole number below `n` (at most 256), by throwing away what would favour the low ones. */
export function pickBelow(random: Random): (n: number) => number {
  return (n) => {
    for (;;) {
      const byte = random(1)[0] ?? 0
      if (byte < 256 - (256 % n)) return byte % n
    }
  }
}

/** What the database keeps of a secret: its SHA-256. The secrets are random, so no salt and no stretching. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** Whether `secret` is the one behind `hash`, in a time that does not depend on how alike they are. */
export function isSecretOf(secret: string, hash: string): boolean {
  const given = Buffer.from(hashOf(secret))
  const known = Buffer.from(hash)
  return given.length === known.length && timingSafeEqual(given, known)
}

/**
 * The secret of this server, made at the first start. Personal links are derived from it, so that they can be
 * shown again without standing in the database: a leaked database opens nothing.
 */
export function readServerSecret(dataDir: string, random: Random, isNew: boolean): Uint8Array {
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) {
    if (!isNew) {
      throw new Error(
        'The file "secret" is missing from the data directory. Put it back from your backup: without it the personal links cannot be shown.',
      )
    }
    // On disk under another name first: a power cut leaves no half a secret, which would look like a damaged one.
    const draft = `${file}.new`
    const handle = openSync(draft, 'w', 0o600)
    writeFileSync(handle, `${toText(random(32))}\n`)
    fsyncSync(handle)
    closeSync(handle)
    renameSync(draft, file)
  }
  keepPrivate(file)
  const secret = toBytes(readFileSync(file, 'utf8').trim(), 32)
  if (secret === undefined) throw new Error('The file "secret" in the data directory is damaged.')
  return secret
}

/** The token of a person's link. Another `version` is another link; the old one then opens nothing. */
export function personToken(secret: Uint8Array, personId: string, version: number): string {
  const mac = createHmac('sha256', secret).update(`link|${personId}|${version}`).digest()
  return toText(mac.subarray(0, 16))
}
