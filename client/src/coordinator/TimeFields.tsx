import { m } from '../messages/compiled/messages.js'
import { TextField } from '../ui/Field.tsx'
import styles from './forms.module.css'

interface TimeFieldsProps {
  readonly date: string
  readonly time: string
  readonly place: string
  readonly error?: string | undefined
  readonly onChange: (change: {
    readonly date?: string
    readonly time?: string
    readonly place?: string
  }) => void
}

/** When and where. The device's own date and time fields. */
export function TimeFields({ date, time, place, error, onChange }: TimeFieldsProps) {
  return (
    <>
      <div className={styles['pair']}>
        <TextField
          type="date"
          label={m.k_date()}
          error={error}
          value={date}
          onChange={(event) => onChange({ date: event.currentTarget.value })}
        />
        <TextField
          type="time"
          label={m.k_time()}
          value={time}
          onChange={(event) => onChange({ time: event.currentTarget.value })}
        />
      </div>
      <TextField
        label={m.k_place()}
        hint={m.k_place_hint()}
        value={place}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
        maxLength={200}
        autoComplete="off"
      />
    </>
  )
}
