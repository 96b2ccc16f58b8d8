import type { Question } from './schema.ts'
import type { WhenRule } from './when.ts'

/** Somebody in an agreement: a person of the circle, everybody, or a name that is not in the list. */
export type Who =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'everybody' }
  | { readonly kind: 'name'; readonly id: string; readonly name: string }

/** One agreement as a screen shows it: plain values read from the live document. */
export interface Agreement {
  readonly id: string
  readonly order: string
  readonly removed: boolean
  readonly what: string
  readonly who: readonly Who[]
  readonly where: string
  readonly when: string
  /** The rhythm a person chose beside the words, for the calendar. */
  readonly rule: WhenRule | null
  readonly fallback: string
  readonly fallbackWho: readonly Who[]
}

/** The questions that have no answer yet, in order. A fallback counts as soon as it has words or people. */
export function openQuestions(agreement: Agreement): readonly Question[] {
  const open: Question[] = []
  if (agreement.what === '') open.push('what')
  if (agreement.who.length === 0) open.push('who')
  if (agreement.where === '') open.push('where')
  if (agreement.when === '' && agreement.rule === null) open.push('when')
  if (agreement.fallback === '' && agreement.fallbackWho.length === 0) open.push('fallback')
  return open
}

/** Whether all five questions have an answer. */
export function isComplete(agreement: Agreement): boolean {
  return openQuestions(agreement).length === 0
}

/** The different places named in the plan so far, first used first: they are offered before typing. */
export function placesUsed(agreements: readonly Agreement[]): readonly string[] {
  return [...new Set(agreements.map((agreement) => agreement.where).filter((where) => where !== ''))]
}
