import type { Invitation, JoinsBy } from '@kringplan/shared/conference/preparation'
import { isLocale, languages } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import type { DraftPerson, PersonFields } from './personDraft.ts'

const joinTexts: Readonly<Record<JoinsBy, () => string>> = {
  phone: () => m.k_how_phone(),
  card: () => m.k_how_paper(),
  with: () => m.k_how_with(),
  laptop: () => m.k_how_laptop(),
}

/** With what somebody takes part, as a choice: "samen met…" names nobody yet. */
export const joinWord = (joinsBy: JoinsBy): string => joinTexts[joinsBy]()

/** "telefoon", "samen met Wim"; while nobody was chosen it asks. */
export function joinsText(
  person: Pick<DraftPerson, 'joinsBy' | 'joinsWith'>,
  people: readonly { readonly id: string; readonly name: string }[],
): string {
  if (person.joinsBy !== 'with') return joinWord(person.joinsBy)
  const other = people.find(({ id }) => id === person.joinsWith)
  return other === undefined ? m.pr_with_whom() : m.pr_with({ naam: other.name })
}

const invitationTexts: Readonly<Record<Invitation, () => string>> = {
  none: () => m.pr_inv_none(),
  sent: () => m.pr_inv_sent(),
  coming: () => m.pr_inv_coming(),
  notComing: () => m.pr_inv_not(),
}

/** How an invitation stands, in words. */
export const invitationText = (invitation: Invitation): string => invitationTexts[invitation]()

/** In the circle, or somebody who tells it something. */
export const roleText = (role: DraftPerson['role']): string =>
  role === 'member' ? m.k_add_member() : m.k_add_pro()

const labels: Readonly<Record<keyof PersonFields, () => string>> = {
  name: () => m.k_people_name(),
  language: () => m.k_language(),
  role: () => m.k_part(),
  mainPerson: () => m.k_main(),
  age: () => m.pr_age(),
  joinsBy: () => m.pr_col_how(),
  joinsWith: () => m.pr_with_whom(),
  invitation: () => m.pr_col_invitation(),
  tells: () => m.pr_tells(),
}

/** What a field of a person asks. */
export const personLabel = (field: keyof PersonFields): string => labels[field]()

/** The value of a field of a person, as people read it. */
export function personWord(
  fields: PersonFields,
  field: keyof PersonFields,
  people: readonly { readonly id: string; readonly name: string }[],
): string {
  switch (field) {
    case 'language':
      return isLocale(fields.language) ? languages[fields.language].name : ''
    case 'role':
      return roleText(fields.role)
    case 'mainPerson':
      return fields.mainPerson ? m.ui_yes() : m.ui_no()
    case 'joinsBy':
      return joinWord(fields.joinsBy)
    case 'joinsWith':
      return people.find(({ id }) => id === fields.joinsWith)?.name ?? ''
    case 'invitation':
      return invitationText(fields.invitation)
    case 'name':
    case 'age':
    case 'tells':
      return fields[field]
  }
}
