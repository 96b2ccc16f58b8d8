import { m } from '../messages/compiled/messages.js'
import styles from './Loading.module.css'

/** Text only: nothing turns or flashes while people wait. */
export function Loading() {
  return <output className={styles['loading']}>{m.st_sync()}</output>
}
