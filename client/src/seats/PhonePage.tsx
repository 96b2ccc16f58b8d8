import { useEffect, useRef, type ReactNode } from 'react'
import { ReadAloud } from '../ui/ReadAloud.tsx'
import styles from './PhonePage.module.css'

export interface PhonePageProps {
  /** The heading: what this page is about, in one sentence. It gets the focus when the page opens. */
  readonly title: ReactNode
  /** At the top, first: the way back, who I am, or the language. */
  readonly start?: ReactNode
  /** Notices over the whole width. */
  readonly strips?: ReactNode
  /** Drawn above the heading. */
  readonly picture?: ReactNode
  readonly lead?: ReactNode
  readonly centred?: boolean
  readonly children?: ReactNode
  /** The buttons, low on the screen where a thumb is. */
  readonly actions?: ReactNode
}

/**
 * A page on a phone: something at the top, words, and what to do at the bottom. Reads itself aloud. Knows no router:
 * the page that joins a circle has none.
 */
export function PhonePage(props: PhonePageProps) {
  const { title, start, strips, picture, lead, centred = false, children, actions } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const main = useRef<HTMLElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className={styles['page']}>
      {strips}
      <header className={styles['top']}>
        {start}
        <ReadAloud text={() => main.current?.innerText ?? ''} />
      </header>
      <main ref={main} className={[styles['main'], centred ? styles['centred'] : ''].join(' ')}>
        {picture}
        <div className={styles['words']}>
          <h1 ref={heading} tabIndex={-1} className={styles['title']}>
            {title}
          </h1>
          {lead === undefined || lead === null ? null : <p className={styles['lead']}>{lead}</p>}
        </div>
        {children}
        {actions === undefined || actions === null ? null : (
          <div className={styles['actions']}>{actions}</div>
        )}
      </main>
    </div>
  )
}
