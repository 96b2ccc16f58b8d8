import { m } from '../messages/compiled/messages.js'
import styles from './AppCode.module.css'
import { useAppCode } from './useAppCode.ts'

/** Which app this is, and what that is worth: the word of a server that could lie [WB4]. */
export function AboutApp() {
  const known = useAppCode()
  if (known === null) return null
  return (
    <section className={styles['about']}>
      <h2>{m.app_title()}</h2>
      <p>{m.app_how()}</p>
      <p>{m.app_honest()}</p>
      <dl>
        <dt>{m.app_code()}</dt>
        <dd>
          <bdi dir="ltr">{known.code}</bdi>
        </dd>
        <dt>{m.app_whole()}</dt>
        <dd>
          <bdi dir="ltr">{known.fingerprint}</bdi>
        </dd>
      </dl>
    </section>
  )
}
