import { m } from '../messages/compiled/messages.js'
import { Status } from '../seats/Status.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './forms.module.css'
import type { SaveState } from './useSave.ts'

/** "Bewaar", and what became of it. The text in the fields stays whatever happens. */
export function SaveLine({ state, disabled }: { readonly state: SaveState; readonly disabled: boolean }) {
  return (
    <>
      {state.error === undefined ? null : <Notice kind="error">{state.error}</Notice>}
      <div className={styles['buttons']}>
        <Button type="submit" kind="primary" disabled={state.busy || disabled}>
          {m.ui_save()}
        </Button>
        <Status>{state.saved ? m.ui_saved() : ''}</Status>
      </div>
    </>
  )
}
