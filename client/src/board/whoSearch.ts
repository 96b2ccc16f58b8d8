import type { Who } from '@kringplan/shared/plan/agreement'
import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'

/** Something to choose while typing who: people, everybody, or the typed words as a name of their own. */
export interface WhoOption {
  readonly key: string
  readonly who: readonly Who[]
  readonly label: string
}

export interface WhoSearch {
  readonly query: string
  readonly people: readonly CirclePerson[]
  /** Keys of who is chosen already: they are not offered again. */
  readonly chosen: ReadonlySet<string>
  readonly everybody: string
  /** Makes the label under which the typed words are offered as a name. */
  readonly somebodyElse: (name: string) => string
  /** Makes the label under which several typed names are offered together. */
  readonly together: (names: readonly string[]) => string
  /** Gives a fresh random id for a name that is not in the list. */
  readonly newId: () => string
}

/**
 * What to offer. A few letters of any word of a name find it (`ed` finds tante Edith), accents and case do not
 * matter, and who starts with the letters comes first. With nothing typed: everybody in the order of the circle.
 */
export function searchWho(search: WhoSearch): readonly WhoOption[] {
  const query = fold(search.query)
  const people = search.people
    .filter((person) => !search.chosen.has(person.id))
    .map((person) => ({ person, rank: rankOf(fold(person.name), query) }))
    .filter((found) => found.rank < noMatch)
    .sort((a, b) => a.rank - b.rank)
    .map(({ person }): WhoOption => ({
      key: person.id,
      who: [{ kind: 'person', id: person.id }],
      label: person.name,
    }))
  const options = [...severalIn(search), ...people]
  if (!search.chosen.has('everybody') && rankOf(fold(search.everybody), query) < noMatch) {
    options.push({ key: 'everybody', who: [{ kind: 'everybody' }], label: search.everybody })
  }
  const name = search.query.trim()
  const known =
    search.people.some((person) => fold(person.name) === query) || fold(search.everybody) === query
  if (name !== '' && !known) {
    const who: Who = { kind: 'name', id: search.newId(), name }
    options.push({ key: 'name', who: [who], label: search.somebodyElse(name) })
  }
  return options
}

/** "opa, oma en juf Annie", typed in one go: offered as three when one of them is in the list. */
function severalIn(search: WhoSearch): readonly WhoOption[] {
  const parts = search.query.split(/[,;&+]|\s(?:en|and)\s/iu).map((part) => part.trim())
  const typed = parts.filter((part) => part !== '')
  const found = typed.map((part) => personCalled(part, search.people))
  if (typed.length < 2 || found.every((person) => person === undefined)) return []
  const all = typed.map((name, i): { readonly who: Who; readonly name: string } => {
    const person = found[i]
    return person === undefined
      ? { who: { kind: 'name', id: search.newId(), name }, name }
      : { who: { kind: 'person', id: person.id }, name: person.name }
  })
  const fresh = all.filter(({ who }) => who.kind !== 'person' || !search.chosen.has(who.id))
  if (fresh.length === 0) return []
  const label = search.together(fresh.map(({ name }) => name))
  return [{ key: 'several', who: fresh.map(({ who }) => who), label }]
}

/** By the whole name, or as the board says it, short or by the first word, where only one person is called so. */
function personCalled(name: string, people: readonly CirclePerson[]): CirclePerson | undefined {
  const asked = fold(name)
  const whole = people.find((person) => fold(person.name) === asked)
  const short = people.filter((person) => fold(shortName(person.name)) === asked)
  const first = people.filter((person) => fold(shortName(person.name)).split(' ')[0] === asked)
  return whole ?? [short, first].find(({ length }) => length === 1)?.[0]
}

/** The people whose names stand in these words, as whole words, in the order of the circle. Offered, never filled in. */
export function peopleNamedIn(words: string, people: readonly CirclePerson[]): readonly CirclePerson[] {
  const text = ` ${fold(words)} `
  return people.filter((person) => {
    const name = fold(person.name)
    return text.includes(` ${name} `) || text.includes(` ${shortName(name)} `)
  })
}

const kinship =
  /^(tante|oom|opa|oma|neef|nicht|buurman|buurvrouw|broer|zus|aunt|uncle|grandpa|grandma|cousin|neighbour)\s+(?=\S)/i

/** "tante Edith" as a room says it: "Edith". A name without such a word stays as it is. */
export function shortName(name: string): string {
  return name.replace(kinship, '')
}

/** The names for a narrow place: short where that leaves every name different. */
export function shortNames(names: readonly string[]): readonly string[] {
  return shortenedBy(names, shortName)
}

/** For the narrowest places: the first word of each short name, where that leaves every name different. */
export function firstNames(names: readonly string[]): readonly string[] {
  return shortenedBy(names, (name) => shortName(name).split(' ')[0] ?? name)
}

function shortenedBy(names: readonly string[], shorten: (name: string) => string): readonly string[] {
  const short = names.map(shorten)
  return names.map((name, i) => {
    const mine = short[i] ?? name
    return short.filter((other) => other === mine).length > 1 ? name : mine
  })
}

const noMatch = 9

function rankOf(name: string, query: string): number {
  if (query === '') return 0
  if (name.startsWith(query)) return 0
  if (name.split(' ').some((word) => word.startsWith(query))) return 1
  return noMatch
}

/** Lower case, without accents, punctuation as spaces: for comparing only, never for showing. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
