import type { CirclePerson } from '@kringplan/shared/plan/circleDoc'
import type * as Y from 'yjs'
import { m } from '../../messages/compiled/messages.js'
import { useEnding } from '../../plan/useEnding.ts'
import { whenWords } from '../../plan/whenWords.ts'
import { Line, People } from './LargeAgreement.tsx'
import styles from './ReadAlong.module.css'

/** How the plan goes on, large: when the circle meets again, where, with whom, and who watches. */
export function LargeEnding({ doc, people }: { doc: Y.Doc; people: readonly CirclePerson[] }) {
  const ending = useEnding(doc)
  const when = whenWords(ending)
  const isEmpty = when === '' && ending.where === '' && ending.who.length + ending.watcher.length === 0
  if (isEmpty) return <p className={styles['later']}>{ending.later ? m.tb_later() : m.a_later()}</p>
  return (
    <dl className={styles['lines']}>
      {when === '' && !ending.later ? null : (
        <Line label={m.tb_when()}>{when === '' ? m.tb_later() : <bdi>{when}</bdi>}</Line>
      )}
      {ending.where === '' ? null : (
        <Line label={m.tb_where()}>
          <bdi>{ending.where}</bdi>
        </Line>
      )}
      {ending.who.length === 0 ? null : (
        <Line label={m.tb_who()}>
          <People set={ending.who} people={people} />
        </Line>
      )}
      {ending.watcher.length === 0 ? null : (
        <Line label={m.tb_watcher()}>
          <People set={ending.watcher} people={people} />
        </Line>
      )}
    </dl>
  )
}
