import { useId } from 'react'
import { m } from '../../messages/compiled/messages.js'
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
      <label className={styles['tick']}>
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={error === undefined ? undefined : errorId}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {m.s_yes()}
      </label>
      {error === undefined ? null : (
        <p id={errorId} className={styles['error']} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
