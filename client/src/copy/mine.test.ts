import { describe, expect, it } from 'vitest'
import { myPart, ownPart } from './mine.ts'
import { samplePlan } from './sampleCopy.testkit.ts'

const plan = samplePlan()
const brief = (me: string) =>
  myPart(plan, me).agreements.map(({ number, does, talks }) => [number, does, talks])

describe('myPart', () => {
  it('[CP5] where I stand by name, to do it or to talk when it does not work out, with its number', () => {
    expect(brief('edith')).toEqual([
      [1, false, true],
      [4, true, false],
    ])
    expect(brief('vader')).toEqual([
      [1, true, true],
      [2, false, true],
      [3, false, true],
    ])
  })

  it('[CP5] what everybody does is shared and nobody’s own', () => {
    expect(myPart(plan, 'ria')).toMatchObject({ agreements: [], watches: false })
    expect(myPart(plan, 'ria').shared.map(({ number }) => number)).toEqual([5])
    expect(myPart(plan, 'herman').watches).toBe(true)
  })

  it('[CP5] a free name is nobody of the circle', () => {
    expect(brief('juf Anna')).toEqual([])
    expect(brief('n1')).toEqual([])
  })

  it('[CP5] somebody from outside gets where they stand or answered, with the numbers of the whole plan', () => {
    expect(ownPart(plan, 'sanne').map(({ number }) => number)).toEqual([2, 4])
    expect(ownPart(plan, 'opa').map(({ number }) => number)).toEqual([3])
    expect(ownPart(plan, 'nobody')).toEqual([])
  })
})
