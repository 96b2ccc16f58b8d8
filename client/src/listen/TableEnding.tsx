import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import { ENDING } from '@kringplan/shared/plan/schema'
import { sayRule } from '@kringplan/shared/plan/sayWhen'
import type * as Y from 'yjs'
import { useLocale } from '../i18n/locale.ts'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import { useEnding } from '../plan/useEnding.ts'
import { showWho } from '../plan/whoNames.ts'
import styles from './TablePlan.module.css'

export interface TableEndingProps {
  readonly doc: Y.Doc
  readonly people: readonly CirclePerson[]
  readonly isRead: boolean
}

/** When the circle meets again, and who watches over the plan. */
export function TableEnding({ doc, people, isRead }: TableEndingProps) {
  const ending = useEnding(doc)
  const locale = useLocale()
  const when = ending.when !== '' || ending.rule === null ? ending.when : sayRule(ending.rule, locale)
  const who = showWho(ending.who, people).map(({ name }) => name)
  const watcher = showWho(ending.watcher, people).map(({ name }) => name)
  return (
    <section className={styles['agreement']} data-reads={ENDING} aria-current={isRead || undefined}>
      <h2 className={styles['what']}>{m.tb_again()}</h2>
      {when + ending.where === '' && !ending.later && who.length + watcher.length === 0 ? (
        <p>{m.tb_ending_none()}</p>
      ) : null}
      <dl className={styles['rows']}>
        {[
          [m.tb_when(), ending.later && when === '' ? m.tb_later() : when],
          [m.tb_where(), ending.where],
          [m.tb_who(), sayNames(who)],
          [m.tb_watcher(), sayNames(watcher)],
        ].map(([label, words]) =>
          words === '' ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi>{words}</bdi>
              </dd>
            </div>
          ),
        )}
      </dl>
    </section>
  )
}
