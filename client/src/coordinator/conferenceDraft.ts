import type { Input } from '@kringplan/shared/contract/messages'
import type { Language } from '@kringplan/shared/contract/fields'
import { toInstant, type MeetingTime } from './meetingTime.ts'
import { questionErrors } from './questionErrors.ts'

/** A person as the coordinator writes them down, before the server knows them. */
export interface DraftPerson {
  readonly name: string
  readonly language: Language
  readonly role: 'member' | 'professional'
  readonly mainPerson: boolean
}

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
    people: draft.people.map(({ name, language, role, mainPerson }) => ({
      name,
      language,
      role,
      mainPerson,
    })),
    startsAt: toInstant(draft) ?? null,
    place: draft.place,
  }
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
