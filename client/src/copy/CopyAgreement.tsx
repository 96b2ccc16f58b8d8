import type { CanonicalAgreement, CanonicalPlan } from '@kringplan/shared/plan/canonical'
import type { CopyPerson } from '@kringplan/shared/plan/planFile'
import type { ReactNode } from 'react'
import { m } from '../messages/compiled/messages.js'
import { CopyPeople } from './CopyPeople.tsx'
import styles from './CopyView.module.css'
import { CopyWhen } from './CopyWhen.tsx'

interface CopyAgreementProps {
  readonly agreement: CanonicalAgreement
  readonly number: number
  readonly people: readonly CopyPerson[]
}

/** One agreement of the plan: number, what, and a line for each question that has an answer. */
export function CopyAgreement({ agreement, number, people }: CopyAgreementProps) {
  const { what, who, where, when, fallback } = agreement
  return (
    <li className={styles['agreement']}>
      <span className={styles['number']}>{number}</span>
      <h3 className={styles['what']}>
        <bdi>{what}</bdi>
      </h3>
      <dl className={styles['lines']}>
        {who.length === 0 ? null : (
          <Line label={m.q_wie_word()}>
            <CopyPeople who={who} people={people} />
          </Line>
        )}
        {where === '' ? null : (
          <Line label={m.q_waar_word()}>
            <bdi className={styles['words']}>{where}</bdi>
          </Line>
        )}
        {isSaid(when) ? (
          <Line label={m.q_wanneer_word()}>
            <CopyWhen when={when} />
          </Line>
        ) : null}
        {fallback.text === '' && fallback.who.length === 0 ? null : (
          <div className={styles['fallback']}>
            <dt>{m.cp_fails()}</dt>
            <dd>
              <CopyFallback fallback={fallback} people={people} />
            </dd>
          </div>
        )}
      </dl>
    </li>
  )
}

/** What happens then, and who talk together. */
export function CopyFallback(
  props: Pick<CanonicalAgreement, 'fallback'> & Pick<CopyAgreementProps, 'people'>,
) {
  const { fallback, people } = props
  return (
    <>
      {fallback.text === '' ? null : <bdi className={styles['words']}>{fallback.text}</bdi>}
      {fallback.who.length === 0 ? null : (
        <span className={styles['talk']}>
          {m.cp_talk()} <CopyPeople who={fallback.who} people={people} />
        </span>
      )}
    </>
  )
}

/** A question and its answer. */
export function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles['line']}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Whether it says when. */
export function isSaid({ words, rule }: CanonicalPlan['nextMeeting']['when']): boolean {
  return words !== '' || rule !== null
}
