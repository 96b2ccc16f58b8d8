import type * as Y from 'yjs'
import { addByHand } from './limits.ts'
import { LOCAL } from './planDoc.ts'

/*
 * The ideas wall, in the live document beside the agreements:
 *
 *   ideas   Map   <random id> -> JSON string of an Idea (replaced whole)
 *
 * Must stay true: an idea stands here only after its maker put it on the board; what is taken away is deleted, key
 * and words; `readContent` never looks here, so no idea goes through the door [ID3]. The undo history of the plan
 * does not watch this map: an idea has a button of its own to take it back.
 */

/** Longest idea, in characters as people count them: what stands readable on a card of the board. */
export const MAX_IDEA = 90

/** One idea on the wall. */
export interface Idea {
  readonly id: string
  readonly text: string
  /** Whose idea it is; null for one that the circle put there together. */
  readonly by: string | null
  /** The maker's name as it was then, for who is not in the list of people. */
  readonly name: string
  /** The order of coming. Equal for ideas of the same moment: then the id decides. */
  readonly order: number
  /** The agreement that was made of it. It may have been taken away since. */
  readonly agreement: string | null
}

/** The map that holds all ideas: what a screen has to watch. */
export function ideasOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('ideas')
}

/** The words as they come on the wall: one line, NFC, at most `MAX_IDEA` characters. Empty when there are none. */
export function ideaText(words: string): string {
  const line = words.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  return [...line].slice(0, MAX_IDEA).join('').trimEnd()
}

/** The ideas on the wall, in the order in which they came. Malformed entries are passed over, never thrown on. */
export function readIdeas(doc: Y.Doc): readonly Idea[] {
  const ideas: Idea[] = []
  for (const [id, value] of ideasOf(doc)) {
    const idea = parseIdea(id, value)
    if (idea !== undefined) ideas.push(idea)
  }
  return ideas.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

/**
 * Puts an idea on the wall, last. The same id again is the same idea, so putting it twice is putting it once.
 * Without words nothing happens.
 */
export function addIdea(doc: Y.Doc, idea: Pick<Idea, 'id' | 'text' | 'by' | 'name'>): void {
  const text = ideaText(idea.text)
  if (text === '' || ideasOf(doc).has(idea.id)) return
  const order = Math.min(MAX_ORDER, (readIdeas(doc).at(-1)?.order ?? 0) + 1)
  write(doc, { id: idea.id, text, by: idea.by, name: idea.name, order, agreement: null })
}

/** Whether somebody may take an idea from the wall: its maker, and the board (`null`), which is everybody together. */
export function mayTakeAway(idea: Idea, personId: string | null): boolean {
  return personId === null || idea.by === personId
}

/** Takes an idea from the wall for somebody who may. Gives what was there, so that it can be put back. */
export function removeIdea(doc: Y.Doc, id: string, personId: string | null): Idea | undefined {
  const idea = parseIdea(id, ideasOf(doc).get(id))
  if (idea === undefined || !mayTakeAway(idea, personId)) return undefined
  doc.transact(() => ideasOf(doc).delete(id), LOCAL)
  return idea
}

/** Puts back what was just taken away, in its old place. */
export function putBackIdea(doc: Y.Doc, idea: Idea): void {
  if (!ideasOf(doc).has(idea.id)) write(doc, idea)
}

/** Says that an agreement was made of an idea. The idea stays where it is. */
export function markInPlan(doc: Y.Doc, id: string, agreement: string): void {
  const idea = parseIdea(id, ideasOf(doc).get(id))
  if (idea !== undefined) write(doc, { ...idea, agreement })
}

/**
 * Makes an agreement of an idea: its words become the *what*, and nothing else is filled in. Gives the id of the
 * agreement, or undefined when the idea is gone or the plan is full.
 */
export function makeAgreementOf(doc: Y.Doc, id: string, newId: () => string): string | undefined {
  const idea = parseIdea(id, ideasOf(doc).get(id))
  if (idea === undefined) return undefined
  return doc.transact(() => {
    const agreement = addByHand(doc, newId, idea.text)
    if (agreement !== undefined) markInPlan(doc, id, agreement)
    return agreement
  }, LOCAL)
}

/** Whose idea an agreement was: proposed as the first of *who*, never filled in. */
export function proposedFor(doc: Y.Doc, agreement: string): string | null {
  return readIdeas(doc).find((idea) => idea.agreement === agreement)?.by ?? null
}

function write(doc: Y.Doc, idea: Idea): void {
  doc.transact(() => ideasOf(doc).set(idea.id, JSON.stringify(idea)), LOCAL)
}

/** More ideas than any wall has; an order past it is no order that we wrote. */
const MAX_ORDER = 1_000_000

/** Longest name of a maker, as on the other screens. */
const MAX_MAKER = 60

function parseIdea(key: string, value: unknown): Idea | undefined {
  if (typeof value !== 'string') return undefined
  try {
    const idea: unknown = JSON.parse(value)
    return isIdea(idea) && idea.id === key ? idea : undefined
  } catch {
    return undefined
  }
}

function isIdea(value: unknown): value is Idea {
  if (typeof value !== 'object' || value === null) return false
  const { id, text, by, name, order, agreement } = value as Partial<Record<keyof Idea, unknown>>
  return (
    typeof id === 'string' &&
    typeof text === 'string' &&
    text !== '' &&
    text === ideaText(text) &&
    isStringOrNull(by) &&
    typeof name === 'string' &&
    name.length <= MAX_MAKER &&
    Number.isSafeInteger(order) &&
    (order as number) >= 0 &&
    (order as number) <= MAX_ORDER &&
    isStringOrNull(agreement)
  )
}

function isStringOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}
