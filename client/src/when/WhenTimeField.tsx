import { sayTimeOfDay } from '@kringplan/shared/plan/sayWhen'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { Choice, ChoiceGroup } from '../ui/Choice.tsx'
import { SelectField } from '../ui/Field.tsx'
import { quarters, spans, type Span } from './whenDraft.ts'
import type { WhenFieldProps } from './WhenFields.tsx'
import { showAll } from './showAll.ts'
import styles from './When.module.css'

const spanWords: Readonly<Record<Span, () => string>> = {
  none: m.wr_no_time,
  morning: m.w_morning,
  afternoon: m.w_afternoon,
  evening: m.w_evening,
  clock: m.wr_clock,
}

/** No time, a part of the day, or a time by the clock, in quarters, with an end for who knows one. */
export function WhenTimeField(props: WhenFieldProps) {
  const { draft, onChange, asked, labelHidden = false, layout = 'column' } = props
  const locale = useLocale()
  const { span, time, until } = draft
  const options = (times: readonly string[]) =>
    times.map((one) => (
      <option key={one} value={one}>
        {sayTimeOfDay(one, locale)}
      </option>
    ))
  return (
    <>
      <ChoiceGroup label={m.w_time()} labelHidden={labelHidden} layout={layout}>
        {spans.map((one) => (
          <Choice
            key={one}
            type="radio"
            name="span"
            checked={span === one}
            onChange={() => onChange({ ...draft, span: one })}
          >
            {spanWords[one]()}
          </Choice>
        ))}
      </ChoiceGroup>
      {span === 'clock' ? (
        <div ref={showAll} className={styles['pair']}>
          <SelectField
            label={m.wr_from()}
            error={asked === 'time' ? m.wr_need_time() : undefined}
            value={time}
            onChange={(event) => onChange({ ...draft, time: event.currentTarget.value })}
          >
            <option value="">{m.wr_pick_time()}</option>
            {options(quarters(time))}
          </SelectField>
          <SelectField
            label={m.wr_until()}
            error={asked === 'until' ? m.wr_until_order() : undefined}
            value={until}
            onChange={(event) => onChange({ ...draft, until: event.currentTarget.value })}
          >
            <option value="">{m.wr_until_none()}</option>
            {options(quarters(until))}
          </SelectField>
        </div>
      ) : null}
    </>
  )
}
