/** Whether two byte arrays are equal. For what is no secret: it takes less long the earlier they differ. */
export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
