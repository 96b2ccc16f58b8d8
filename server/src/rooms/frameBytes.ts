import type { RawData } from 'ws'

/** The bytes of a message, whichever way the socket hands them over. */
export function frameBytes(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}
