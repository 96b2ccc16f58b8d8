import type { ReactNode } from 'react'
import styles from './Spoken.module.css'

/** Words for who listens to the screen: read out, not drawn. */
export function Spoken({ children }: { readonly children: ReactNode }) {
  return <span className={styles['spoken']}>{children}</span>
}
