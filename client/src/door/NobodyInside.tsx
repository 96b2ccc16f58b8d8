import { m } from '../messages/compiled/messages.js'
import { sayNames } from '../i18n/lists.ts'
import styles from './Door.module.css'

/**
 * The way on when the last device that held the key has lost it: nobody can open this plan any more, and nobody may
 * be left without a word about it. Always there, whoever is inside [VW1].
 */
export function NobodyInside({ coordinators }: { readonly coordinators: readonly string[] }) {
  return (
    <details className={styles['more']}>
      <summary>{m.gate_nobody()}</summary>
      <p>{m.gate_nobody_body()}</p>
      {coordinators.length === 0 ? null : <p>{m.gate_nobody_how({ coord: sayNames(coordinators) })}</p>}
    </details>
  )
}
