import { m } from '../messages/compiled/messages.js'
import styles from './AppCode.module.css'
import { useAppCode } from './useAppCode.ts'

/** "Code van deze app: 3f9a 04bc 77e1 90d2", small, where it is known. What it is worth is said at /controle. */
export function AppCodeLine() {
  const known = useAppCode()
  if (known === null) return null
  return (
    <small className={styles['line']}>
      {m.app_code()} <bdi dir="ltr">{known.code}</bdi>
    </small>
  )
}
