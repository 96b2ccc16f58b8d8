import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'

/** Bytes as base64url without padding. */
export function toBase64url(bytes: Uint8Array): string {
  return toBase64UrlEncoded(bytes).replaceAll('=', '')
}

/** Reads what `toBase64url` wrote, when it is exactly `length` bytes in their one spelling; otherwise undefined. */
export function parseBase64url(text: string, length: number): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined
  try {
    const bytes = fromBase64UrlEncoded(text)
    return bytes.length === length && toBase64url(bytes) === text ? bytes : undefined
  } catch {
    return undefined
  }
}
