import type { Verdict } from '@kringplan/shared/plan/planFile'
import { m } from '../messages/compiled/messages.js'
import { check, warning } from '../ui/icons/icons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import styles from './CheckPage.module.css'

/** What came out, in words: good or not, why, and what paper still has to say. */
export function VerdictWords({ verdict }: { readonly verdict: Verdict }) {
  const { good, faults, circle, code, signatures } = verdict
  return (
    <section className={good ? styles['good'] : styles['bad']}>
      <h2 className={styles['verdict']}>
        <Icon shape={good ? check : warning} />
        <span>{good ? m.ck_good() : m.ck_bad()}</span>
      </h2>
      <p>
        <bdi>{circle}</bdi>
      </p>
      {good ? <p>{signatures.length === 0 ? m.ck_good_none() : m.ck_good_how()}</p> : null}
      {faults.includes('text') ? <p>{m.ck_bad_text()}</p> : null}
      {faults.includes('signature') ? <p>{m.ck_bad_signature()}</p> : null}
      <p className={styles['code']}>
        <bdi>{code}</bdi>
      </p>
      <p>{m.ck_compare()}</p>
    </section>
  )
}
