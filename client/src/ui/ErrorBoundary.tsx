import { Component, type ReactNode } from 'react'
import { m } from '../messages/compiled/messages.js'
import { Button } from './Button.tsx'
import styles from './ErrorBoundary.module.css'
import { Notice } from './Notice.tsx'

export interface ErrorBoundaryProps {
  readonly children: ReactNode
}

/** The last resort: a screen that broke says so in a sentence and offers to load again. Reports to nobody. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <main className={styles['page']}>
        <Notice kind="error" title={m.err_screen()}>
          {m.st_err()}
        </Notice>
        <Button kind="primary" size="large" onClick={() => location.reload()}>
          {m.st_again()}
        </Button>
      </main>
    )
  }
}
