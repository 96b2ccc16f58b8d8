import { planHash, spokenCode, type CanonicalPlan } from '@kringplan/shared/plan/canonical'
import { planOf, type PlanFile, type Verdict } from '@kringplan/shared/plan/planFile'
import { useMemo } from 'react'
import { sayDay } from '../i18n/dates.ts'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { CopyAgreement, isSaid, Line } from './CopyAgreement.tsx'
import { CopyAnswers } from './CopyAnswers.tsx'
import { CopyPeople } from './CopyPeople.tsx'
import styles from './CopyView.module.css'
import { CopyWhen } from './CopyWhen.tsx'
import { inWhole, ownPart } from './mine.ts'
import { MyCard } from './MyCard.tsx'
import { Signatures } from './Signatures.tsx'
import { unbroken } from '../phone/table/unbroken.ts'

export interface CopyViewProps {
  readonly file: PlanFile
  /** Who reads, by the id in the plan: then what this person does stands first. */
  readonly me?: string | null | undefined
  /** `own`: only the agreements in which I stand, and what I answered. */
  readonly share?: 'own' | 'whole'
  /** The signatures of a verdict, where the file was checked. */
  readonly checked?: Verdict['signatures']
}

/** A signed plan to read: on a phone, on the board, on the page that checks a file. Shows the signed words only [CP5]. */
export function CopyView({ file, me = null, share = 'whole', checked }: CopyViewProps) {
  useLocale()
  const plan = useMemo(() => planOf(file), [file])
  const person = file.people.find(({ id }) => id === me)
  if (share === 'own') {
    const own = me === null ? [] : ownPart(plan, me)
    return (
      <div className={styles['copy']}>
        {own.length === 0 ? <p>{m.cp_none_mine()}</p> : null}
        <ol className={styles['list']}>
          {own.map(({ agreement, number }) => (
            <CopyAgreement
              key={agreement.id}
              agreement={agreement}
              number={inWhole(file, number)}
              people={file.people}
            />
          ))}
        </ol>
        {me === null ? null : <CopyAnswers plan={plan} file={file} of={me} />}
      </div>
    )
  }
  return (
    <div className={styles['copy']}>
      {person === undefined ? null : <MyCard plan={plan} people={file.people} me={person} />}
      <section className={styles['section']}>
        <h2 className={styles['heading']}>{m.cp_whole()}</h2>
        {plan.question === '' ? null : (
          <p className={styles['question']}>
            <bdi>{plan.question}</bdi>
          </p>
        )}
        <ol className={styles['list']}>
          {plan.agreements.map((agreement, i) => (
            <CopyAgreement key={agreement.id} agreement={agreement} number={i + 1} people={file.people} />
          ))}
        </ol>
      </section>
      <NextMeeting plan={plan} file={file} />
      <CopyAnswers plan={plan} file={file} />
      <section className={styles['section']}>
        <h2 className={styles['heading']}>{m.cp_signatures()}</h2>
        <Signatures file={file} checked={checked} />
      </section>
      <section className={styles['seal']}>
        <h2 className={styles['sealTitle']}>{m.cp_code()}</h2>
        {/* Made of the words themselves, never read from the file. */}
        <p className={styles['code']}>
          <bdi>{spokenCode(planHash(file.text))}</bdi>
        </p>
        <p className={styles['small']}>{m.cp_version({ n: plan.version, dag: sayDay(file.frozenAt) })}</p>
        <p className={styles['small']}>{m.cp_code_how()}</p>
        {plan.log === undefined ? null : (
          <p className={styles['small']}>
            {m.lg_on_plan({ n: plan.log.seq, code: unbroken(spokenCode(plan.log.head)) })}
          </p>
        )}
      </section>
    </div>
  )
}

function NextMeeting({ plan, file }: { readonly plan: CanonicalPlan; readonly file: PlanFile }) {
  const { when, where, who, later } = plan.nextMeeting
  const isEmpty = !isSaid(when) && where === '' && who.length === 0 && !later && plan.watcher.length === 0
  if (isEmpty) return null
  return (
    <section className={styles['section']}>
      <h2 className={styles['heading']}>{m.cp_next()}</h2>
      <div className={styles['ending']}>
        {later ? <p>{m.cp_later()}</p> : null}
        <dl className={styles['lines']}>
          {isSaid(when) ? (
            <Line label={m.q_wanneer_word()}>
              <CopyWhen when={when} />
            </Line>
          ) : null}
          {where === '' ? null : (
            <Line label={m.q_waar_word()}>
              <bdi className={styles['words']}>{where}</bdi>
            </Line>
          )}
          {who.length === 0 ? null : (
            <Line label={m.q_wie_word()}>
              <CopyPeople who={who} people={file.people} />
            </Line>
          )}
          {plan.watcher.length === 0 ? null : (
            <Line label={m.cp_watch()}>
              <CopyPeople who={plan.watcher} people={file.people} />
            </Line>
          )}
        </dl>
      </div>
    </section>
  )
}
