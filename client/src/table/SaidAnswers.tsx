import type { OpenView } from '@kringplan/shared/contract/seatView'
import type { Agreement } from '@kringplan/shared/plan/agreement'
import { m } from '../messages/compiled/messages.js'
import { answersTo } from './answersTo.ts'
import styles from './SaidAnswers.module.css'

interface SaidAnswersProps {
  readonly agreement: Agreement
  readonly view: OpenView
}

/** What professionals answered to an agreement. An answer to other words than these is said to be one. */
export function SaidAnswers({ agreement, view }: SaidAnswersProps) {
  const answers = answersTo(agreement, view.plan?.answers ?? [])
  if (answers.length === 0) return null
  return (
    <ul className={styles['said']}>
      {answers.map(({ personId, by, answer, words, isBefore }) => (
        <li key={personId}>
          <b>
            <bdi>{by}</bdi>
          </b>
          {': '}
          {answer === 'can' ? m.tb_said_can() : m.tb_said_cannot()}
          {words === '' ? null : <q dir="auto">{words}</q>}
          {isBefore ? ` ${m.tb_said_before()}` : null}
        </li>
      ))}
    </ul>
  )
}
