/** Letters without I, L, O and digits without 0, 1: nothing on the board can be read as something else. */
export const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ'
export const CODE_DIGITS = '23456789'

/** Makes a code such as `KAFT-4736`. @param pick gives a uniform random whole number below `n` */
export function makeCode(pick: (n: number) => number): string {
  const draw = (alphabet: string, n: number) =>
    Array.from({ length: n }, () => alphabet[pick(alphabet.length)]).join('')
  return `${draw(CODE_LETTERS, 4)}-${draw(CODE_DIGITS, 4)}`
}

/** A typed code in its one form, or null: case, spaces and the dash are forgiven, other signs are not. */
export function parseCode(typed: string): string | null {
  const bare = typed.toUpperCase().replaceAll(/[\s\-–—.]/gu, '')
  if (bare.length !== 8) return null
  const letters = bare.slice(0, 4)
  const digits = bare.slice(4)
  const fits = (part: string, alphabet: string) => [...part].every((sign) => alphabet.includes(sign))
  return fits(letters, CODE_LETTERS) && fits(digits, CODE_DIGITS) ? `${letters}-${digits}` : null
}
