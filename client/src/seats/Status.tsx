import type { ReactNode } from 'react'
import styles from './Status.module.css'

/** A sentence that comes and goes, read out when it does. Stands in the page from the start, empty. */
export function Status({ children }: { readonly children: ReactNode }) {
  return <output className={styles['status']}>{children}</output>
}
