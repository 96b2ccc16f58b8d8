import type { Look } from '@kringplan/shared/conference/palette'
import type { Invitation, JoinsBy } from '@kringplan/shared/conference/preparation'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { languages } from '../../i18n/locale.ts'
import { m } from '../../messages/compiled/messages.js'
import { Icon } from '../../ui/icons/Icon.tsx'
import { cards, laptop, phone, users } from '../../ui/icons/coordinatorIcons.ts'
import type { Shape } from '../../ui/icons/shape.ts'
import { LetterDisc, Plaatje } from '../../ui/Plaatje.tsx'
import type { DraftPerson } from '../personDraft.ts'
import { joinsText } from '../personWords.ts'
import styles from './CircleTable.module.css'
import { InvitationCell } from './InvitationCell.tsx'

/** A person with what the screen knows of them besides. */
export interface PersonRow extends DraftPerson {
  readonly id: string
  readonly look?: Look | undefined
  readonly here?: boolean
}

export interface CircleTableProps {
  readonly circle: readonly PersonRow[]
  readonly canEdit: boolean
  readonly onOpen: (id: string) => void
  /** Left out where there are no cards to send yet. */
  readonly onInvite?: ((id: string) => void) | undefined
  readonly onInvitation: (person: PersonRow, invitation: Invitation) => Promise<unknown> | undefined
  readonly onMove: (id: string, by: -1 | 1) => void
}

const joinIcons: Readonly<Record<JoinsBy, Shape>> = { phone, card: cards, with: users, laptop }

/** The circle as a table: name, with what, language, invitation. Where it is narrow, a card for each person. */
export function CircleTable(props: CircleTableProps) {
  const { circle, canEdit, onOpen, onInvite, onInvitation, onMove } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const moving = useRef<{ readonly id: string; readonly from: number }>(null)
  // A row that moves in the page loses the focus in some browsers: it goes back to the name it was on.
  useEffect(() => {
    if (moving.current === null) return
    const { id, from } = moving.current
    if (circle[from]?.id === id) return
    moving.current = null
    if (document.activeElement !== document.body) return
    body.current?.querySelector<HTMLButtonElement>(`button[data-person="${CSS.escape(id)}"]`)?.focus()
  }, [circle])
  const onKey = (event: KeyboardEvent, id: string) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    moving.current = { id, from: circle.findIndex((person) => person.id === id) }
    onMove(id, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{m.k_people_name()}</th>
          <th scope="col">{m.pr_col_how()}</th>
          <th scope="col">{m.k_language()}</th>
          <th scope="col">{m.pr_col_invitation()}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {circle.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <span className={styles['who']}>
                {person.look === undefined ? (
                  <LetterDisc name={person.name} size="36px" />
                ) : (
                  <Plaatje {...person.look} size="36px" />
                )}
                <span className={styles['words']}>
                  {canEdit ? (
                    <button
                      type="button"
                      className={styles['name']}
                      data-person={person.id}
                      aria-label={m.k_change_person({ naam: person.name })}
                      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                      onClick={() => onOpen(person.id)}
                      onKeyDown={(event) => onKey(event, person.id)}
                    >
                      <bdi>{person.name}</bdi>
                    </button>
                  ) : (
                    <bdi>{person.name}</bdi>
                  )}
                  {person.age === null ? null : <small>{m.pr_age_years({ n: person.age })}</small>}
                </span>
              </span>
            </th>
            <td>
              <span className={styles['how']} data-open={isAsked(person) ? '' : undefined}>
                <Icon shape={joinIcons[person.joinsBy]} />
                <bdi>{joinsText(person, circle)}</bdi>
              </span>
            </td>
            <td>
              <bdi lang={person.language}>{languages[person.language].name}</bdi>
            </td>
            <td>
              <InvitationCell
                name={person.name}
                invitation={person.invitation}
                here={person.here === true}
                canEdit={canEdit}
                onInvite={onInvite === undefined ? undefined : () => onInvite(person.id)}
                onChange={(invitation) => onInvitation(person, invitation)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "Samen met wie?" is a question still open. */
function isAsked(person: DraftPerson): boolean {
  return person.joinsBy === 'with' && person.joinsWith === null
}
