import { canonicalText, toCanonical } from '@kringplan/shared/plan/canonical'
import { noEnding, type AgreementContent, type PlanContent } from '@kringplan/shared/plan/content'
import { describe, expect, it } from 'vitest'
import { contentOf, readVersion } from './frozenVersion.ts'
import { stillLate, type LateWords } from './lateWords.ts'

const agreement: AgreementContent = {
  id: 'samen-opruimen-1',
  what: 'Samen het plein opruimen',
  who: [{ kind: 'person', id: 'ria' }, { kind: 'name', id: 'n1', name: 'de buurman' }, { kind: 'everybody' }],
  where: 'Wilgenplein',
  when: 'elke maand',
  rule: null,
  fallback: 'dan bellen',
  fallbackWho: [{ kind: 'person', id: 'ria' }],
}
const plan: PlanContent = {
  agreements: [agreement],
  ending: { ...noEnding, where: 'bij Ria', watcher: [{ kind: 'person', id: 'ria' }] },
}
const facts = {
  conference: 'kring',
  version: 1,
  question: 'Hoe?',
  people: [{ id: 'ria', name: 'Ria' }],
  answers: [],
}
const frozen = () => readVersion(canonicalText(toCanonical(plan, facts)))

describe('what a frozen version says', () => {
  it('[OP5] nothing of it is late: not an agreement, not words without a place, not a name without an id', () => {
    const read = frozen()
    if (read === null) throw new Error('no plan')
    const late: LateWords[] = [
      { kind: 'agreement', content: agreement },
      { kind: 'words', id: '', field: 'what', about: '', parts: ['elke maand', 'bij Ria'] },
      { kind: 'people', id: agreement.id, field: 'who', about: '', people: agreement.who },
    ]
    expect(stillLate(late, contentOf(read))).toEqual([])
    const other: LateWords[] = [
      { kind: 'words', id: '', field: 'what', about: '', parts: ['Taart'] },
      {
        kind: 'people',
        id: agreement.id,
        field: 'who',
        about: '',
        people: [{ kind: 'name', id: 'n2', name: 'oom' }],
      },
    ]
    expect(stillLate(other, contentOf(read))).toEqual(other)
  })

  it('is what the document showed', () => {
    const read = frozen()
    if (read === null) throw new Error('no plan')
    expect(toCanonical(contentOf(read), facts)).toEqual(read)
  })
})
