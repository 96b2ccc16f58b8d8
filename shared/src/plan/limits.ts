import type * as Y from 'yjs'
import type { Who } from './agreement.ts'
import { addAgreement, addWho, readAgreements, whoKey } from './planDoc.ts'
import { MAX_AGREEMENTS, MAX_WHO, type PeopleField } from './schema.ts'

/*
 * How much a plan holds. Screens stop a person well before the plan is too large to cross; what two devices at once, or
 * somebody who means harm, put in beyond that still crosses with every word, and only the size of the whole ends it.
 */

/** Whether a screen lets nobody add an agreement. */
export function isPlanFull(agreements: { readonly length: number }): boolean {
  return agreements.length >= MAX_AGREEMENTS
}

/** Whether a screen lets nobody add somebody to this set of people. */
export function isWhoFull(set: { readonly length: number }): boolean {
  return set.length >= MAX_WHO
}

/** Adds an agreement for a person at a screen; undefined, and nothing changes, when the plan is full. */
export function addByHand(doc: Y.Doc, newId: () => string, what = ''): string | undefined {
  return isPlanFull(readAgreements(doc)) ? undefined : addAgreement(doc, newId, what)
}

/** Puts somebody in a set of people for a person at a screen. False, and nothing changes, when the set is full. */
export function addWhoByHand(
  doc: Y.Doc,
  id: string,
  field: PeopleField,
  chosen: readonly Who[],
  who: Who,
): boolean {
  if (isWhoFull(chosen) && !chosen.some((one) => whoKey(one) === whoKey(who))) return false
  addWho(doc, id, field, who)
  return true
}
