import * as Y from 'yjs'
import type { Agreement, Who } from './agreement.ts'
import { byOrder, orderAtEnd, ordersForMove } from './order.ts'
import { ENDING, MAX_NAME, SCHEMA_VERSION, textFields, type PeopleField, type TextField } from './schema.ts'
import { readText, writeText } from './text.ts'
import { isWhenRule, type WhenRule } from './when.ts'

/*
 * The typed view over the live document of a plan. Only this file and planBuild.ts know its Yjs key names.
 *
 *   meta        Map   schemaVersion: number
 *   agreements  Map   <random id> -> Map
 *     order        string (fractional index)      removed   boolean (put back loses nothing)
 *     what where when fallback   XmlFragment (paragraph+, text*)
 *     who fallbackWho            Map  <person id> -> true | 'everybody' -> true | <random id> -> name
 *     rule         JSON string of a WhenRule (one choice, replaced whole)
 *   ending      Map   'ending' -> Map: when where (XmlFragment), who watcher (as above), rule, later boolean
 *
 * Must stay true: keys are random ids or fixed words, never what a person typed (a deleted key stays readable);
 * an agreement's map is created whole in one transaction; nothing is ever moved by delete and insert.
 */

/** The origin of every change that a screen makes outside an editor; the undo history tracks it. */
export const LOCAL = Symbol('kringplan local change')

/** The words under which "everybody" stands in a set of people. */
const EVERYBODY = 'everybody'

/** Marks an empty document as one of this version. Harmless when it already is. */
export function initPlan(doc: Y.Doc): void {
  const meta = doc.getMap('meta')
  if (meta.get('schemaVersion') === undefined) {
    doc.transact(() => meta.set('schemaVersion', SCHEMA_VERSION), LOCAL)
  }
}

/** Whether an editor may be bound to this document: it says its version and we know it. [PL1] */
export function isKnownSchema(doc: Y.Doc): boolean {
  return doc.getMap('meta').get('schemaVersion') === SCHEMA_VERSION
}

/** The map that holds all agreements: what an undo history has to watch. */
export function agreementsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('agreements')
}

/** The map that holds how the plan goes on: next meeting and who watches over it. Its one entry is `ENDING`. */
export function endingOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('ending')
}

/** An agreement, or the ending, which answers some of the same questions and is edited by the same fields. */
function find(doc: Y.Doc, id: string): Y.Map<unknown> | undefined {
  const map = id === ENDING ? endingOf(doc).get(ENDING) : agreementsOf(doc).get(id)
  return map instanceof Y.Map ? (map as Y.Map<unknown>) : undefined
}

/** The agreements that stand in the plan, in order. Malformed entries are passed over, never thrown on. */
export function readAgreements(doc: Y.Doc): readonly Agreement[] {
  return readAll(doc).filter((agreement) => !agreement.removed)
}

/** All agreements, also those taken away that can be put back, in order. */
export function readAll(doc: Y.Doc): readonly Agreement[] {
  const all: Agreement[] = []
  for (const [id, map] of agreementsOf(doc)) {
    if (map instanceof Y.Map) all.push(readAgreement(id, map as Y.Map<unknown>))
  }
  return all.sort(byOrder)
}

function readAgreement(id: string, map: Y.Map<unknown>): Agreement {
  const text = (field: TextField) => {
    const fragment = map.get(field)
    return fragment instanceof Y.XmlFragment ? readText(fragment) : ''
  }
  const order = map.get('order')
  return {
    id,
    order: typeof order === 'string' ? order : '',
    removed: map.get('removed') === true,
    what: text('what'),
    who: readPeople(map.get('who')),
    where: text('where'),
    when: text('when'),
    rule: readRule(map.get('rule')),
    fallback: text('fallback'),
    fallbackWho: readPeople(map.get('fallbackWho')),
  }
}

function readRule(json: unknown): WhenRule | null {
  if (typeof json !== 'string') return null
  try {
    const rule: unknown = JSON.parse(json)
    return isWhenRule(rule) ? rule : null
  } catch {
    return null
  }
}

/** How the plan goes on, as a screen shows it. */
export interface Ending {
  /** When the circle meets again, in its own words. */
  readonly when: string
  readonly rule: WhenRule | null
  readonly where: string
  readonly who: readonly Who[]
  /** Who watches over the plan. */
  readonly watcher: readonly Who[]
  /** "We choose a day later": said by the circle, instead of a day. */
  readonly later: boolean
}

/** Reads how the plan goes on. A document in which that was never asked gives empty answers. */
export function readEnding(doc: Y.Doc): Ending {
  const map = find(doc, ENDING)
  const text = (field: TextField) => {
    const fragment = map?.get(field)
    return fragment instanceof Y.XmlFragment ? readText(fragment) : ''
  }
  return {
    when: text('when'),
    rule: readRule(map?.get('rule')),
    where: text('where'),
    who: readPeople(map?.get('who')),
    watcher: readPeople(map?.get('watcher')),
    later: map?.get('later') === true,
  }
}

