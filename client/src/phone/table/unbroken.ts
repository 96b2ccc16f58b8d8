/** A code as one word: it is said and compared as one, and does not end on the next line. */
export function unbroken(code: string): string {
  return code.replaceAll(' ', '\u00a0')
}
