import { Link } from 'wouter'
import { m } from '../messages/compiled/messages.js'
import { caretLeft } from '../ui/icons/icons.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import styles from './PhonePage.module.css'

/** "Terug". */
export function BackLink({ href }: { readonly href: string }) {
  return (
    <Link href={href} className={styles['back']}>
      <Icon shape={caretLeft} mirror />
      {m.ui_back()}
    </Link>
  )
}
