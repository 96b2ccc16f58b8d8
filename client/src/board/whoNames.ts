import type { Who } from '@kringplan/shared/plan/agreement'
import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import { m } from '../messages/compiled/messages.js'

/** Somebody in an agreement as a screen shows them. */
export interface ShownWho {
  readonly key: string
  readonly who: Who
  readonly name: string
  readonly person: CirclePerson | undefined
}

/** The people of an agreement: first everybody, then the circle in its own order, then names that are not in it. */
export function showWho(who: readonly Who[], people: readonly CirclePerson[]): readonly ShownWho[] {
  const has = (id: string) => who.some((one) => one.kind === 'person' && one.id === id)
  const everybody = who.filter((one) => one.kind === 'everybody')
  const persons = people.filter((person) => has(person.id))
  return [
    ...everybody.map((one) => ({ key: 'everybody', who: one, name: m.q_everybody(), person: undefined })),
    ...persons.map((person): ShownWho => ({
      key: person.id,
      who: { kind: 'person', id: person.id },
      name: person.name,
      person,
    })),
    ...who.flatMap((one): readonly ShownWho[] =>
      one.kind === 'name' ? [{ key: one.id, who: one, name: one.name, person: undefined }] : [],
    ),
  ]
}

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
