import type { CirclePerson, InsideDevice } from '@kringplan/shared/plan/circleDoc'
import type { AtDoor } from '../sealed/wordsMessages.ts'

/** Whom a link is made for: a person of the list, or another name. */
export interface FarPerson {
  readonly personId: string | null
  readonly name: string
}

/** The members of the circle of whom no device is inside, in the order of the circle. */
export function peopleOutside(
  people: readonly CirclePerson[],
  inside: readonly InsideDevice[],
): readonly CirclePerson[] {
  return people.filter(({ id, role }) => role === 'member' && inside.every(({ personId }) => personId !== id))
}

/** The devices of this person, or of a new one with this name. */
export function devicesOf(who: FarPerson, inside: readonly InsideDevice[]): readonly InsideDevice[] {
  const isTheirs = (device: InsideDevice) =>
    who.personId === null ? device.name === who.name : device.personId === who.personId
  return inside.filter((device) => device.kind === 'phone' && isTheirs(device))
}

/** Whether somebody at the door says to be this person. Only the words tell whether it is true. */
export function isAtDoor(who: FarPerson, one: Pick<AtDoor, 'name' | 'participantId'>): boolean {
  return who.personId === null ? one.name === who.name : one.participantId === who.personId
}
