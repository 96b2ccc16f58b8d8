import { files } from '@kringplan/shared/contract/routes'
import { hasCalendar } from '@kringplan/shared/plan/calendarOf'
import { planOf, type PlanFile } from '@kringplan/shared/plan/planFile'
import { m } from '../messages/compiled/messages.js'
import { homeOf } from '../routes.ts'
import { Button, buttonClass } from '../ui/Button.tsx'
import { paperPlane, printer } from '../ui/icons/coordinatorIcons.ts'
import { calendar } from '../ui/icons/planIcons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import styles from './CopyPage.module.css'
import { fileDown } from './copyIcons.ts'
import { PLAN_FILE_NAME, saveFile } from './saveFile.ts'
import { sendLink } from './sendLink.ts'

interface CopyActionsProps {
  readonly seat: string
  readonly file: PlanFile
  /** Whose copy. */
  readonly me: string | null
  /** Whether the server gives its files now. */
  readonly hasServer: boolean
}

/** What a person does with a copy. Without the server the calendar says what it needs, and the page prints itself. */
export function CopyActions({ seat, file, me, hasServer }: CopyActionsProps) {
  const hasDays = hasCalendar(planOf(file), me)
  return (
    <section className={styles['actions']} aria-label={m.cp_do()}>
      {hasServer ? (
        <>
          {hasDays ? (
            <a href={files.calendar(seat)} className={buttonClass('primary', 'large')}>
              <Icon shape={calendar} />
              <span>{m.c_agenda()}</span>
            </a>
          ) : null}
          <a
            href={files.planPdf(seat)}
            target="_blank"
            rel="noopener"
            className={buttonClass('secondary', 'large')}
          >
            <Icon shape={printer} />
            <span>{m.c_print()}</span>
          </a>
        </>
      ) : (
        <>
          {hasDays ? (
            <p className={styles['needs']}>
              <Icon shape={calendar} />
              <span>{m.cp_needs_net()}</span>
            </p>
          ) : null}
          <Button size="large" icon={printer} onClick={() => print()}>
            {m.c_print()}
          </Button>
        </>
      )}
      <Button size="large" icon={fileDown} onClick={() => saveFile(PLAN_FILE_NAME, file)}>
        {m.cp_save()}
      </Button>
      <Button
        size="large"
        icon={paperPlane}
        onClick={() => void sendLink(m.cp_send_title(), `${location.origin}${homeOf('member', seat)}/kopie`)}
      >
        {m.cp_send()}
      </Button>
      <p className={styles['small']}>{m.cp_send_how()}</p>
      <a href="/controle" className={styles['check']}>
        {m.cp_check()}
      </a>
    </section>
  )
}
