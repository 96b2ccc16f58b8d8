import { setRule, setText } from '@kringplan/shared/plan/planDoc'
import { useEffect, useRef } from 'react'
import { useCircle } from '../circle/circle.ts'
import type { TextFieldApi } from '../editor/textFieldProps.ts'
import { weekdays } from '../i18n/weekdays.ts'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../messages/compiled/messages.js'
import { withDay, withQuickWords } from '../plan/quickWords.ts'
import type { TypedQuestionProps } from './PlaceQuestion.tsx'
import { CalendarLine } from '../when/CalendarLine.tsx'
import { preloadWhen } from '../when/lazyWhen.ts'
import styles from './Question.module.css'
import { WordsBox } from './WordsBox.tsx'

export interface WhenAnswerProps extends TypedQuestionProps {
  /** Opens the choice of a rhythm for the calendar. */
  readonly onCalendar: () => void
  /** The person comes back from there. */
  readonly cameBack: boolean
}

/** When: own words, and quick words that only write what the person then sees. */
export function WhenQuestion({ agreement, onDone, onEscape, onCalendar, cameBack }: WhenAnswerProps) {
  const { live, undo } = useCircle()
  const api = useRef<TextFieldApi>(null)
  useEffect(preloadWhen, [])
  const days = weekdays(useLocale())
  const quick = [m.w_week(), m.w_two(), m.w_once(), m.w_always()]
  const write = (words: string) => {
    const now = agreement.when
    undo.stopCapturing()
    // What only grows is put behind the words: somebody else may be writing in them.
    if (now !== '' && words.startsWith(now)) api.current?.append(words.slice(now.length).trim())
    else setText(live.doc, agreement.id, 'when', words)
  }
  const say = { on: (dag: string) => m.pp_on_day({ dag }), and: (dag: string) => m.pp_and_day({ dag }) }

  return (
    <>
      <WordsBox
        agreement={agreement}
        field="when"
        label={m.pp_own_words()}
        showLabel
        onDone={onDone}
        onEscape={onEscape}
        onReady={(ready) => {
          api.current = ready
        }}
      />
      <fieldset className={styles['chips']}>
        <legend className={styles['legend']}>{m.pp_quick()}</legend>
        {quick.map((words) => (
          <button
            key={words}
            type="button"
            className={styles['chip']}
            onClick={() => write(withQuickWords(agreement.when, words, quick))}
          >
            {words}
          </button>
        ))}
      </fieldset>
      <fieldset className={styles['chips']}>
        <legend className={styles['legend']}>{m.w_day()}</legend>
        {days.map(({ long, short }) => (
          <button
            key={long}
            type="button"
            className={styles['chip']}
            aria-label={long}
            onClick={() =>
              write(
                withDay(
                  agreement.when,
                  long,
                  days.map((day) => day.long),
                  say,
                ),
              )
            }
          >
            {short}
          </button>
        ))}
      </fieldset>
      <CalendarLine
        rule={agreement.rule}
        focus={cameBack}
        onOpen={onCalendar}
        onRemove={() => {
          undo.stopCapturing()
          setRule(live.doc, agreement.id, null)
          undo.stopCapturing()
        }}
      />
    </>
  )
}
