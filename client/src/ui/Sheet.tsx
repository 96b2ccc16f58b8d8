import { useEffect, useId, useRef, type ReactNode } from 'react'
import { m } from '../messages/compiled/messages.js'
import { Button } from './Button.tsx'
import { close } from './icons/icons.ts'
import { Icon } from './icons/Icon.tsx'
import styles from './Sheet.module.css'

export interface SheetProps {
  /** The question of the sheet: its heading, which gets the focus. */
  readonly title: ReactNode
  /** Called by the close button, by Esc and by the back gesture of the system. The parent then takes the sheet away. */
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons that stay in sight at the bottom. */
  readonly actions?: ReactNode
  /** For many questions about one thing: as high as the screen allows. */
  readonly tall?: boolean
}

/**
 * A sheet from the bottom of the phone with one question. It leaves the top of the screen in sight, gives the
 * focus to its heading, keeps it inside, and hands it back to where it came from when it goes away.
 */
export function Sheet({ title, onClose, children, actions, tall = false }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const titleId = useId()

  useEffect(() => {
    const element = dialog.current
    if (element === null) return
    const opener = document.activeElement
    // The browser's own modal dialog: the rest of the page cannot be reached by any means while it stands.
    element.showModal()
    heading.current?.focus()
    return () => {
      element.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])

  return (
    <dialog
      ref={dialog}
      className={styles['sheet']}
      data-tall={tall ? '' : undefined}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // The parent decides: what was typed may have to be kept first.
        event.preventDefault()
        onClose()
      }}
      onClose={() => {
        // A browser may close it without asking first. `open` again means our own effect ran twice.
        if (dialog.current?.open === false) onClose()
      }}
    >
      <header className={styles['top']}>
        <h2 id={titleId} ref={heading} tabIndex={-1} className={styles['title']}>
          {title}
        </h2>
        <button type="button" className={styles['close']} onClick={onClose} aria-label={m.ui_close()}>
          <Icon shape={close} />
        </button>
      </header>
      <div className={styles['body']}>{children}</div>
      {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
    </dialog>
  )
}

export interface ConfirmSheetProps {
  readonly title: ReactNode
  readonly children: ReactNode
  /** The words on the button that does it. */
  readonly confirm: ReactNode
  /** Drawn as an act that cannot be undone. */
  readonly danger?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks once more before something that is hard to take back. */
export function ConfirmSheet({
  title,
  children,
  confirm,
  danger = false,
  onConfirm,
  onClose,
}: ConfirmSheetProps) {
  return (
    <Sheet
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button kind={danger ? 'danger' : 'primary'} size="large" onClick={onConfirm}>
            {confirm}
          </Button>
          <Button kind="quiet" size="large" onClick={onClose}>
            {m.ui_cancel()}
          </Button>
        </>
      }
    >
      {children}
    </Sheet>
  )
}
