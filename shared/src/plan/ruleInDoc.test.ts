import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { writeContent } from './content.ts'
import {
  addAgreement,
  agreementsOf,
  LOCAL,
  readAgreements,
  readEnding,
  ruleOf,
  setRule,
  setText,
} from './planDoc.ts'
import { ENDING } from './schema.ts'
import { fridays } from './whenRule.testkit.ts'

const noEnding = { when: 'na de zomer', rule: null, where: '', who: [], watcher: [], later: false }

function planWithWords() {
  const doc = new Y.Doc()
  writeContent(doc, { agreements: [], ending: noEnding })
  const id = addAgreement(doc, () => 'a1', 'Wij eten samen')
  setText(doc, id, 'when', 'elke vrijdag na school')
  return { doc, id }
}

it('[WH1] a rule is set, replaced and taken away, and the words stay as they are', () => {
  const { doc, id } = planWithWords()
  const words = () => readAgreements(doc).map(({ what, when }) => [what, when])
  const before = words()
  // The words alone are no rule.
  expect(ruleOf(doc, id)).toBeNull()
  for (const rule of [fridays, { ...fridays, interval: 2 }, null]) {
    setRule(doc, id, rule)
    expect(ruleOf(doc, id)).toEqual(rule)
    expect(words()).toEqual(before)
  }
})

it('[WH1] the next meeting has one in the same way', () => {
  const { doc } = planWithWords()
  setRule(doc, ENDING, { ...fridays, unit: 'once', weekdays: [] })
  expect(ruleOf(doc, ENDING)).toEqual(readEnding(doc).rule)
  expect(readEnding(doc)).toMatchObject({ when: 'na de zomer', rule: { unit: 'once' } })
})

it('[WH1] one step of undo takes the rule back, and leaves the words', () => {
  const { doc, id } = planWithWords()
  const undo = new Y.UndoManager([agreementsOf(doc)], { trackedOrigins: new Set([LOCAL]) })
  setRule(doc, id, fridays)
  undo.undo()
  expect(ruleOf(doc, id)).toBeNull()
  expect(readAgreements(doc)[0]?.when).toBe('elke vrijdag na school')
})

it('[WH2] what another device wrote there is a rule or nothing', () => {
  const { doc, id } = planWithWords()
  const map = agreementsOf(doc).get(id)
  if (!(map instanceof Y.Map)) throw new Error('no agreement')
  for (const nonsense of [
    '',
    '{',
    'null',
    '{"unit":"week"}',
    7,
    JSON.stringify({ ...fridays, first: 'x' }),
  ]) {
    map.set('rule', nonsense)
    expect(ruleOf(doc, id)).toBeNull()
  }
  map.set('rule', JSON.stringify(fridays))
  expect(ruleOf(doc, id)).toEqual(fridays)
})
