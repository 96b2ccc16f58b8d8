/** A place for names: all in board units, `disc` with the gaps around it. */
export interface NamePlace {
  readonly width: number
  readonly lines: number
  readonly letter: number
  readonly disc: number
}

/** What "and 2 more" takes, in letters. */
const restLetters = 11

/** How many of these names fit in a place, line by line; the rest is told as a number. At least one is shown. */
export function fitNames(names: readonly string[], place: NamePlace): number {
  const widths = names.map((name) => place.disc + name.length * place.letter)
  for (let shown = names.length; shown > 1; shown -= 1) {
    const rest = shown < names.length ? [restLetters * place.letter] : []
    if (linesFor([...widths.slice(0, shown), ...rest], place.width) <= place.lines) return shown
  }
  return Math.min(1, names.length)
}

function linesFor(widths: readonly number[], width: number): number {
  let lines = 1
  let used = 0
  for (const next of widths) {
    if (used > 0 && used + next > width) {
      lines += 1
      used = 0
    }
    used += next
  }
  return lines
}
