import { describe, expect, it } from 'vitest'
import { tighter, tightness } from './useFit.ts'

describe('the setting of a card', () => {
  it('[BO3] goes one step tighter and stays at the tightest', () => {
    expect(tightness.map((fit) => tighter(fit, 3))).toEqual([1, 2, 3, 3])
  })
})
