import type { ReactNode } from 'react'
import { m } from '../messages/compiled/messages.js'
import styles from './Door.module.css'

/**
 * The way on when the last device that held the key has lost it: nobody can open this plan any more, and nobody may
 * be left without a word about it. Always there, whoever is inside [VW1].
 */
export function NobodyInside({ children }: { readonly children: ReactNode }) {
  return (
    <details className={styles['more']}>
      <summary>{m.gate_nobody()}</summary>
      <p>{m.gate_nobody_body()}</p>
      <p>{m.gate_nobody_how()}</p>
      {children}
    </details>
  )
}
