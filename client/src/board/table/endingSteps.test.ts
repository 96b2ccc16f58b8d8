import { noEnding } from '@kringplan/shared/plan/content'
import type { Ending } from '@kringplan/shared/plan/planDoc'
import { weekly } from '@kringplan/shared/plan/planHistory.testkit'
import { describe, expect, it } from 'vitest'
import { endingStepFrom, endingSteps, firstOpenStep, hasDay } from './endingSteps.ts'

const ending = (some: Partial<Ending>): Ending => ({ ...noEnding, ...some })

describe('weer samen', () => {
  it('[TB6] a day in words, a chosen day, or later is a day; place and people are none', () => {
    expect(hasDay(noEnding)).toBe(false)
    expect(hasDay(ending({ where: 'bij oma', who: [{ kind: 'everybody' }] }))).toBe(false)
    expect(hasDay(ending({ when: 'na de zomer' }))).toBe(true)
    expect(hasDay(ending({ rule: weekly }))).toBe(true)
    expect(hasDay(ending({ later: true }))).toBe(true)
  })

  it('[TB6] the writer begins at the first question without an answer', () => {
    const day = { when: '10 september' }
    const everybody = [{ kind: 'everybody' }] as const
    expect(firstOpenStep(noEnding)).toBe('when')
    expect(firstOpenStep(ending(day))).toBe('where')
    expect(firstOpenStep(ending({ ...day, where: 'thuis' }))).toBe('who')
    expect(firstOpenStep(ending({ ...day, where: 'thuis', who: everybody }))).toBe('watcher')
    expect(firstOpenStep(ending({ later: true }))).toBe('watcher')
    expect(firstOpenStep(ending({ ...day, where: 'x', who: everybody, watcher: everybody }))).toBe('when')
  })

  it('[TB6] Tab walks through the questions and leaves at both ends', () => {
    const next = endingSteps.map((step) => endingStepFrom(step, 1, noEnding))
    expect(next).toEqual([...endingSteps.slice(1), null])
    expect(endingStepFrom('when', -1, noEnding)).toBeNull()
  })

  it('[TB6] with a day nobody is asked whether it is chosen later', () => {
    const day = ending({ when: '10 september' })
    expect(endingStepFrom('when', 1, day)).toBe('where')
    expect(endingStepFrom('where', -1, day)).toBe('when')
    expect(endingStepFrom('when', 1, ending({ when: 'x', later: true }))).toBe('later')
  })
})
