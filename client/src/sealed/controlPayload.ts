import { decodeUtf8, encodeUtf8 } from 'lib0/string'

/**
 * What devices agree on inside the encryption. `schema` comes before the first update of a room; `large` announces that
 * the author's next snapshot holds more than the log: who sees it fetches that snapshot. Kinds of later versions are read as `unknown`.
 */
export type Control =
  | { readonly type: 'schema'; readonly version: number }
  | { readonly type: 'large' }
  | { readonly type: 'unknown' }

/** Bytes of a control message. */
export function encodeControl(control: Exclude<Control, { type: 'unknown' }>): Uint8Array {
  return encodeUtf8(JSON.stringify(control))
}

/** Reads a control message. Never throws. */
export function decodeControl(bytes: Uint8Array): Control {
  try {
    const value = JSON.parse(decodeUtf8(bytes)) as { type?: unknown; version?: unknown } | null
    if (value?.type === 'schema' && typeof value.version === 'number') {
      return { type: 'schema', version: value.version }
    }
    return value?.type === 'large' ? { type: 'large' } : { type: 'unknown' }
  } catch {
    return { type: 'unknown' }
  }
}