/** Says, or takes back, that the day of the next meeting is chosen later. */
export function setLater(doc: Y.Doc, later: boolean): void {
  const map = find(doc, ENDING)
  if (map !== undefined && (map.get('later') === true) !== later)
    doc.transact(() => map.set('later', later), LOCAL)
}

/** The chosen rhythm of an agreement, or of the ending. */
export function ruleOf(doc: Y.Doc, id: string): WhenRule | null {
  return readRule(find(doc, id)?.get('rule'))
}

/** Sets or clears the chosen rhythm of an agreement, or of the ending. The own words stay as they are. */
export function setRule(doc: Y.Doc, id: string, rule: WhenRule | null): void {
  const map = find(doc, id)
  if (map === undefined) return
  const json = rule === null ? undefined : JSON.stringify(rule)
  if (map.get('rule') === json) return
  doc.transact(() => (json === undefined ? map.delete('rule') : map.set('rule', json)), LOCAL)
}

function readPeople(set: unknown): readonly Who[] {
  if (!(set instanceof Y.Map)) return []
  const people: Who[] = []
  for (const [key, value] of set as Y.Map<unknown>) {
    if (key === EVERYBODY) people.push({ kind: 'everybody' })
    else if (typeof value === 'string') people.push({ kind: 'name', id: key, name: value })
    else people.push({ kind: 'person', id: key })
  }
  return people.sort((a, b) => (whoKey(a) < whoKey(b) ? -1 : 1))
}

/** The key under which somebody stands in a set of people. */
export function whoKey(who: Who): string {
  return who.kind === 'everybody' ? EVERYBODY : who.id
}

/**
 * Adds an agreement at the end and returns its id.
 * @param newId gives a fresh random id
 * @param what its first words, if there are any yet
 */
export function addAgreement(doc: Y.Doc, newId: () => string, what = ''): string {
  const id = newId()
  doc.transact(() => {
    const map = new Y.Map<unknown>()
    map.set('order', orderAtEnd(readAll(doc)))
    for (const field of textFields) map.set(field, new Y.XmlFragment())
    map.set('who', new Y.Map())
    map.set('fallbackWho', new Y.Map())
    agreementsOf(doc).set(id, map)
    const fragment = map.get('what')
    if (what !== '' && fragment instanceof Y.XmlFragment) writeText(fragment, what)
  }, LOCAL)
  return id
}

/** The fragment an editor binds to, or undefined when the agreement is not (or no longer) there. */
export function textOf(doc: Y.Doc, id: string, field: TextField): Y.XmlFragment | undefined {
  const fragment = find(doc, id)?.get(field)
  return fragment instanceof Y.XmlFragment ? fragment : undefined
}

/** Replaces the words of one field by a choice. No effect when they are the same already. */
export function setText(doc: Y.Doc, id: string, field: TextField, words: string): void {
  const fragment = textOf(doc, id, field)
  if (fragment === undefined || readText(fragment) === words) return
  doc.transact(() => writeText(fragment, words), LOCAL)
}

/** Puts somebody in a set of people. A free name is cut to MAX_NAME characters. */
export function addWho(doc: Y.Doc, id: string, field: PeopleField, who: Who): void {
  const set = find(doc, id)?.get(field)
  if (!(set instanceof Y.Map)) return
  const value = who.kind === 'name' ? cutName(who.name) : true
  if (value !== '') doc.transact(() => set.set(whoKey(who), value), LOCAL)
}

/** Never half of a sign of two units: the other devices would read another name than this one. */
function cutName(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .slice(0, MAX_NAME)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim()
}

/** Takes somebody out of a set of people. */
export function removeWho(doc: Y.Doc, id: string, field: PeopleField, who: Who): void {
  const set = find(doc, id)?.get(field)
  if (set instanceof Y.Map && set.has(whoKey(who))) doc.transact(() => set.delete(whoKey(who)), LOCAL)
}

/** Takes an agreement away; its words stay until the plan is built, so that it can be put back. */
export function removeAgreement(doc: Y.Doc, id: string): void {
  setRemoved(doc, id, true)
}

/** Puts an agreement back where it stood, with what anybody wrote in it meanwhile. */
export function putBackAgreement(doc: Y.Doc, id: string): void {
  setRemoved(doc, id, false)
}

function setRemoved(doc: Y.Doc, id: string, removed: boolean): void {
  const map = find(doc, id)
  if (map !== undefined && (map.get('removed') === true) !== removed) {
    doc.transact(() => map.set('removed', removed), LOCAL)
  }
}

/** Moves an agreement to a place in the visible row (0 first). Loses nothing that is being typed in it. */
export function moveAgreement(doc: Y.Doc, id: string, index: number): void {
  if (find(doc, id) === undefined) return
  doc.transact(() => {
    for (const { id: itemId, order } of ordersForMove(readAgreements(doc), id, index)) {
      find(doc, itemId)?.set('order', order)
    }
  }, LOCAL)
}
