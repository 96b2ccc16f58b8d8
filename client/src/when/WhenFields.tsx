import { sayDate } from '@kringplan/shared/plan/sayWhen'
import { isoWeekday } from '@kringplan/shared/plan/when'
import { useLocale, type Locale } from '../i18n/locale.ts'
import { weekdays as namesOfDays } from '../i18n/weekdays.ts'
import { m } from '../messages/compiled/messages.js'
import { Button } from '../ui/Button.tsx'
import { Choice, ChoiceGroup } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import {
  isDay,
  nextAmong,
  rhythms,
  withRhythm,
  withWeekday,
  type Rhythm,
  type WhenDraft,
  type WhenGap,
} from './whenDraft.ts'
import { showAll } from './showAll.ts'
import styles from './When.module.css'

export interface WhenFieldProps {
  readonly draft: WhenDraft
  readonly onChange: (draft: WhenDraft) => void
  /** What was still open when the person wanted to go on. */
  readonly asked: WhenGap | null
  /** A heading above asks the question already. */
  readonly labelHidden?: boolean
  readonly layout?: 'column' | 'row'
}

const rhythmWords: Readonly<Record<Rhythm, () => string>> = {
  once: m.w_once,
  week: m.w_week,
  twoWeeks: m.w_two,
  month: m.w_month,
}

/** How often. Nothing is chosen beforehand. */
export function RhythmField({
  draft,
  onChange,
  asked,
  labelHidden = false,
  layout = 'column',
}: WhenFieldProps) {
  return (
    <ChoiceGroup
      label={m.wr_how()}
      labelHidden={labelHidden}
      layout={layout}
      error={asked === 'rhythm' ? m.wr_need_how() : undefined}
    >
      {rhythms.map((rhythm) => (
        <Choice
          key={rhythm}
          type="radio"
          name="rhythm"
          checked={draft.rhythm === rhythm}
          onChange={() => onChange(withRhythm(draft, rhythm))}
        >
          {rhythmWords[rhythm]()}
        </Choice>
      ))}
    </ChoiceGroup>
  )
}

/** Which days of the week. With none chosen it is the weekday of the first day. */
export function DaysField({ draft, onChange, labelHidden = false }: WhenFieldProps) {
  return (
    <ChoiceGroup label={m.wr_days()} labelHidden={labelHidden} layout="row">
      {namesOfDays(useLocale()).map(({ long }, index) => (
        <Choice
          key={long}
          type="checkbox"
          checked={draft.weekdays.includes(index + 1)}
          onChange={() => onChange(withWeekday(draft, index + 1))}
        >
          {long}
        </Choice>
      ))}
    </ChoiceGroup>
  )
}

/** The day itself, or the first of many. */
export function FirstField({ draft, onChange, asked, labelHidden = false }: WhenFieldProps) {
  const locale = useLocale()
  const { first, rhythm } = draft
  return (
    <TextField
      type="date"
      dir={undefined}
      required
      label={rhythm === 'once' ? m.w_date() : m.wr_first()}
      labelHidden={labelHidden}
      hint={isDay(first) ? sayWithName(first, locale) : undefined}
      error={asked === 'first' ? m.wr_need_day() : undefined}
      value={first}
      onChange={(event) => onChange({ ...draft, first: event.currentTarget.value })}
    />
  )
}

/** A first day that is not among the weekdays is asked about, never moved: here are the two ways out. [WH6] */
export function OffDay({ draft, onChange, asked }: WhenFieldProps) {
  const locale = useLocale()
  const { first, weekdays } = draft
  if (asked !== 'off') return null
  const next = nextAmong(weekdays, first)
  const name = nameOf(first, locale)
  return (
    <div ref={showAll} className={styles['off']}>
      <p role="alert">{m.wr_off({ datum: sayDate(first, locale), dag: name })}</p>
      <div className={styles['acts']}>
        <Button onClick={() => onChange({ ...draft, first: next })}>
          {m.wr_off_next({ dag: sayWithName(next, locale) })}
        </Button>
        <Button onClick={() => onChange(withWeekday(draft, isoWeekday(first)))}>
          {m.wr_off_add({ dag: name })}
        </Button>
      </div>
    </div>
  )
}

const nameOf = (day: string, locale: Locale): string => namesOfDays(locale)[isoWeekday(day) - 1]?.long ?? ''
const sayWithName = (day: string, locale: Locale): string => `${nameOf(day, locale)} ${sayDate(day, locale)}`

/** The last day, for who knows one. */
export function LastField({ draft, onChange, asked, labelHidden = false }: WhenFieldProps) {
  const locale = useLocale()
  return (
    <TextField
      type="date"
      dir={undefined}
      label={m.wr_last()}
      labelHidden={labelHidden}
      hint={isDay(draft.last) ? sayDate(draft.last, locale) : m.wr_last_hint()}
      error={asked === 'last' ? m.wr_last_order() : undefined}
      value={draft.last}
      min={isDay(draft.first) ? draft.first : undefined}
      onChange={(event) => onChange({ ...draft, last: event.currentTarget.value })}
    />
  )
}
