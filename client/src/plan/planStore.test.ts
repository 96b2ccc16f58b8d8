import { addAgreement, addWho, initPlan, removeAgreement, setText } from '@kringplan/shared/plan/planDoc'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from './newId.ts'
import { createPlanStore } from './planStore.ts'

/** A store whose "a little later" is in our hand. */
function store(doc: Y.Doc) {
  const waiting: (() => void)[] = []
  const made = createPlanStore(doc, (fn) => waiting.push(fn))
  return { ...made, later: () => waiting.splice(0).forEach((fn) => fn()) }
}

describe('plan store', () => {
  it('keeps the identity of what nobody touched', () => {
    const doc = new Y.Doc()
    const [a, b] = [addAgreement(doc, newId, 'koken'), addAgreement(doc, newId, 'fietsen')]
    const plan = store(doc)
    const before = plan.visible()
    setText(doc, a, 'where', 'thuis')
    const after = plan.visible()
    expect(after[0]).not.toBe(before[0])
    expect(after[0]?.where).toBe('thuis')
    expect(after[1]).toBe(before[1])
    expect(plan.one(b)).toBe(before[1])
    expect(plan.visible()).toBe(after)
  })

  it('tells of many changes once, and is up to date before that', () => {
    const doc = new Y.Doc()
    const plan = store(doc)
    let told = 0
    const stop = plan.subscribe(() => (told += 1))
    const id = addAgreement(doc, newId, 'koken')
    addWho(doc, id, 'who', { kind: 'everybody' })
    setText(doc, id, 'when', 'altijd')
    expect(told).toBe(0)
    expect(plan.visible()).toHaveLength(1)
    plan.later()
    expect(told).toBe(1)
    stop()
    setText(doc, id, 'when', 'nooit')
    plan.later()
    expect(told).toBe(1)
  })

  it('shows what was taken away only to who asks for it by name', () => {
    const doc = new Y.Doc()
    const plan = store(doc)
    const id = addAgreement(doc, newId, 'koken')
    removeAgreement(doc, id)
    expect(plan.visible()).toEqual([])
    expect(plan.one(id)).toMatchObject({ what: 'koken', removed: true })
    expect(plan.one('elders')).toBeUndefined()
  })

  it('[PL1] tells a document of another version from one that has none yet', () => {
    const doc = new Y.Doc()
    const plan = store(doc)
    expect(plan.schema()).toBe('none')
    initPlan(doc)
    expect(plan.schema()).toBe('known')
    doc.getMap('meta').set('schemaVersion', 99)
    expect(plan.schema()).toBe('other')
  })
})
