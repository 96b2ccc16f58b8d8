import type { CirclePerson, InsideDevice } from '@kringplan/shared/plan/circleDoc'
import { expect, it } from 'vitest'
import { devicesOf, isAtDoor, peopleOutside } from './farPeople.ts'

const person = (id: string, role: CirclePerson['role'] = 'member'): CirclePerson => ({
  id,
  name: id,
  picture: null,
  colour: null,
  mainPerson: false,
  role,
})
const phone = (id: string, personId: string | null, name = personId ?? ''): InsideDevice => ({
  id,
  name,
  personId,
  kind: 'phone',
})
const board: InsideDevice = { id: 'board', name: 'Ben', personId: null, kind: 'board' }

it('[JN8] a link is offered for members of whom no device is inside', () => {
  const people = [
    person('edith'),
    person('ben'),
    person('sanne', 'professional'),
    person('fatma', 'coordinator'),
  ]
  expect(peopleOutside(people, [phone('1', 'edith'), board]).map(({ id }) => id)).toEqual(['ben'])
  expect(peopleOutside(people, []).map(({ id }) => id)).toEqual(['edith', 'ben'])
})

it('[JN8] who came by a link is known by person, and by name where there was no person', () => {
  const inside = [phone('1', 'edith'), phone('2', 'ben', 'Oom Ben'), phone('3', null, 'Daan'), board]
  expect(devicesOf({ personId: 'ben', name: 'Ben' }, inside).map(({ id }) => id)).toEqual(['2'])
  expect(devicesOf({ personId: null, name: 'Daan' }, inside).map(({ id }) => id)).toEqual(['3'])
  expect(devicesOf({ personId: null, name: 'Ben' }, inside)).toEqual([])
})

it('[JN8] who stands at the door is known by person, and by name where there was no person', () => {
  const ben = { personId: 'ben', name: 'Ben' }
  expect(isAtDoor(ben, { participantId: 'ben', name: 'Oom Ben' })).toBe(true)
  expect(isAtDoor(ben, { participantId: null, name: 'Ben' })).toBe(false)
  expect(isAtDoor({ personId: null, name: 'Bo' }, { participantId: null, name: 'Bo' })).toBe(true)
})
