import { useEffect, useRef, type ReactNode } from 'react'
import { m } from '../messages/compiled/messages.js'
import { Button, buttonClass } from '../ui/Button.tsx'
import styles from './PlainPage.module.css'

export interface PlainPageProps {
  /** What is the matter, in one sentence. */
  readonly title: ReactNode
  /** What a person can do about it. */
  readonly children?: ReactNode
  /** Instead of the way back to the beginning. */
  readonly button?: { readonly label: string; readonly onPress: () => void }
}

/**
 * A page with one sentence and one thing to do: for everything that is not as expected. The
 * way back loads the page anew, which also mends what a broken state cannot.
 */
export function PlainPage({ title, children, button }: PlainPageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <main className={styles['page']}>
      <h1 ref={heading} tabIndex={-1} className={styles['title']}>
        {title}
      </h1>
      {children === undefined || children === null ? null : <p className={styles['text']}>{children}</p>}
      {button === undefined ? (
        <a href="/" className={buttonClass('secondary', 'large')}>
          {m.st_gone_home()}
        </a>
      ) : (
        <Button kind="primary" size="large" onClick={button.onPress}>
          {button.label}
        </Button>
      )}
    </main>
  )
}
