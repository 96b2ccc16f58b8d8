import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './ClashNotice.module.css'
import type { Fields } from './keptFields.ts'
import type { KeptForm } from './useKept.ts'

interface ClashNoticeProps<T extends Fields> {
  readonly form: KeptForm<T>
  readonly field: keyof T & string
  /** The question of the field, where the notice does not stand right under it. */
  readonly label?: string
  /** What stands there now, as people read it. Left out for a field of text. */
  readonly words?: string
}

/** Names what somebody else wrote in the same field, and lets the person choose. Nothing where nobody did. */
export function ClashNotice<T extends Fields>({ form, field, label, words }: ClashNoticeProps<T>) {
  if (!form.clashes.includes(field)) return null
  const there = words ?? String(form.now[field] ?? '')
  return (
    <div className={styles['clash']}>
      <Notice title={label}>
        {there === '' ? m.pr_clash_empty() : m.pr_clash()} <b dir="auto">{there}</b>
      </Notice>
      <div className={styles['buttons']}>
        <Button onClick={() => form.keepMine(field)}>{m.pr_clash_mine()}</Button>
        <Button onClick={() => form.takeTheirs(field)}>{m.pr_clash_theirs()}</Button>
      </div>
    </div>
  )
}
