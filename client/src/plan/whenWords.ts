import type { Agreement } from '@kringplan/shared/plan/agreement'
import { sayRule } from '@kringplan/shared/plan/sayWhen'
import { readLocale } from '../i18n/locale.ts'

/** When, as the circle said it: the own words, and the chosen rhythm in words only where there are none. [WH7] */
export function whenWords({ when, rule }: Pick<Agreement, 'when' | 'rule'>): string {
  return when !== '' || rule === null ? when : sayRule(rule, readLocale())
}
