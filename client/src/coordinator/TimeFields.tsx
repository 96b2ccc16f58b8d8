import { m } from '../messages/compiled/messages.js'
import { TextField } from '../ui/Field.tsx'
import styles from './forms.module.css'

/** When and where, as the fields hold it. `endTime` and `food` only where they are asked. */
interface TimeValues {
  readonly date: string
  readonly time: string
  readonly place: string
  readonly endTime?: string
  readonly food?: string
}

interface TimeFieldsProps extends TimeValues {
  readonly errors: { readonly date?: string; readonly end?: string }
  readonly onChange: (change: Partial<TimeValues>) => void
}

/** When and where. The device's own date and time fields. */
export function TimeFields({ date, time, endTime, place, food, errors, onChange }: TimeFieldsProps) {
  return (
    <>
      <TextField
        type="date"
        label={m.k_date()}
        error={errors.date}
        value={date}
        onChange={(event) => onChange({ date: event.currentTarget.value })}
      />
      <div className={styles['pair']}>
        <TextField
          type="time"
          label={m.k_time()}
          value={time}
          onChange={(event) => onChange({ time: event.currentTarget.value })}
        />
        {endTime === undefined ? null : (
          <TextField
            type="time"
            label={m.pr_end()}
            error={errors.end}
            value={endTime}
            onChange={(event) => onChange({ endTime: event.currentTarget.value })}
          />
        )}
      </div>
      <TextField
        label={m.k_place()}
        hint={m.k_place_hint()}
        value={place}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
        maxLength={200}
        autoComplete="off"
      />
      {food === undefined ? null : (
        <TextField
          label={m.pr_food()}
          hint={m.pr_food_hint()}
          value={food}
          onChange={(event) => onChange({ food: event.currentTarget.value })}
          maxLength={200}
          autoComplete="off"
        />
      )}
    </>
  )
}
