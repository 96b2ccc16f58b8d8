import { expect, it } from 'vitest'
import { addWho } from '@kringplan/shared/plan/planDoc'
import { canonicalText, planHash, toCanonical } from '@kringplan/shared/plan/canonical'
import { readContent } from '@kringplan/shared/plan/content'
import { m } from '../messages/compiled/messages.js'
import { freezeFactsOf, ownHash } from '../table/compareVersion.ts'
import { johan, makeSmallPlan, signingView } from '../table/signing.testkit.ts'
import { learnGone, showWho } from './whoNames.ts'

const herman = { id: 'hermanherman', name: 'oom Herman' }

it('[FR4] who is no longer in the list is shown by the name that is frozen', () => {
  const { doc, id } = makeSmallPlan()
  addWho(doc, id, 'who', { kind: 'person', id: herman.id })
  addWho(doc, id, 'who', { kind: 'person', id: 'nobody-knows-this' })
  const view = { ...signingView(doc), gone: [herman] }
  learnGone(view.gone)
  const content = readContent(doc)
  const shown = showWho(content.agreements[0]?.who ?? [], view.people).map(({ name }) => name)
  expect(shown.toSorted()).toEqual([johan.name, m.pp_somebody(), herman.name].toSorted())
  const facts = freezeFactsOf(view)
  if (facts === null) throw new Error('nothing is being signed')
  const plan = toCanonical(content, facts)
  expect(plan.agreements[0]?.who).toEqual([herman, { id: johan.id, name: johan.name }])
  expect(ownHash(view, content)).toBe(planHash(canonicalText(plan)))
})
