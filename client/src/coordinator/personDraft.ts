import type { Language } from '@kringplan/shared/contract/fields'
import type { Invitation, JoinsBy } from '@kringplan/shared/conference/preparation'

/** A person as the coordinator writes them down. */
export interface DraftPerson {
  readonly name: string
  readonly language: Language
  readonly role: 'member' | 'professional'
  readonly mainPerson: boolean
  readonly age: number | null
  readonly joinsBy: JoinsBy
  /** The id of somebody in the same list. */
  readonly joinsWith: string | null
  readonly invitation: Invitation
  readonly tells: string
}

export const emptyPerson: DraftPerson = {
  name: '',
  language: 'nl',
  role: 'member',
  mainPerson: false,
  age: null,
  joinsBy: 'phone',
  joinsWith: null,
  invitation: 'none',
  tells: '',
}

/** A person as the sheet about them has it: the age is text until it is kept. */
export type PersonFields = Omit<DraftPerson, 'age'> & { readonly age: string }

export const toFields = (person: DraftPerson): PersonFields => ({
  name: person.name,
  language: person.language,
  role: person.role,
  mainPerson: person.mainPerson,
  age: person.age === null ? '' : String(person.age),
  joinsBy: person.joinsBy,
  joinsWith: person.joinsWith,
  invitation: person.invitation,
  tells: person.tells,
})

/** A typed age: null for none, undefined for what is no age. */
export function readAge(typed: string): number | null | undefined {
  const bare = typed.trim()
  if (bare === '') return null
  const age = /^\d{1,3}$/.test(bare) ? Number(bare) : Number.NaN
  return age <= 120 ? age : undefined
}

/** Part of a person as the contract wants it. An age that is none is left out. */
export function fromFields(fields: Partial<PersonFields>): Partial<DraftPerson> {
  const { age: typed, ...rest } = fields
  const age = typed === undefined ? undefined : readAge(typed)
  return { ...rest, ...(age === undefined ? {} : { age }) }
}
