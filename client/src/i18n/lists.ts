import { languages, readLocale, type Locale } from './locale.ts'

/** Names in a row as people say them: "Fatma en Sanne", "opa, oma en Wim". */
export function sayNames(names: readonly string[], locale: Locale = readLocale()): string {
  return new Intl.ListFormat(languages[locale].tag, { type: 'conjunction' }).format(names)
}
