import type { Input } from '@kringplan/shared/contract/messages'
import { toInstant, type MeetingTime } from './meetingTime.ts'
import type { DraftPerson } from './personDraft.ts'
import { questionErrors } from './questionErrors.ts'

/** With an id that means something on this screen only. */
export interface ListedPerson extends DraftPerson {
  readonly id: string
}

/** A conference while it is being made on this screen. */
export interface ConferenceDraft extends MeetingTime {
  readonly model: string | null
  readonly door: 'on' | 'off'
  readonly circle: string
  readonly question: string
  readonly people: readonly ListedPerson[]
  readonly place: string
}

export const emptyDraft: ConferenceDraft = {
  model: null,
  door: 'off',
  circle: '',
  question: '',
  people: [],
  date: '',
  time: '',
  place: '',
}

/** The steps of making one, in order. */
export const draftSteps = ['model', 'vraag', 'kring', 'tijd'] as const
export type DraftStep = (typeof draftSteps)[number]

/** Whether a step has what the conference needs. A date may come later. */
export function isStepDone(draft: ConferenceDraft, step: DraftStep): boolean {
  switch (step) {
    case 'model':
      return draft.model !== null
    case 'vraag':
      return Object.keys(questionErrors(draft)).length === 0
    case 'kring':
      return draft.people.some((person) => person.role === 'member')
    case 'tijd':
      return draft.date === '' ? draft.time === '' : toInstant(draft) !== undefined
  }
}

/** What the server is asked to make; undefined while a step still needs something. */
export function toRequest(draft: ConferenceDraft): Input<'createConference'> | undefined {
  if (draft.model === null || draftSteps.some((step) => !isStepDone(draft, step))) return undefined
  return {
    model: draft.model,
    door: draft.door,
    circle: draft.circle,
    question: draft.question,
    people: draft.people.map((person) => {
      const other = draft.people.findIndex((each) => each.id === person.joinsWith)
      return { ...asWritten(person), joinsWith: other < 0 ? null : other }
    }),
    startsAt: toInstant(draft) ?? null,
    place: draft.place,
  }
}

/** A person without what means something on this screen only. */
function asWritten(person: ListedPerson): Omit<DraftPerson, 'joinsWith'> {
  const { name, language, role, mainPerson, age, joinsBy, invitation, tells } = person
  return { name, language, role, mainPerson, age, joinsBy, invitation, tells }
}

/** The people with one more at the end. */
export function addPerson(people: readonly ListedPerson[], person: DraftPerson): readonly ListedPerson[] {
  const id = 1 + Math.max(0, ...people.map((each) => Number(each.id)))
  return [...people, { ...person, id: String(id) }]
}

/** The people with one changed, in the same place. */
export function changePerson(
  people: readonly ListedPerson[],
  id: string,
  person: DraftPerson,
): readonly ListedPerson[] {
  return people.map((each) => (each.id === id ? { ...person, id } : each))
}

/** The people without one, and nobody together with them any more. */
export function removePerson(people: readonly ListedPerson[], id: string): readonly ListedPerson[] {
  return people
    .filter((each) => each.id !== id)
    .map((each) => (each.joinsWith === id ? { ...each, joinsWith: null } : each))
}

/** The list with one of them a place up or down; the same list at its ends. */
export function moved<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  by: -1 | 1,
): readonly T[] {
  const from = list.findIndex((each) => each.id === id)
  const one = list[from]
  const other = list[from + by]
  if (one === undefined || other === undefined) return list
  return list.map((each) => (each === one ? other : each === other ? one : each))
}
