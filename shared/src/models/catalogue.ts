import { alleHens } from './alleHens.ts'
import { echtRecht } from './echtRecht.ts'
import { eigenKracht } from './eigenKracht.ts'
import { leercirkel } from './leercirkel.ts'
import type { ConferenceModel } from './model.ts'
import { weerInContact } from './weerInContact.ts'

/** Every kind of meeting, in the order a coordinator is shown them. */
export const models: readonly ConferenceModel[] = [
  eigenKracht,
  alleHens,
  weerInContact,
  echtRecht,
  leercirkel,
]

/** The model with this id, or undefined. Ids are compared exactly: `'constructor'` is no model. */
export function findModel(id: string): ConferenceModel | undefined {
  return models.find((model) => model.id === id)
}

/**
 * Whether a conference of this model has a door.
 * @param wish the coordinator's switch; only heard where the model leaves the choice
 */
export function doorOf(model: ConferenceModel, wish: 'on' | 'off'): boolean {
  if (model.door === 'switchOff') return wish === 'on'
  return model.door === 'always'
}
