import { placesUsed } from '@kringplan/shared/plan/agreement'
import { setText } from '@kringplan/shared/plan/planDoc'
import { ENDING, type TextField } from '@kringplan/shared/plan/schema'
import { useRef, type KeyboardEvent as ReactKeyboardEvent } from 'react'
import { useCircle } from '../circle/circle.ts'
import { LazyTextField } from '../editor/LazyTextField.tsx'
import type { TextFieldApi } from '../editor/textFieldProps.ts'
import { readLocale } from '../i18n/locale.ts'
import { weekdays } from '../i18n/weekdays.ts'
import { m } from '../messages/compiled/messages.js'
import { restOfDay } from '../plan/quickWords.ts'
import { useAgreements } from '../plan/usePlan.ts'
import styles from './AgreementForm.module.css'
import { CalendarPart } from './CalendarPart.tsx'

export interface TextStepProps {
  /** An agreement, or `ENDING`: the next meeting is once, and no words are offered for its day. */
  readonly id: string
  readonly field: TextField
  readonly label: string
  readonly onNext: () => void
  readonly onLeave: () => void
  /** Tab and Shift+Tab: true when they went to another question. */
  readonly onTab: (event: { readonly key: string; readonly shiftKey: boolean }) => boolean
}

/** As many places and words as stand in one line on the page. */
const mostOffers = 5

/**
 * A question answered in words. Places used before, and words for when, are offered below: Arrow down goes to
 * them. They are offered, never filled in.
 */
export function TextStep({ id, field, label, onNext, onLeave, onTab }: TextStepProps) {
  const circle = useCircle()
  const agreements = useAgreements(circle.live.doc)
  const api = useRef<TextFieldApi | null>(null)
  const offersRef = useRef<HTMLUListElement>(null)
  const calendarRef = useRef<HTMLDivElement>(null)
  const now = agreements.find((one) => one.id === id)?.[field] ?? ''
  const once = id === ENDING
  const offers = once && field === 'when' ? [] : offersFor(field, agreements, now)

  const choose = (words: string) => {
    if (field === 'where') {
      setText(circle.live.doc, id, field, words)
      onNext()
      return
    }
    // The day that is being typed is finished; other words come beside what stands there.
    if (now !== '' && words.startsWith(now)) setText(circle.live.doc, id, field, words)
    else api.current?.insert(words)
    api.current?.focus()
  }
  const walk = (event: ReactKeyboardEvent<HTMLButtonElement>) => {
    const buttons = [...(offersRef.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') onLeave()
    else if (event.key === 'ArrowUp' || (by === -1 && at === 0)) api.current?.focus()
    else if (by !== undefined) buttons[at + by]?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <LazyTextField
        circle={circle}
        agreementId={id}
        field={field}
        label={label}
        className={styles['field'] ?? ''}
        onDone={onNext}
        onEscape={onLeave}
        onReady={(ready) => {
          api.current = ready
          ready.focus()
        }}
        onKey={(event) => {
          if (event.key === 'ArrowDown' && !event.altKey && offers.length > 0) {
            offersRef.current?.querySelector('button')?.focus()
            return true
          }
          // The calendar comes between the words and the next question.
          const isOn =
            (event.key === 'Tab' && !event.shiftKey) || (event.key === 'ArrowDown' && !event.altKey)
          if (field === 'when' && isOn) {
            calendarRef.current?.querySelector('button')?.focus()
            return true
          }
          return onTab(event)
        }}
      />
      {offers.length === 0 ? null : (
        <ul ref={offersRef} className={styles['offers']} aria-label={m.bd_offers()}>
          {offers.map((words) => (
            <li key={words}>
              <button
                type="button"
                tabIndex={-1}
                className={styles['offer']}
                onKeyDown={walk}
                onClick={() => choose(words)}
              >
                <bdi dir="auto">{words}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
      {field !== 'when' ? null : (
        <div ref={calendarRef} className={styles['calendar']}>
          <CalendarPart
            doc={circle.live.doc}
            id={id}
            onlyOnce={once}
            onLeave={onLeave}
            onTab={(event) => {
              if (!event.shiftKey) return onTab(event)
              api.current?.focus()
              return true
            }}
          />
        </div>
      )}
    </>
  )
}

function offersFor(
  field: TextField,
  agreements: Parameters<typeof placesUsed>[0],
  now: string,
): readonly string[] {
  if (field === 'where') {
    return placesUsed(agreements)
      .filter((place) => place !== now)
      .slice(0, mostOffers)
  }
  if (field !== 'when') return []
  if (now === '') return [m.w_week(), m.w_two(), m.w_once(), m.w_always()]
  const rest = restOfDay(
    now,
    weekdays(readLocale()).map((day) => day.long),
  )
  return rest === '' ? [] : [now + rest]
}
