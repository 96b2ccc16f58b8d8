import * as Y from 'yjs'
import type { Agreement, Who } from './agreement.ts'
import { agreementsOf, endingOf, whoKey, type Ending } from './planDoc.ts'
import { ENDING, textFields, type PeopleField, type TextField } from './schema.ts'
import { writeText } from './text.ts'

/*
 * The parts of a document that is built whole from visible text (content.ts). The key names and what must stay true of
 * them stand in planDoc.ts.
 */

/** What an agreement is built from. */
type Built = Pick<Agreement, 'id' | 'what' | 'who' | 'where' | 'when' | 'rule' | 'fallback' | 'fallbackWho'>

/** Puts a whole agreement into a document that is being built. Its id stays, so that versions can be compared. */
export function buildAgreement(doc: Y.Doc, agreement: Built, order: string): void {
  const map = new Y.Map<unknown>()
  map.set('order', order)
  agreementsOf(doc).set(agreement.id, map)
  for (const field of textFields) writeField(map, field, agreement[field])
  writePeople(map, 'who', agreement.who)
  writePeople(map, 'fallbackWho', agreement.fallbackWho)
  if (agreement.rule !== null) map.set('rule', JSON.stringify(agreement.rule))
}

/** Puts the ending into a document that is being built: every document made from visible text has one. */
export function buildEnding(doc: Y.Doc, ending: Ending): void {
  const map = new Y.Map<unknown>()
  endingOf(doc).set(ENDING, map)
  writeField(map, 'when', ending.when)
  writeField(map, 'where', ending.where)
  writePeople(map, 'who', ending.who)
  writePeople(map, 'watcher', ending.watcher)
  if (ending.rule !== null) map.set('rule', JSON.stringify(ending.rule))
  if (ending.later) map.set('later', true)
}

function writeField(map: Y.Map<unknown>, field: TextField, words: string): void {
  const fragment = new Y.XmlFragment()
  map.set(field, fragment)
  if (words !== '') writeText(fragment, words)
}

function writePeople(map: Y.Map<unknown>, field: PeopleField, people: readonly Who[]): void {
  const set = new Y.Map<unknown>()
  map.set(field, set)
  for (const who of people) set.set(whoKey(who), who.kind === 'name' ? who.name : true)
}
