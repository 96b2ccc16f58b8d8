import type { CanonicalAnswer, CanonicalPlan } from '@kringplan/shared/plan/canonical'
import type { PlanFile } from '@kringplan/shared/plan/planFile'
import { m } from '../messages/compiled/messages.js'
import styles from './CopyView.module.css'
import lines from './MyCard.module.css'
import { inWhole } from './mine.ts'

/** What each professional answered to the plan on the table, under the number and the words of the agreement. */
export function CopyAnswers({
  plan,
  file,
  of,
}: {
  readonly plan: CanonicalPlan
  readonly file: PlanFile
  readonly of?: string | undefined
}) {
  const answers = plan.professionalAnswers.filter(({ by }) => of === undefined || by.id === of)
  const ids = [...new Set(answers.map(({ by }) => by.id))]
  return ids.map((id) => {
    const own = answers.filter(({ by }) => by.id === id)
    return (
      <section key={id} className={styles['section']}>
        <h2 className={styles['heading']}>{m.cp_answer_of({ naam: own[0]?.by.name ?? '' })}</h2>
        <ul className={`${styles['card']} ${lines['answers']}`}>
          {own.map((answer) => (
            <Answer key={answer.agreement} plan={plan} file={file} answer={answer} />
          ))}
        </ul>
      </section>
    )
  })
}

function Answer({
  plan,
  file,
  answer,
}: {
  readonly plan: CanonicalPlan
  readonly file: PlanFile
  readonly answer: CanonicalAnswer
}) {
  const index = plan.agreements.findIndex(({ id }) => id === answer.agreement)
  return (
    <li className={lines['mineLine']}>
      <span className={styles['number']}>{inWhole(file, index + 1)}</span>
      <div className={styles['body']}>
        <bdi className={styles['small']}>{plan.agreements[index]?.what}</bdi>
        <b>{answer.answer === 'can' ? m.cp_can() : m.cp_cannot()}</b>
        {answer.words === '' ? null : <bdi className={styles['words']}>{answer.words}</bdi>}
      </div>
    </li>
  )
}
