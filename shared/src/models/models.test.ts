import { describe, expect, it } from 'vitest'
import { doorOf, findModel, models } from './catalogue.ts'
import { conferenceModel } from './model.ts'

describe('models', () => {
  it('[MO1] every model is valid data with an id of its own', () => {
    for (const model of models) expect(conferenceModel.parse(model)).toEqual(model)
    expect(new Set(models.map((model) => model.id)).size).toBe(5)
  })

  it('[MO2] only known ids find a model', () => {
    expect(findModel('alleHens')?.door).toBe('never')
    for (const id of ['AlleHens', 'constructor', '']) expect(findModel(id)).toBeUndefined()
  })

  it('[MO3] the switch is heard only where the model leaves the choice', () => {
    const doors = models.map((model) => [model.id, doorOf(model, 'on'), doorOf(model, 'off')])
    expect(doors).toEqual([
      ['eigenKracht', true, true],
      ['alleHens', false, false],
      ['weerInContact', false, false],
      ['echtRecht', false, false],
      ['leercirkel', true, false],
    ])
  })
})
