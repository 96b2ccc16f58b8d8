import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CanonicalAgreement, CanonicalPlan } from './canonical.ts'
import { isUnchanged, planChanges } from './changes.ts'
import { weekly } from './planHistory.testkit.ts'

const johan = { id: 'p1', name: 'Johan' }
const wim = { id: 'p2', name: 'Wim' }

const agreement = (id: string, part: Partial<CanonicalAgreement> = {}): CanonicalAgreement => ({
  id,
  what: `wat ${id}`,
  who: [johan],
  where: 'thuis',
  when: { words: 'elke week', rule: null },
  fallback: { text: 'bellen', who: [] },
  ...part,
})

const plan = (
  agreements: readonly CanonicalAgreement[],
  part: Partial<CanonicalPlan> = {},
): CanonicalPlan => ({
  v: 1,
  conference: 'c1',
  version: 1,
  question: 'Hoe nu?',
  agreements,
  nextMeeting: { when: { words: '', rule: null }, where: '', who: [], later: false },
  watcher: [johan],
  professionalAnswers: [],
  ...part,
})

const [a, b, c] = [agreement('a'), agreement('b'), agreement('c')]
const before = plan([a, b, c])
const nothing = planChanges(before, before)

describe('what changed between two versions', () => {
  it('[VS2] of the same words is nothing, also in the next version', () => {
    expect(nothing).toEqual({
      question: false,
      agreements: [],
      reordered: false,
      nextMeeting: false,
      watcher: false,
      answers: false,
    })
    expect(isUnchanged(nothing)).toBe(true)
    expect(isUnchanged(planChanges(before, { ...structuredClone(before), version: 2 }))).toBe(true)
  })

  it('[VS2] is found by the ids: new, gone and changed, numbered where they stand', () => {
    const fresh = agreement('d')
    const other = agreement('c', { what: 'iets anders' })
    const changes = planChanges(before, plan([fresh, a, other]))
    expect(changes).toEqual({
      ...nothing,
      agreements: [
        { kind: 'new', number: 1, after: fresh },
        { kind: 'changed', number: 3, fields: ['what'], before: c, after: other },
        { kind: 'gone', number: 2, before: b },
      ],
    })
    expect(isUnchanged(changes)).toBe(false)
    // The same words under another id are another agreement.
    expect(planChanges(plan([a]), plan([{ ...a, id: 'x' }])).agreements.map(({ kind }) => kind)).toEqual([
      'new',
      'gone',
    ])
  })

  it.each([
    ['what', { what: 'anders' }],
    ['who', { who: [johan, wim] }],
    ['who', { who: [{ id: 'p1', name: 'Johann' }] }],
    ['where', { where: 'buiten' }],
    ['when', { when: { words: 'elke maand', rule: null } }],
    ['when', { when: { words: 'elke week', rule: weekly } }],
    ['fallback', { fallback: { text: 'langsgaan', who: [] } }],
    ['fallback', { fallback: { text: 'bellen', who: [wim] } }],
  ] as const)('[VS2] names the field that is another: %s %j', (field, part) => {
    const after = agreement('b', part)
    const [change, ...more] = planChanges(before, plan([a, after, c])).agreements
    expect(change).toEqual({ kind: 'changed', number: 2, fields: [field], before: b, after })
    expect(more).toEqual([])
  })

  it('[VS2] names all fields that are another, in the order of the questions', () => {
    const after = agreement('b', {
      fallback: { text: '', who: [] },
      where: '',
      what: '',
      when: { words: '', rule: weekly },
      who: [],
    })
    expect(planChanges(before, plan([a, after, c])).agreements).toMatchObject([
      { fields: ['what', 'who', 'where', 'when', 'fallback'] },
    ])
  })

  it('[VS2] says reordered only when those that stay stand in another order', () => {
    expect(planChanges(before, plan([b, a, c]))).toEqual({ ...nothing, reordered: true })
    expect(planChanges(before, plan([a, c])).reordered).toBe(false)
    expect(planChanges(before, plan([agreement('d'), a, b, c])).reordered).toBe(false)
    expect(planChanges(before, plan([c, agreement('d'), a])).reordered).toBe(true)
  })

  it.each([
    ['question', { question: 'Hoe dan?' }],
    ['nextMeeting', { nextMeeting: { ...before.nextMeeting, later: true } }],
    ['nextMeeting', { nextMeeting: { ...before.nextMeeting, where: 'bij oma' } }],
    ['watcher', { watcher: [wim] }],
    ['answers', { professionalAnswers: [{ agreement: 'a', by: wim, answer: 'can', words: '' }] }],
  ] as const)('[VS2] says what else is another: %s', (field, part) => {
    const changes = planChanges(before, { ...before, ...part })
    expect(changes).toEqual({ ...nothing, [field]: true })
    expect(isUnchanged(changes)).toBe(false)
  })

  it('[VS2] leaves nothing out: with the changes the first version becomes the second', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const row = fc
      .shuffledSubarray(ids)
      .chain((some) =>
        fc.tuple(...some.map((id) => fc.constantFrom('x', 'y').map((what) => agreement(id, { what })))),
      )
    fc.assert(
      fc.property(row, row, (one, two) => {
        const { agreements, reordered } = planChanges(plan(one), plan(two))
        const now = new Map(one.map((each) => [each.id, each]))
        for (const change of agreements) {
          if (change.kind === 'gone') now.delete(change.before.id)
          else now.set(change.after.id, change.after)
        }
        expect([...now.values()].toSorted(byId)).toEqual(two.toSorted(byId))
        const order = (from: readonly CanonicalAgreement[], to: readonly CanonicalAgreement[]) =>
          from.map(({ id }) => id).filter((id) => to.some((each) => each.id === id))
        expect(reordered).toBe(order(one, two).join() !== order(two, one).join())
      }),
    )
  })
})

const byId = (one: CanonicalAgreement, two: CanonicalAgreement): number => (one.id < two.id ? -1 : 1)
