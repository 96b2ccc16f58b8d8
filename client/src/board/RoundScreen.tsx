import type { OpenView } from '@kringplan/shared/contract/seatView'
import { findModel } from '@kringplan/shared/models/catalogue'
import { readLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { caretLeft } from '../ui/icons/icons.ts'
import { caretRight } from '../ui/icons/screenIcons.ts'
import styles from './Before.module.css'

export interface RoundScreenProps {
  readonly view: OpenView
  readonly page: number
  readonly onPage: (page: number) => void
  readonly onBack: () => void
}

/** B12: the question that is asked aloud, large, and nothing else. Nothing is typed. */
export function RoundScreen({ view, page, onPage, onBack }: RoundScreenProps) {
  const rounds = findModel(view.modelId)?.rounds ?? []
  const at = Math.min(page, Math.max(0, rounds.length - 1))
  const asked = rounds[at]
  return (
    <main className={styles['one']}>
      <p className={styles['small']} dir="auto">
        {view.question}
      </p>
      <h1 className={styles['large']}>{asked === undefined ? m.bd_round() : asked[readLocale()]}</h1>
      <div className={styles['buttons']}>
        <Button icon={caretLeft} onClick={() => (at > 0 ? onPage(at - 1) : onBack())}>
          {m.ui_back()}
        </Button>
        {rounds.length > 1 ? (
          <span className={styles['small']}>{m.plan_page({ a: at + 1, b: rounds.length })}</span>
        ) : null}
        {at < rounds.length - 1 ? (
          <Button kind="primary" icon={caretRight} onClick={() => onPage(at + 1)}>
            {m.ui_next()}
          </Button>
        ) : null}
      </div>
    </main>
  )
}
