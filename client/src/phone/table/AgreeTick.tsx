import { useId } from 'react'
import { m } from '../../messages/compiled/messages.js'
import { Choice } from '../../ui/Choice.tsx'
import styles from './Agree.module.css'

interface AgreeTickProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly error: string | undefined
}

/** "Ja, ik ben het ermee eens": never ticked beforehand. [SG20] */
export function AgreeTick({ checked, onChange, error }: AgreeTickProps) {
  const errorId = useId()
  return (
    <div>
      <Choice
        type="checkbox"
        checked={checked}
        aria-describedby={error === undefined ? undefined : errorId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      >
        {m.s_yes()}
      </Choice>
      {error === undefined ? null : (
        <p id={errorId} className={styles['error']} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
