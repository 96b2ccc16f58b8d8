/** Digits typed one after the other to jump to an agreement: `1` `2` Enter. Empty when nobody is jumping. */
export type JumpBuffer = string

/** Adds a digit. More than two, or a leading zero, starts anew. */
export function pushDigit(buffer: JumpBuffer, digit: string): JumpBuffer {
  const next = buffer.length >= 2 ? digit : buffer + digit
  return next === '0' ? '' : next
}

/** The index (0 first) that the buffer points at, or null when there is no such agreement. */
export function readJump(buffer: JumpBuffer, total: number): number | null {
  if (buffer === '') return null
  const number = Number(buffer)
  return number >= 1 && number <= total ? number - 1 : null
}
