import { capital } from '../../i18n/capital.ts'
import { m } from '../../messages/compiled/messages.js'
import { Button } from '../../ui/Button.tsx'
import { pencil } from '../../ui/icons/editIcons.ts'
import { check, warning } from '../../ui/icons/icons.ts'
import { Icon } from '../../ui/icons/Icon.tsx'
import { chatDots } from '../../ui/icons/signIcons.ts'
import type { Said } from './cardNotes.ts'
import styles from './Table.module.css'

export interface SaidPanelProps {
  readonly said: Said
  /** Takes the questions about this agreement away. Left out where that cannot be. */
  readonly onSettled?: (() => void) | undefined
}

/** What was asked about an agreement and answered to it, in full. Nothing where there is nothing. */
export function SaidPanel({ said, onSettled }: SaidPanelProps) {
  const { marks, answers, isChanged } = said
  if (marks.length + answers.length === 0 && !isChanged) return null
  return (
    <ul className={styles['said']}>
      {marks.length === 0 ? null : (
        <li data-kind="mark">
          <Icon shape={chatDots} />
          <span>
            {marks.map(({ personId, by }) => (
              <span key={personId} className={styles['asked']}>
                {m.bt_mark({ naam: by })}
              </span>
            ))}
          </span>
          {onSettled === undefined ? null : (
            <Button shortcut="X" onClick={onSettled}>
              {m.bt_settled()}
            </Button>
          )}
        </li>
      )}
      {answers.map(({ personId, by, answer, words, isBefore }) => (
        <li key={personId} data-kind={answer}>
          <Icon shape={answer === 'can' ? check : warning} />
          <span>
            {capital((answer === 'can' ? m.bt_said_can : m.bt_said_cannot)({ naam: by }))}{' '}
            {words === '' ? null : <bdi dir="auto">“{words}”</bdi>}{' '}
            {isBefore ? <b className={styles['before']}>{m.tb_said_before()}</b> : null}
          </span>
        </li>
      ))}
      {isChanged ? (
        <li>
          <Icon shape={pencil} />
          <span>{m.a_changed()}</span>
        </li>
      ) : null}
    </ul>
  )
}
