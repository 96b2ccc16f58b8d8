import { m } from '../messages/compiled/messages.js'
import { Status } from '../seats/Status.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './forms.module.css'
import type { SaveState } from './useSave.ts'

interface SaveLineProps {
  readonly state: SaveState
  readonly disabled: boolean
  /** Whether something was typed that the server does not have. */
  readonly isDirty: boolean
}

/** "Bewaar", and what became of it. The text in the fields stays whatever happens. */
export function SaveLine({ state, disabled, isDirty }: SaveLineProps) {
  return (
    <>
      {state.error === undefined ? null : <Notice kind="error">{state.error}</Notice>}
      <div className={styles['buttons']}>
        <Button type="submit" kind="primary" disabled={state.busy || disabled}>
          {m.ui_save()}
        </Button>
        <Status>{isDirty ? m.pr_unsaved() : state.saved ? m.ui_saved() : ''}</Status>
      </div>
    </>
  )
}
