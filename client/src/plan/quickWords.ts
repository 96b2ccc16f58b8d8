/**
 * What the words become when somebody taps a quick word. The person sees the result and can change it like any
 * other words: nothing is kept beside them.
 * @param quick the quick words of the screen: one that stands there alone makes place for another
 */
export function withQuickWords(words: string, tapped: string, quick: readonly string[]): string {
  const now = words.trim()
  if (now === '' || quick.includes(now)) return tapped
  return contains(now, tapped) ? now : `${now} ${tapped}`
}

/**
 * What the words become when somebody taps a day. A day that stands there already stays once; a day after another
 * day is joined to it: "op maandag en woensdag".
 */
export function withDay(
  words: string,
  day: string,
  days: readonly string[],
  say: { readonly on: (day: string) => string; readonly and: (day: string) => string },
): string {
  const now = words.trim()
  if (contains(now, day)) return now
  const afterDay = days.some((other) => now.toLowerCase().endsWith(other.toLowerCase()))
  const part = afterDay ? say.and(day) : say.on(day)
  return now === '' ? part : `${now} ${part}`
}

/**
 * The rest of a day whose first letters stand at the end: "elke woe" lacks "nsdag". Empty when no day, or more than
 * one, begins like that.
 */
export function restOfDay(words: string, days: readonly string[]): string {
  const begun = words.split(/\s/).at(-1)?.toLowerCase() ?? ''
  if (begun.length < 2) return ''
  const found = days.filter((day) => day.toLowerCase().startsWith(begun))
  return found.length === 1 ? (found[0]?.slice(begun.length) ?? '') : ''
}

function contains(words: string, part: string): boolean {
  return words.toLowerCase().includes(part.toLowerCase())
}
