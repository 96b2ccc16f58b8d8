import { invitations, type Invitation } from '@kringplan/shared/conference/preparation'
import { useState } from 'react'
import { m } from '../../messages/compiled/messages.js'
import { Icon } from '../../ui/icons/Icon.tsx'
import { checkCircleFill, notComing, paperPlane, plusCircle } from '../../ui/icons/coordinatorIcons.ts'
import { invitationText } from '../personWords.ts'
import styles from './CircleTable.module.css'

const icons = { none: plusCircle, sent: paperPlane, coming: checkCircleFill, notComing } as const

interface InvitationCellProps {
  readonly name: string
  readonly invitation: Invitation
  readonly here: boolean
  readonly canEdit: boolean
  readonly onInvite?: (() => void) | undefined
  readonly onChange: (invitation: Invitation) => Promise<unknown> | undefined
}

/** How somebody's invitation stands: one press away from another word, or from the card to send. */
export function InvitationCell(props: InvitationCellProps) {
  const { name, invitation, here, canEdit, onInvite, onChange } = props
  const [chosen, setChosen] = useState<Invitation>()
  const shown = chosen ?? invitation
  if (here || !canEdit) {
    return (
      <span className={styles['invitation']} data-state={here ? 'coming' : shown}>
        <Icon shape={here ? checkCircleFill : icons[shown]} />
        {here ? m.k_is_here() : invitationText(shown)}
      </span>
    )
  }
  if (shown === 'none' && onInvite !== undefined) {
    return (
      <span className={styles['invitation']} data-state="none">
        <Icon shape={plusCircle} />
        <button
          type="button"
          className={styles['invite']}
          onClick={onInvite}
          aria-label={m.pr_invite_who({ naam: name })}
        >
          {m.pr_invite()}
        </button>
      </span>
    )
  }
  return (
    <span className={styles['invitation']} data-state={shown}>
      <Icon shape={icons[shown]} />
      <select
        className={styles['select']}
        aria-label={m.pr_invitation_of({ naam: name })}
        value={shown}
        onChange={(event) => {
          const next = invitations.find((each) => each === event.currentTarget.value)
          if (next === undefined) return
          setChosen(next)
          // The view brings what the server keeps; until then what was chosen stays in sight.
          void Promise.resolve(onChange(next)).finally(() => setChosen(undefined))
        }}
      >
        {invitations.map((each) => (
          <option key={each} value={each}>
            {invitationText(each)}
          </option>
        ))}
      </select>
    </span>
  )
}
