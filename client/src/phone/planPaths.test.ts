import { questions } from '@kringplan/shared/plan/schema'
import { describe, expect, it } from 'vitest'
import { planPath, readPlanPlace } from './planPaths.ts'

const home = '/plek/seat1'

describe('addresses of the plan', () => {
  it('are read as they are written', () => {
    expect(readPlanPlace(planPath(home), home)).toEqual({ page: 'list' })
    expect(readPlanPlace(planPath(home, 'a_-1'), home)).toEqual({
      page: 'agreement',
      id: 'a_-1',
      question: null,
    })
    for (const question of questions) {
      expect(readPlanPlace(planPath(home, 'a', question), home)).toEqual({
        page: 'agreement',
        id: 'a',
        question,
      })
    }
    expect(planPath(home, 'a', 'fallback')).toBe('/plek/seat1/plan/a/lukt-niet')
  })

  it('fall back on the nearest page', () => {
    expect(readPlanPlace(`${home}/plan/`, home)).toEqual({ page: 'list' })
    expect(readPlanPlace(`${home}/plan/a/hoezo`, home)).toEqual({
      page: 'agreement',
      id: 'a',
      question: null,
    })
    expect(readPlanPlace(`${home}/plan/%E0%A4%A`, home)).toMatchObject({ page: 'agreement' })
  })
})
