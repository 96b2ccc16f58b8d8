import type { Invitation } from '@kringplan/shared/conference/preparation'
import type { ReactNode } from 'react'
import { m } from '../../messages/compiled/messages.js'
import { Status } from '../../seats/Status.tsx'
import { Button } from '../../ui/Button.tsx'
import { userPlus } from '../../ui/icons/coordinatorIcons.ts'
import { PersonChip } from '../../ui/PersonChip.tsx'
import forms from '../forms.module.css'
import type { DraftPerson } from '../personDraft.ts'
import { PersonSheet, type PersonSheetProps } from '../PersonSheet.tsx'
import { CircleTable, type PersonRow } from './CircleTable.tsx'
import styles from './PeopleEditor.module.css'

export interface PeopleEditorProps {
  /** Where what is typed about somebody is kept: a name of this conference's own. */
  readonly keep: string
  readonly people: readonly PersonRow[]
  /** Who of them sits in the circle. */
  readonly isInCircle: (person: Pick<PersonRow, 'role'>) => boolean
  readonly canEdit: boolean
  /** Who is open: an id, `nieuw` for somebody new, or nobody. */
  readonly open: string | null
  readonly onOpen: (open: string | null) => void
  readonly onInvite?: ((id: string) => void) | undefined
  readonly onAdd: (person: DraftPerson) => Promise<string | undefined> | undefined
  readonly onEdit: (
    id: string,
    person: DraftPerson,
    changes: Partial<DraftPerson>,
    was: Partial<DraftPerson>,
  ) => Promise<string | undefined> | undefined
  readonly onRemove: (id: string) => Promise<string | undefined> | undefined
  readonly onInvitation: (person: PersonRow, invitation: Invitation) => Promise<unknown> | undefined
  readonly onMove: (id: string, by: -1 | 1) => void
  /** What became of the last change in the table. */
  readonly status: string
  /** Further buttons beside the one that adds somebody. */
  readonly children?: ReactNode
}

/** Who comes: the table of the circle, who tells something from outside it, and the sheet about one of them. */
export function PeopleEditor(props: PeopleEditorProps) {
  const { people, isInCircle, canEdit, onOpen, status, children } = props
  const circle = people.filter(isInCircle)
  const outside = people.filter((person) => !isInCircle(person))
  return (
    <>
      {circle.length === 0 ? null : (
        <CircleTable
          circle={circle}
          canEdit={canEdit}
          onOpen={onOpen}
          onInvite={props.onInvite}
          onInvitation={props.onInvitation}
          onMove={props.onMove}
        />
      )}
      <Status>{status}</Status>
      {canEdit ? (
        <div className={forms['buttons']}>
          <Button kind="primary" icon={userPlus} onClick={() => onOpen('nieuw')}>
            {m.k_add()}
          </Button>
          {children}
        </div>
      ) : null}
      {outside.length === 0 ? null : (
        <section className={styles['outside']}>
          <h2>{m.pr_tellers()}</h2>
          <ul>
            {outside.map(({ id, name, tells }) => (
              <li key={id}>
                <PersonChip name={name} size="36px" />
                {tells === '' ? null : <bdi className={forms['help']}>{tells}</bdi>}
                {canEdit ? (
                  <Button
                    kind="quiet"
                    aria-label={m.k_change_person({ naam: name })}
                    onClick={() => onOpen(id)}
                  >
                    {m.ui_change()}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      )}
      <OpenPerson {...props} order={circle} />
    </>
  )
}

interface OpenPersonProps
  extends
    Pick<
      PeopleEditorProps,
      'keep' | 'people' | 'isInCircle' | 'open' | 'onOpen' | 'onAdd' | 'onEdit' | 'onRemove' | 'onMove'
    >,
    Pick<PersonSheetProps, 'newRole' | 'order'> {}

/** The sheet about who is open; nothing when nobody is, or when they were taken away meanwhile. */
export function OpenPerson(
  props: Omit<OpenPersonProps, 'onMove'> & Partial<Pick<OpenPersonProps, 'onMove'>>,
) {
  const { keep, people, isInCircle, open, newRole, order, onOpen, onAdd, onEdit, onRemove, onMove } = props
  const person = people.find(({ id }) => id === open)
  if (open === null || (open !== 'nieuw' && person === undefined)) return null
  return (
    <PersonSheet
      key={open}
      keep={`${keep}.${open}`}
      person={person}
      {...(newRole === undefined ? {} : { newRole })}
      asksHow={(role) => isInCircle({ role })}
      others={people.filter(({ id }) => id !== open)}
      order={order}
      onMove={onMove}
      onSave={async (draft, changes, was) =>
        person === undefined ? onAdd(draft) : onEdit(person.id, draft, changes, was)
      }
      onRemove={person === undefined ? undefined : async () => onRemove(person.id)}
      onClose={() => onOpen(null)}
    />
  )
}
