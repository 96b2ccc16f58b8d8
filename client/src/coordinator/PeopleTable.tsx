import type { Look } from '@kringplan/shared/conference/palette'
import { useState } from 'react'
import { languages } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { userPlus } from '../ui/icons/coordinatorIcons.ts'
import { PersonChip } from '../ui/PersonChip.tsx'
import { Spoken } from '../ui/Spoken.tsx'
import type { DraftPerson } from './conferenceDraft.ts'
import styles from './forms.module.css'
import { PersonSheet } from './PersonSheet.tsx'

/** A row: a person with what the screen knows of them besides. */
export interface PersonRow extends DraftPerson {
  readonly id: string
  readonly look?: Look | undefined
  readonly here?: boolean
}

export interface PeopleTableProps {
  readonly people: readonly PersonRow[]
  readonly canEdit: boolean
  /** Whether somebody can be here already. */
  readonly showHere: boolean
  /** Each keeps the change, and answers with a sentence when that did not work. */
  readonly onAdd: (person: DraftPerson) => Promise<string | undefined> | undefined
  readonly onEdit: (id: string, person: DraftPerson) => Promise<string | undefined> | undefined
  readonly onRemove: (id: string) => Promise<string | undefined> | undefined
}

/** Who comes: by name as the circle says it. */
export function PeopleTable(props: PeopleTableProps) {
  const { people, canEdit, showHere, onAdd, onEdit, onRemove } = props
  const [open, setOpen] = useState<string | null>(null)
  const person = people.find((each) => each.id === open)
  const others = people.filter((each) => each.id !== open)
  return (
    <>
      {people.length === 0 ? null : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{m.k_people_name()}</th>
              <th scope="col">{m.k_part()}</th>
              <th scope="col">{m.k_language()}</th>
              {showHere ? <th scope="col">{m.k_people_here()}</th> : null}
              {canEdit ? (
                <th scope="col">
                  <Spoken>{m.ui_change()}</Spoken>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {people.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  <PersonChip name={each.name} look={each.look} size="36px" />
                </th>
                <td>{partText(each)}</td>
                <td>
                  <span lang={each.language}>{languages[each.language].name}</span>
                </td>
                {showHere ? (
                  <td className={each.here === true ? styles['here'] : undefined}>
                    {each.here === true ? m.k_is_here() : m.k_not_here()}
                  </td>
                ) : null}
                {canEdit ? (
                  <td>
                    <Button
                      kind="quiet"
                      aria-label={m.k_change_person({ naam: each.name })}
                      onClick={() => setOpen(each.id)}
                    >
                      {m.ui_change()}
                    </Button>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {canEdit ? (
        <div className={styles['buttons']}>
          <Button kind="primary" icon={userPlus} onClick={() => setOpen('')}>
            {m.k_add()}
          </Button>
        </div>
      ) : null}
      {open === null || (open !== '' && person === undefined) ? null : (
        <PersonSheet
          key={open}
          person={person}
          others={others}
          onSave={async (draft) => (person === undefined ? onAdd(draft) : onEdit(person.id, draft))}
          onRemove={person === undefined ? undefined : async () => onRemove(person.id)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

function partText(person: DraftPerson): string {
  if (person.mainPerson) return m.k_add_main()
  return person.role === 'member' ? m.k_add_member() : m.k_add_pro()
}
