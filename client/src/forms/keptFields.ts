/*
 * What somebody types in a form over values that others can change, too. Nothing typed is lost: it is kept in the tab
 * until the server has it, and what others changed meanwhile is named beside it, never put over it [PR4].
 */

export type Fields = Readonly<Record<string, unknown>>

export interface Kept<T extends Fields> {
  /** What stood there when the typing began. */
  readonly base: T
  readonly typed: T
  /** What the server has now, as far as this page was told. */
  readonly now: T
}

/** Makes two values comparable: by default words count as the server keeps them, without loose spaces. */
export type Tidy = (value: unknown) => unknown

/** Words in one line without loose spaces, as the server keeps them; anything else as it is. */
export const tidyWords: Tidy = (value) =>
  typeof value === 'string' ? value.normalize('NFC').replaceAll(/\s+/gu, ' ').trim() : value

const same = (one: unknown, other: unknown, tidy: Tidy) =>
  JSON.stringify(tidy(one)) === JSON.stringify(tidy(other))

const fieldsOf = <T extends Fields>(values: T) => Object.keys(values) as (keyof T & string)[]

/** A form as it opens: over what the server has, or with what this tab still had of it. */
export function openKept<T extends Fields>(
  now: T,
  before?: { readonly base: Partial<T>; readonly typed: Partial<T> },
): Kept<T> {
  return { base: { ...now, ...before?.base }, typed: { ...now, ...before?.typed }, now }
}

/** The fields in which something was typed that the server does not have. */
export function dirtyFields<T extends Fields>(
  { base, typed }: Kept<T>,
  tidy = tidyWords,
): (keyof T & string)[] {
  return fieldsOf(typed).filter((field) => !same(typed[field], base[field], tidy))
}

/** The fields in which something was typed and somebody else wrote something else meanwhile. */
export function clashingFields<T extends Fields>(kept: Kept<T>, tidy = tidyWords): (keyof T & string)[] {
  return dirtyFields(kept, tidy).filter(
    (field) =>
      !same(kept.now[field], kept.base[field], tidy) && !same(kept.now[field], kept.typed[field], tidy),
  )
}

/** The server has something else now: fields in which nothing was typed follow it. */
export function follow<T extends Fields>(kept: Kept<T>, now: T, tidy = tidyWords): Kept<T> {
  const next = { base: { ...kept.base }, typed: { ...kept.typed }, now }
  for (const field of fieldsOf(now)) {
    if (same(now[field], kept.now[field], tidy)) continue
    const isClean = same(kept.typed[field], kept.base[field], tidy)
    if (isClean || same(now[field], kept.typed[field], tidy)) next.base[field] = now[field]
    if (isClean) next.typed[field] = now[field]
  }
  return next
}

/** The server has said that it keeps what was sent. */
export function settle<T extends Fields>(kept: Kept<T>, sent: Partial<T>): Kept<T> {
  return { ...kept, base: { ...kept.base, ...sent } }
}

/** "Keep what I typed": the next save is made over what stands there now. */
export function keepMine<T extends Fields>(kept: Kept<T>, field: keyof T): Kept<T> {
  return { ...kept, base: { ...kept.base, [field]: kept.now[field] } }
}

/** "Take what it says now". */
export function takeTheirs<T extends Fields>(kept: Kept<T>, field: keyof T): Kept<T> {
  const now = kept.now[field]
  return { ...kept, base: { ...kept.base, [field]: now }, typed: { ...kept.typed, [field]: now } }
}

/** Some fields of a record. */
export function pick<T extends Fields>(values: T, fields: readonly (keyof T & string)[]): Partial<T> {
  const some: Partial<T> = {}
  for (const field of fields) some[field] = values[field]
  return some
}
