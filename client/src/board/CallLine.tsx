import type { OpenView } from '@kringplan/shared/contract/seatView'
import { sayNames } from '../i18n/lists.ts'
import { m } from '../messages/compiled/messages.js'
import styles from './Before.module.css'

/** While the coordinator was called: whether the call was heard. */
export function CallLine({ view }: { readonly view: OpenView }) {
  if (view.call === null) return null
  const coord = sayNames(view.coordinators)
  return (
    <output className={styles['call']}>
      {view.call.answered ? m.call_coming_in({ coord }) : m.call_sent({ coord })}
    </output>
  )
}
