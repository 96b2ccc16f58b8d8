import type { ReactNode } from 'react'
import { info, warning, wifiOff } from './icons/icons.ts'
import { Icon } from './icons/Icon.tsx'
import styles from './Notice.module.css'

export interface NoticeProps {
  /** `offline`: no network. `practice`: practice mode, or the demo. `info`: anything else. `error`: our fault. */
  readonly kind?: 'offline' | 'practice' | 'info' | 'error'
  readonly title?: ReactNode
  readonly children?: ReactNode
  /** A button that belongs to it, such as "Probeer opnieuw". */
  readonly action?: ReactNode
  /** Over the whole width at the top of a screen. */
  readonly strip?: boolean
}

const icons = { offline: wifiOff, practice: warning, info, error: warning } as const

/** A sentence about the state of things, calm and in words. Read out once, when it appears. */
export function Notice({ kind = 'info', title, children, action, strip = false }: NoticeProps) {
  return (
    <div className={[styles['notice'], styles[kind], strip ? styles['strip'] : ''].join(' ')}>
      <Icon shape={icons[kind]} className={styles['icon']} />
      <output className={styles['words']}>
        {title === undefined ? null : <b className={styles['title']}>{title}</b>}
        {children === undefined ? null : <span>{children}</span>}
      </output>
      {action}
    </div>
  )
}
