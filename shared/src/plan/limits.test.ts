import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { planContent } from '../contract/planInput.ts'
import { noEnding, readContent, writeContent, type PlanContent } from './content.ts'
import { forCrossing, tooLong } from './crossing.ts'
import { addIdea, makeAgreementOf, readIdeas } from './ideas.ts'
import { addByHand, addWhoByHand } from './limits.ts'
import {
  addAgreement,
  addWho,
  initPlan,
  LOCAL,
  putBackAgreement,
  readAgreements,
  removeAgreement,
} from './planDoc.ts'
import { MAX_AGREEMENTS, MAX_NAME, MAX_PLAN_BYTES, MAX_TEXT, MAX_WHO } from './schema.ts'

let made = 0
const newId = () => `made-here-${String((made += 1)).padStart(6, '0')}`
const empty = { what: '', who: [], where: '', when: '', rule: null, fallback: '', fallbackWho: [] }

function planOf(agreements: number): Y.Doc {
  const doc = new Y.Doc()
  initPlan(doc)
  for (let n = 0; n < agreements; n += 1) addAgreement(doc, newId, `afspraak ${n}`)
  return doc
}

describe('how much a plan holds', () => {
  it('[PL9] a screen adds agreements up to the limit, and again when one was taken away', () => {
    const doc = planOf(MAX_AGREEMENTS - 1)
    expect(addByHand(doc, newId)).toBeDefined()
    expect(addByHand(doc, newId)).toBeUndefined()
    addIdea(doc, { id: 'idea-of-a-child', text: 'zwemmen', by: null, name: '' })
    expect(makeAgreementOf(doc, 'idea-of-a-child', newId)).toBeUndefined()
    expect(readIdeas(doc)[0]?.agreement).toBeNull()
    expect(readAgreements(doc)).toHaveLength(MAX_AGREEMENTS)
    const [first] = readAgreements(doc)
    removeAgreement(doc, first?.id ?? '')
    expect(makeAgreementOf(doc, 'idea-of-a-child', newId)).toBeDefined()
    // What was there comes back, also past the limit.
    putBackAgreement(doc, first?.id ?? '')
    expect(readAgreements(doc)).toHaveLength(MAX_AGREEMENTS + 1)
  })

  it('[PL9] a screen adds people up to the limit; who stands there stays', () => {
    const doc = planOf(1)
    const [{ id } = { id: '' }] = readAgreements(doc)
    const chosen = () => readAgreements(doc)[0]?.who ?? []
    for (let n = 0; n < MAX_WHO; n += 1)
      expect(addWhoByHand(doc, id, 'who', chosen(), { kind: 'name', id: newId(), name: `Naam ${n}` })).toBe(
        true,
      )
    const before = chosen()
    expect(addWhoByHand(doc, id, 'who', chosen(), { kind: 'everybody' })).toBe(false)
    expect(chosen()).toEqual(before)
    const [there] = before
    if (there !== undefined) expect(addWhoByHand(doc, id, 'who', before, there)).toBe(true)
  })
})

describe('what crosses', () => {
  it('[CR5] all that the screens let a circle write fits, in a script of three bytes a sign', () => {
    const words = '語'.repeat(MAX_TEXT)
    const who = Array.from({ length: MAX_WHO }, () => ({
      kind: 'name' as const,
      id: newId(),
      name: '語'.repeat(MAX_NAME),
    }))
    const agreements = Array.from({ length: MAX_AGREEMENTS }, () => ({
      ...empty,
      id: newId(),
      what: words,
      where: words,
      when: words,
      fallback: words,
      who: who.slice(0, 20),
    }))
    const plan: PlanContent = { agreements, ending: noEnding }
    expect(tooLong(plan)).toBeNull()
    expect(planContent.safeParse(plan).success).toBe(true)
  })

  it('[CR5] more than a screen lets write crosses whole: agreements, names and words', () => {
    const doc = planOf(MAX_AGREEMENTS + 50)
    const [{ id } = { id: '' }] = readAgreements(doc)
    for (let n = 0; n < MAX_WHO * 3; n += 1)
      addWho(doc, id, 'who', { kind: 'name', id: newId(), name: `Naam ${n}` })
    const plan = readContent(doc)
    const long = { ...plan, agreements: plan.agreements.map((one) => ({ ...one, when: 'w'.repeat(20_000) })) }
    expect(forCrossing(long, newId)).toEqual(long)
    expect(planContent.parse(forCrossing(long, newId))).toEqual(long)
  })

  it('[CR5] a key that no device of ours makes keeps no door shut, and takes no word with it', () => {
    const doc = new Y.Doc()
    const id = 'x'
    writeContent(doc, {
      agreements: [{ ...empty, id, what: 'zwemmen', where: 'bad' }],
      ending: { ...noEnding, watcher: [{ kind: 'name', id: '!', name: 'Buurman' }] },
    })
    const set = (doc.getMap('agreements').get(id) as Y.Map<unknown>).get('who') as Y.Map<unknown>
    doc.transact(() => {
      set.set('?', 'Els')
      set.set('nobody knows this key', true)
      set.set('also without a name', '')
    }, LOCAL)
    const plan = readContent(doc)
    expect(planContent.safeParse(plan).success).toBe(false)
    const crossed = planContent.parse(forCrossing(plan, newId))
    expect(crossed.agreements[0]).toMatchObject({ what: 'zwemmen', where: 'bad' })
    expect(JSON.stringify(crossed)).toContain('Els')
    expect(JSON.stringify(crossed)).toContain('Buurman')
    expect(crossed.agreements[0]?.who.map(({ kind }) => kind)).toEqual(['name', 'name'])
  })

  it('[CR5] a plan that is too large names its longest agreement', () => {
    const agreements = [1, 3, 2].map((n) => ({
      ...empty,
      id: `agreement-${n}`,
      what: 'w'.repeat((n * MAX_PLAN_BYTES) / 5),
    }))
    expect(tooLong({ agreements, ending: noEnding })).toBe('agreement-3')
    expect(tooLong({ agreements: agreements.slice(0, 1), ending: noEnding })).toBeNull()
  })
})
