import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Who } from './agreement.ts'
import { canonicalText, toCanonical } from './canonical.ts'
import { noEnding, readContent, writeContent, type PlanContent } from './content.ts'
import {
  addAgreement,
  addWho,
  moveAgreement,
  readAgreements,
  removeAgreement,
  removeWho,
  setLater,
  setRule,
  setText,
  textOf,
} from './planDoc.ts'
import { evening, play, weekly } from './planHistory.testkit.ts'
import { ENDING, type PeopleField, type TextField } from './schema.ts'

const text = (content: PlanContent, people: readonly { id: string; name: string }[]): string =>
  canonicalText(
    toCanonical(content, { conference: 'c1', version: 1, question: 'Hoe nu?', people, answers: [] }),
  )

describe('the frozen form of two histories', () => {
  it('[FR1] is the same for the same visible text, whatever was done to get there', () => {
    fc.assert(
      fc.property(evening, fc.nat(), (steps, mess) => {
        const [a, b] = play(steps).docs
        const content = readContent(a)
        // One in three is no longer in the list.
        const people = peopleIn(content)
          .filter((_, i) => i % 3 !== 2)
          .map((id) => ({ id, name: `naam van ${id}` }))
        const frozen = text(content, people)
        const fresh = new Y.Doc()
        writeContent(fresh, content)
        const other = retyped(content, mess)
        expect(text(readContent(b), people)).toBe(frozen)
        expect(text(readContent(fresh), people)).toBe(frozen)
        expect(text(readContent(other), people.toReversed())).toBe(frozen)
        // The control: the other history is another one.
        expect(Y.encodeStateVector(other)).not.toEqual(Y.encodeStateVector(a))
      }),
    )
  })
})

function peopleIn({ agreements, ending }: PlanContent): readonly string[] {
  const all = [
    ...agreements.flatMap(({ who, fallbackWho }) => [...who, ...fallbackWho]),
    ...ending.who,
    ...ending.watcher,
  ]
  return [...new Set(all.flatMap((who) => (who.kind === 'person' ? [who.id] : [])))]
}

/** The same words by another way: in another order, with detours, letters in parts, free names under other ids. */
function retyped({ agreements, ending }: PlanContent, mess: number): Y.Doc {
  const doc = new Y.Doc()
  writeContent(doc, { agreements: [], ending: noEnding })
  const row = mess % 2 === 0 ? agreements : agreements.toReversed()
  for (const agreement of row) {
    const { id } = agreement
    addAgreement(doc, () => id, 'eerst iets anders')
    for (const field of ['what', 'where', 'when', 'fallback'] as const)
      inParts(doc, id, field, agreement[field])
    setRule(doc, id, { ...weekly, interval: 9 })
    setRule(doc, id, agreement.rule)
    for (const field of ['who', 'fallbackWho'] as const) putIn(doc, id, field, agreement[field])
  }
  removeAgreement(
    doc,
    addAgreement(doc, () => 'weg', 'toch niet'),
  )
  for (const field of ['when', 'where'] as const) inParts(doc, ENDING, field, ending[field])
  setRule(doc, ENDING, ending.rule)
  for (const field of ['who', 'watcher'] as const) putIn(doc, ENDING, field, ending[field])
  setLater(doc, !ending.later)
  setLater(doc, ending.later)
  agreements.forEach(({ id }, i) => moveAgreement(doc, id, i))
  expect(readAgreements(doc)).toHaveLength(agreements.length)
  return doc
}

function inParts(doc: Y.Doc, id: string, field: TextField, words: string): void {
  setText(doc, id, field, 'een omweg')
  const fragment = textOf(doc, id, field)
  fragment?.delete(0, fragment.length)
  const paragraphs = words.split('\n').map((line) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(line.normalize('NFD'))])
    return paragraph
  })
  fragment?.insert(0, paragraphs)
}

function putIn(doc: Y.Doc, id: string, field: PeopleField, people: readonly Who[]): void {
  const nobody: Who = { kind: 'person', id: 'vergissing' }
  addWho(doc, id, field, nobody)
  people.toReversed().forEach((who, i) => {
    addWho(
      doc,
      id,
      field,
      who.kind === 'name' ? { ...who, id: `z${i}`, name: who.name.normalize('NFD') } : who,
    )
  })
  removeWho(doc, id, field, nobody)
}
