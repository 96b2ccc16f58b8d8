import type { Agreement, Who } from '@kringplan/shared/plan/agreement'
import { isBlank, readContent, type AgreementContent, type PlanContent } from '@kringplan/shared/plan/content'
import {
  addAgreement,
  addWho,
  agreementsOf,
  endingOf,
  LOCAL,
  putBackAgreement,
  readAgreements,
  readEnding,
  setRule,
  setText,
  textOf,
  whoKey,
} from '@kringplan/shared/plan/planDoc'
import {
  ENDING,
  peopleFields,
  textFields,
  type PeopleField,
  type TextField,
} from '@kringplan/shared/plan/schema'
import { appendText } from '@kringplan/shared/plan/text'
import * as Y from 'yjs'
import { isLateKey, isLateType, lateParts, type Ranges } from './lateRanges.ts'

/*
 * Words that had not arrived when their document went: the door opened, closed again, or the plan was frozen. They are
 * taken out as text and never merge into the next document; who wrote them puts them in, or not [OP5].
 */

/** Something written on this device that is not in the plan. */
export type LateWords =
  | { readonly kind: 'agreement'; readonly content: AgreementContent }
  /** Words in a field of an agreement that others know; `id` is '' where nobody knows any more which one it was. */
  | {
      readonly kind: 'words'
      readonly id: string
      readonly field: TextField
      readonly about: string
      readonly parts: readonly string[]
    }
  | {
      readonly kind: 'people'
      readonly id: string
      readonly field: PeopleField
      readonly about: string
      readonly people: readonly Who[]
    }

/** What of these changes stands in the document as words, in the order of the plan. */
export function findLate(doc: Y.Doc, ranges: Ranges): readonly LateWords[] {
  const late: LateWords[] = []
  const { agreements } = readContent(doc)
  for (const content of agreements) {
    const map = agreementsOf(doc).get(content.id)
    if (!(map instanceof Y.Map)) continue
    if (isLateType(map, ranges)) late.push({ kind: 'agreement', content })
    else late.push(...lateIn(map, content.id, content.what, content, ranges))
  }
  const ending = endingOf(doc).get(ENDING)
  if (ending instanceof Y.Map) late.push(...lateIn(ending, ENDING, '', readEnding(doc), ranges))
  return late
}

function lateIn(
  map: Y.Map<unknown>,
  id: string,
  about: string,
  now: Partial<Pick<Agreement, PeopleOf>> & { readonly watcher?: readonly Who[] },
  ranges: Ranges,
): readonly LateWords[] {
  const late: LateWords[] = []
  for (const field of textFields) {
    const fragment = map.get(field)
    const parts = fragment instanceof Y.XmlFragment ? lateParts(fragment, ranges) : []
    if (parts.length > 0) late.push({ kind: 'words', id, field, about, parts })
  }
  for (const field of peopleFields) {
    const set = map.get(field)
    if (!(set instanceof Y.Map)) continue
    const people = (now[field] ?? []).filter((who) => isLateKey(set, whoKey(who), ranges))
    if (people.length > 0) late.push({ kind: 'people', id, field, about, people })
  }
  return late
}

type PeopleOf = Extract<PeopleField, keyof Agreement>

/** What of it is not in the plan of now: an answer of the server may have been lost on the way. */
export function stillLate(late: readonly LateWords[], plan: PlanContent): readonly LateWords[] {
  return late.flatMap((one) => stillLateOne(one, plan))
}

function stillLateOne(one: LateWords, plan: PlanContent): readonly LateWords[] {
  if (one.kind === 'agreement') {
    const there = plan.agreements.find(({ id }) => id === one.content.id)
    return there === undefined ? [one] : difference(one.content, there)
  }
  const there = one.id === ENDING ? plan.ending : plan.agreements.find(({ id }) => id === one.id)
  if (one.kind === 'people') {
    const people = notAmong(one.people, peopleIn(there, one.field))
    return people.length === 0 ? [] : [{ ...one, people }]
  }
  const words = one.id === '' ? everyWord(plan) : textIn(there, one.field)
  const parts = one.parts.filter((part) => !words.includes(part.normalize('NFC')))
  return parts.length === 0 ? [] : [{ ...one, parts }]
}

/** An agreement of which some has arrived. */
function difference(mine: AgreementContent, there: AgreementContent): readonly LateWords[] {
  const { id, what } = mine
  const late: LateWords[] = []
  for (const field of textFields) {
    const parts = mine[field].split('\n').filter((line) => line !== '' && !there[field].includes(line))
    if (parts.length > 0) late.push({ kind: 'words', id, field, about: what, parts })
  }
  for (const field of ['who', 'fallbackWho'] as const) {
    const people = notAmong(mine[field], there[field])
    if (people.length > 0) late.push({ kind: 'people', id, field, about: what, people })
  }
  return late
}

/** Who of these is not among those. In a version a name that is nobody's has no id: the name itself is compared. */
function notAmong(who: readonly Who[], those: readonly Who[]): readonly Who[] {
  const known = new Set(
    those.flatMap((one) => (one.kind === 'name' ? [whoKey(one), one.name] : [whoKey(one)])),
  )
  return who.filter(
    (one) => !known.has(whoKey(one)) && !(one.kind === 'name' && known.has(one.name.normalize('NFC'))),
  )
}

function textIn(there: object | undefined, field: TextField): string {
  const words: Partial<Record<TextField, string>> = there ?? {}
  return words[field] ?? ''
}

function peopleIn(there: object | undefined, field: PeopleField): readonly Who[] {
  const people: Partial<Record<PeopleField, readonly Who[]>> = there ?? {}
  return people[field] ?? []
}

function everyWord({ agreements, ending }: PlanContent): string {
  const fields = agreements.flatMap((one) => textFields.map((field) => one[field]))
  return [...fields, ending.when, ending.where].join('\n')
}

/**
 * Puts late words into the document of now, by the hand of who wrote them: as lines of their own in the field where they
 * were, or as a new agreement when that one is no more. One step to undo.
 */
export function putLate(doc: Y.Doc, late: LateWords, newId: () => string): void {
  doc.transact(() => {
    if (late.kind === 'agreement') return putAgreement(doc, late.content, newId)
    const isThere = late.id === ENDING || readAgreements(doc).some(({ id }) => id === late.id)
    if (late.kind === 'people') {
      const id = isThere ? late.id : addAgreement(doc, newId, late.about)
      for (const who of late.people) addWho(doc, id, late.field, who)
      return
    }
    const words = late.parts.join('\n')
    const fragment = isThere ? textOf(doc, late.id, late.field) : undefined
    if (fragment === undefined) addAgreement(doc, newId, words)
    else appendText(fragment, words)
  }, LOCAL)
}

function putAgreement(doc: Y.Doc, content: AgreementContent, newId: () => string): void {
  if (isBlank(content)) return
  if (agreementsOf(doc).has(content.id)) {
    // Some of it had arrived, and was taken away here: back it comes, with the rest.
    putBackAgreement(doc, content.id)
    for (const rest of stillLate([{ kind: 'agreement', content }], readContent(doc)))
      putLate(doc, rest, newId)
    return
  }
  // Under its own id: so it is known that it is in the plan.
  const id = addAgreement(doc, () => content.id, content.what)
  for (const field of ['where', 'when', 'fallback'] as const) setText(doc, id, field, content[field])
  for (const field of ['who', 'fallbackWho'] as const) {
    for (const who of content[field]) addWho(doc, id, field, who)
  }
  if (content.rule !== null) setRule(doc, id, content.rule)
}
