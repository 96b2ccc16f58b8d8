import type { CanonicalPlan } from '@kringplan/shared/plan/canonical'
import { sayRule } from '@kringplan/shared/plan/sayWhen'
import { readLocale } from '../i18n/locale.ts'
import styles from './CopyView.module.css'

/** When: the own words, and below them the rhythm that was chosen, where that says something else. */
export function CopyWhen({ when }: { readonly when: CanonicalPlan['nextMeeting']['when'] }) {
  const { words, rule } = when
  const rhythm = rule === null ? '' : sayRule(rule, readLocale())
  return (
    <>
      {words === '' ? null : <bdi className={styles['words']}>{words}</bdi>}
      {rhythm === '' || rhythm === words ? null : (
        <span className={words === '' ? styles['words'] : styles['rhythm']}>{rhythm}</span>
      )}
    </>
  )
}
