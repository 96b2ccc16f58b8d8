import { addAgreement, agreementsOf, setText } from '@kringplan/shared/plan/planDoc'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from './newId.ts'
import { changedAgreements } from './unarrived.ts'

it('knows which agreements a change is about, new ones too', () => {
  const doc = new Y.Doc()
  const seen: string[] = []
  agreementsOf(doc).observeDeep((events) => seen.push(...changedAgreements(events)))
  const a = addAgreement(doc, newId, 'koken')
  addAgreement(doc, newId, 'fietsen')
  expect(seen).toHaveLength(2)
  seen.length = 0
  setText(doc, a, 'where', 'thuis')
  expect(seen).toEqual([a])
})
