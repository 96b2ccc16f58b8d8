import type { CanonicalPlan } from '@kringplan/shared/plan/canonical'
import { useState } from 'react'
import { m } from '../../messages/compiled/messages.js'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Agree.module.css'
import { onlyHere } from './onlyHere.ts'

interface DiffersProps {
  /** What this device shows. */
  readonly own: CanonicalPlan
  /** The version on the table, once it has been fetched. */
  readonly theirs: CanonicalPlan | null
}

/**
 * "Jouw telefoon laat iets anders zien dan het plan op tafel." Nothing is signed here. The words that stand only on
 * this phone are offered as text before the plan is fetched again. [SG23]
 */
export function Differs({ own, theirs }: DiffersProps) {
  const [copied, setCopied] = useState(false)
  const words = theirs === null ? [] : onlyHere(own, theirs)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words.join('\n'))
      setCopied(true)
    } catch {
      // Without the right to copy, the words stand there to be selected.
      setCopied(false)
    }
  }
  return (
    <>
      <Notice kind="error" title={m.tp_differs()}>
        {m.tp_differs_how()}
      </Notice>
      {words.length === 0 ? null : (
        <section className={styles['changes']}>
          <h2 className={styles['heading']}>{m.tp_late()}</h2>
          <ul className={styles['late']}>
            {words.map((word) => (
              <li key={word} className={styles['words']}>
                <bdi>{word}</bdi>
              </li>
            ))}
          </ul>
          <p>{m.tp_late_how()}</p>
          <div>
            <Button onClick={() => void copy()}>{m.ui_copy()}</Button>{' '}
            <output>{copied ? m.ui_copied() : null}</output>
          </div>
        </section>
      )}
      <Button kind="primary" size="large" onClick={() => location.reload()}>
        {m.tp_fetch()}
      </Button>
    </>
  )
}
