import { LONGEST_NAME } from '@kringplan/shared/contract/nameSigns'
import { m } from '../messages/compiled/messages.js'

/**
 * What is not right yet about a name that somebody typed, as a sentence; undefined when it can be sent.
 * @param empty asks for the name; by default of who types
 */
export function nameError(
  typed: string,
  others: readonly { readonly name: string }[],
  empty: () => string = m.err_name_empty,
): string | undefined {
  const name = typed.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(name)) return empty()
  if ([...name].length > LONGEST_NAME) return m.err_name_long()
  const same = (other: { readonly name: string }) =>
    other.name.toLocaleLowerCase() === name.toLocaleLowerCase()
  return others.some(same) ? m.err_name_taken() : undefined
}
