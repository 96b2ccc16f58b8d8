import type { Look } from '@kringplan/shared/conference/palette'
import type { Who } from '@kringplan/shared/plan/agreement'
import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import { whoKey } from '@kringplan/shared/plan/planDoc'
import { m } from '../messages/compiled/messages.js'
import { lookOf } from '../seats/lookOf.ts'

/** Somebody of an agreement, ready to be shown. */
export interface ShownWho {
  readonly key: string
  readonly who: Who
  readonly name: string
  readonly look: Look | undefined
}

/** Names of people who are no longer in the list, by their random ids. */
const goneNames = new Map<string, string>()

/** Who was taken out of the list keeps the name, wherever they stand in the plan: it is the name that is signed [FR4]. */
export function learnGone(gone: readonly { readonly id: string; readonly name: string }[]): void {
  for (const { id, name } of gone) goneNames.set(id, name)
}

/** A set of people as a screen shows it: everybody first, then the circle in its own order, then free names. */
export function showWho(set: readonly Who[], people: readonly CirclePerson[]): readonly ShownWho[] {
  const rank = (who: Who) => {
    if (who.kind === 'everybody') return -1
    const index = who.kind === 'person' ? people.findIndex((person) => person.id === who.id) : -1
    return index < 0 ? people.length : index
  }
  return [...set]
    .sort((a, b) => rank(a) - rank(b))
    .map((who) => ({ key: whoKey(who), who, ...nameOf(who, people) }))
}

function nameOf(who: Who, people: readonly CirclePerson[]): Pick<ShownWho, 'name' | 'look'> {
  if (who.kind === 'everybody') return { name: m.q_everybody(), look: undefined }
  if (who.kind === 'name') return { name: who.name, look: undefined }
  const person = people.find((other) => other.id === who.id)
  return person === undefined
    ? { name: goneNames.get(who.id) ?? m.pp_somebody(), look: undefined }
    : { name: person.name, look: lookOf(person) }
}
